// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Bars of passages per case, so that nobody mistakes silence for absence; and the flow of counts.
#include <algorithm>

#include "publish/figures/figures.h"

namespace commonground::publish {

namespace {
constexpr double kLabels = 240;
constexpr double kBars = 420;
constexpr double kRow = 30;
}  // namespace

Figure DrawMaterial(const Report& report) {
  const Words& t = report.t;
  const model::Comparison& comparison = report.data.comparison;
  Figure figure;
  figure.id = "figure-material";
  int least = 0;
  int most = 0;
  for (std::size_t i = 0; i < comparison.material.size(); ++i) {
    const int passages = comparison.material[i].passages;
    least = i == 0 ? passages : std::min(least, passages);
    most = std::max(most, passages);
  }
  figure.title =
      t("Cases have from {1} to {2} coded passages: a short case is not a case where little is done", least, most);
  figure.subtitle = t("Accepted codings per case; sources and documents beside them.");
  figure.description = t("Where little is sourced, little can be found. Compare cases with this in mind.");
  figure.twin.id = "table-material";
  figure.twin.caption = t("Material per case");
  figure.twin.head = {t("Case"), t("Coded passages"), t("Sources"), t("Documents"), t("Characters")};
  const auto regions = report.Regions().groups.size();
  for (std::size_t i = 0; i < comparison.cases.size(); ++i) {
    const model::CaseMaterial& material = comparison.material[i];
    const std::string name = report.OrganisationName(comparison.cases[i]);
    const double y = 4 + kRow * static_cast<double>(i);
    const std::int32_t region = report.GroupOfCase(report.Regions(), static_cast<std::int32_t>(i));
    const double width = most == 0 ? 0 : kBars * material.passages / most;
    figure.shapes.push_back({Shape::Kind::kText, 0, y + 18, 0, 0, "", Fit(name, kLabels - 8), "start", "", ""});
    figure.shapes.push_back({Shape::Kind::kRect, kLabels, y, width, kRow - 8,
                             region < 0 ? "q2" : "r" + std::to_string(static_cast<std::size_t>(region) % regions % 5),
                             "", "", Report::CasePage(comparison.cases[i]), name});
    figure.shapes.push_back({Shape::Kind::kText, kLabels + width + 6, y + 17, 0, 0, "",
                             t("{1} from {2} sources", material.passages, material.sources), "start", "", ""});
    figure.twin.rows.push_back({{{name, Report::CasePage(comparison.cases[i]), ""}},
                                {{std::to_string(material.passages), Report::CasePage(comparison.cases[i]), ""}},
                                {{std::to_string(material.sources), "", ""}},
                                {{std::to_string(material.documents), "", ""}},
                                {{std::to_string(material.code_points), "", ""}}});
  }
  figure.width = kLabels + kBars + 160;
  figure.height = 8 + kRow * static_cast<double>(comparison.cases.size());
  return figure;
}

Figure DrawFlow(const Report& report) {
  const Words& t = report.t;
  const auto label = [&](const std::string& key) {
    if (key == "slots") return t("places in the frame");
    if (key == "organisation_known") return t("organisation known");
    if (key == "document") return t("with a document");
    if (key == "consent_to_analyse") return t("with consent to analyse");
    if (key == "not_under_embargo") return t("not under embargo");
    if (key == "verified_or_attested") return t("verified or attested as led by sex workers");
    if (key == "in_comparison") return t("in the comparison");
    return key;
  };
  const auto& flow = report.data.coverage.flow;
  Figure figure;
  figure.id = "figure-flow";
  figure.title = flow.empty()
                     ? t("Flow of counts")
                     : t("From {1} places to {2} cases in the comparison", flow.front().second, flow.back().second);
  figure.subtitle = t("Counts of what is left after each step.");
  figure.description = t("The steps stand one below the other, each with its count.");
  figure.twin.id = "table-flow";
  figure.twin.caption = t("Flow of counts");
  figure.twin.head = {t("Step"), t("Count")};
  const int most = flow.empty() ? 1 : std::max(1, flow.front().second);
  for (std::size_t i = 0; i < flow.size(); ++i) {
    const double y = 4 + 40 * static_cast<double>(i);
    const double width = 40 + 260.0 * flow[i].second / most;
    figure.shapes.push_back({Shape::Kind::kRect, 0, y, width, 30, "q2", "", "", "", ""});
    figure.shapes.push_back(
        {Shape::Kind::kText, 10, y + 20, 0, 0, "bold", std::to_string(flow[i].second), "start", "", ""});
    figure.shapes.push_back({Shape::Kind::kText, 312, y + 20, 0, 0, "", label(flow[i].first), "start", "", ""});
    figure.twin.rows.push_back(
        {{{label(flow[i].first), "", ""}}, {{std::to_string(flow[i].second), "coverage.html", ""}}});
  }
  figure.width = 660;
  figure.height = 8 + 40 * static_cast<double>(flow.size());
  return figure;
}

bool IsFigureName(const std::string& name) {
  for (const char* known : {"coverage", "practices", "barriers", "gap-outcomes", "gap-barriers", "material", "flow"}) {
    if (name == known) return true;
  }
  return false;
}

std::optional<Figure> FigureByName(const Report& report, const std::string& name) {
  const Words& t = report.t;
  const auto& comparison = report.data.comparison;
  if (name == "coverage") return DrawSlots(report);
  if (name == "practices") return DrawMatrix(report, report.Regions(), model::CodeKind::kPractice, "practices");
  if (name == "barriers") return DrawMatrix(report, report.Regions(), model::CodeKind::kBarrier, "barriers");
  if (name == "gap-outcomes") {
    return DrawGapMap(report, comparison.practice_by_outcome, "gap-outcomes",
                      t("Practices and outcomes: where evidence meets, and where it does not"));
  }
  if (name == "gap-barriers") {
    return DrawGapMap(report, comparison.practice_by_barrier, "gap-barriers",
                      t("Practices and barriers: which barriers a case with each practice names"));
  }
  if (name == "material") return DrawMaterial(report);
  if (name == "flow") return DrawFlow(report);
  return std::nullopt;
}

}  // namespace commonground::publish
