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

// A bar of the figure and a row of its table: a case, or all of a region.
struct Bar {
  std::string name;
  PageId page;
  std::int32_t region = -1;
  model::CaseMaterial material;
};

std::vector<Bar> BarsOf(const Report& report) {
  const model::Comparison& comparison = report.data.comparison;
  std::vector<Bar> bars;
  const bool each = comparison.cases.size() <= kMaxShown;
  if (!each) {
    for (std::size_t g = 0; g < report.Regions().groups.size(); ++g) {
      const model::Group& group = report.Regions().groups[g];
      bars.push_back({group.label, Report::RegionPage(group.id), static_cast<std::int32_t>(g), {}});
    }
  }
  for (std::size_t i = 0; i < comparison.cases.size(); ++i) {
    const std::int32_t region = report.GroupOfCase(report.Regions(), static_cast<std::int32_t>(i));
    const model::CaseMaterial& material = comparison.material[i];
    if (each) {
      const auto& id = comparison.cases[i];
      bars.push_back({report.OrganisationName(id), Report::CasePage(id), region, material});
    } else if (region >= 0) {
      model::CaseMaterial& sum = bars[static_cast<std::size_t>(region)].material;
      sum.passages += material.passages;
      sum.sources += material.sources;
      sum.documents += material.documents;
      sum.code_points += material.code_points;
    }
  }
  return bars;
}

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
  const bool each = comparison.cases.size() <= kMaxShown;
  figure.twin.id = "table-material";
  figure.twin.caption = each ? t("Material per case") : t("Material per region");
  figure.twin.head = {each ? t("Case") : t("Region"), t("Coded passages"), t("Sources"), t("Documents"),
                      t("Characters")};
  const std::vector<Bar> bars = BarsOf(report);
  int longest = 1;
  for (const Bar& bar : bars) longest = std::max(longest, bar.material.passages);
  double y = 4;
  for (const Bar& bar : bars) {
    const double width = kBars * bar.material.passages / longest;
    figure.shapes.push_back(Shape::Text(0, y + 18, "", Fit(bar.name, kLabels - 8)));
    figure.shapes.push_back(Shape::Rect(
        kLabels, y, width, kRow - 8, bar.region < 0 ? "q2" : "r" + std::to_string(bar.region % 5), bar.page, bar.name));
    figure.shapes.push_back(Shape::Text(kLabels + width + 6, y + 17, "",
                                        t("{1} from {2} sources", bar.material.passages, bar.material.sources)));
    figure.twin.rows.push_back({{{bar.name, bar.page}},
                                {{std::to_string(bar.material.passages), bar.page}},
                                {{std::to_string(bar.material.sources)}},
                                {{std::to_string(bar.material.documents)}},
                                {{std::to_string(bar.material.code_points)}}});
    y += kRow;
  }
  figure.width = kLabels + kBars + 160;
  figure.height = y + 4;
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
    figure.shapes.push_back(Shape::Rect(0, y, width, 30, "q2"));
    figure.shapes.push_back(Shape::Text(10, y + 20, "bold", std::to_string(flow[i].second)));
    figure.shapes.push_back(Shape::Text(312, y + 20, "", label(flow[i].first)));
    figure.twin.rows.push_back(
        {{{label(flow[i].first)}}, {{std::to_string(flow[i].second), PageId{PageKind::kCoverage}, ""}}});
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
  if (name == "coverage") return DrawSlots(report);
  if (name == "practices") return DrawMatrix(report, report.Regions(), model::CodeKind::kPractice, "practices");
  if (name == "barriers") return DrawMatrix(report, report.Regions(), model::CodeKind::kBarrier, "barriers");
  if (name == "gap-outcomes") {
    return DrawGapMap(report, report.OutcomeGaps(), "gap-outcomes",
                      t("Practices and outcomes: where evidence meets, and where it does not"));
  }
  if (name == "gap-barriers") {
    return DrawGapMap(report, report.BarrierGaps(), "gap-barriers",
                      t("Practices and barriers: which barriers a case with each practice names"));
  }
  if (name == "material") return DrawMaterial(report);
  if (name == "flow") return DrawFlow(report);
  return std::nullopt;
}

}  // namespace commonground::publish
