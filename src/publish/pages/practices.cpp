// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "publish/figures/figures.h"
#include "publish/labels.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

namespace {

// Reach, contexts and robustness of each practice in words, with the cases whose removal changes the class.
Table RobustnessTable(const Report& report, model::CodeKind kind) {
  const Words& t = report.t;
  const model::Grouping& regions = report.Regions();
  const model::Grouping* laws = report.Find("legal_model");
  Table table{"table-robustness",
              t("Reach, legal contexts and robustness"),
              {t("Code"), t("Reach"), t("Balanced prevalence"), t("Legal models"), t("Class"),
               t("Cases whose removal changes the class")},
              {}};
  int with_material = 0;
  for (const auto& group : regions.groups) with_material += group.cases > 0 ? 1 : 0;
  std::vector<std::int32_t> codes = report.CodesOf(kind);
  if (codes.size() > kMaxShown) codes.resize(kMaxShown);
  for (const std::int32_t code : codes) {
    const model::CodeRow& row = report.Row(regions, code);
    Spans contexts;
    if (laws != nullptr) {
      const model::CodeRow& by_law = report.Row(*laws, code);
      for (std::size_t g = 0; g < laws->groups.size(); ++g) {
        if (laws->groups[g].cases == 0) continue;
        if (!contexts.empty()) contexts.push_back({"; "});
        contexts.push_back({report.GroupLabel(*laws, g) + ": "});
        contexts.push_back(Count(by_law.by_group[g], report, report.Number(code, *laws, g)));
      }
    }
    Spans changed;
    if (row.by_case.changed_by.size() > kMaxShown) changed.push_back({std::to_string(row.by_case.changed_by.size())});
    for (const std::int32_t index : row.by_case.changed_by) {
      if (row.by_case.changed_by.size() > kMaxShown) break;
      const auto& id = report.data.comparison.cases[static_cast<std::size_t>(index)];
      if (!changed.empty()) changed.push_back({", "});
      changed.push_back({report.OrganisationName(id), Report::CasePage(id), ""});
    }
    if (changed.empty()) changed.push_back({t("none")});
    table.rows.push_back({{{report.CodeLabel(code), report.Number(code), ""}},
                          {{t("{1} of {2} regions with material", row.reach, with_material), report.Number(code), ""}},
                          {{std::to_string(row.balanced_num) + "/" + std::to_string(row.balanced_den),
                            PlaceTarget{{PageKind::kMethodology}, "numbers"}, ""}},
                          std::move(contexts),
                          {{report.ClassLabel(row, regions)}},
                          std::move(changed)});
  }
  return table;
}

}  // namespace

core::Status PracticesPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  Page page{{PageKind::kPractices}, t("Best practices: common ground"), {}};
  AddChapter(report, "best-practices", page);
  page.blocks.emplace_back(Heading{t("Practices by region"), "by-region", 2});
  AddFigure(*FigureByName(report, "practices"), page);
  page.blocks.emplace_back(RobustnessTable(report, model::CodeKind::kPractice));
  return sink(std::move(page));
}

core::Status LawsPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const model::Grouping* laws = report.Find("legal_model");
  const model::Grouping* selling = report.Find("law_selling");
  int part = 0;
  const int parts = (laws == nullptr ? 0 : 1) + (selling == nullptr ? 0 : 1);
  if (laws != nullptr) {
    Page page{{PageKind::kLaws, {}, ++part}, t("Practices by legal model"), {}};
    AddParts(report, page, parts);
    page.blocks.emplace_back(Paragraph{
        {{t("The legal model is derived from the law on paper, on {1}. Where what the rule needs is not sourced, the "
            "model is not sourced.",
            report.data.context.on.Text())}},
        "lead"});
    page.blocks.emplace_back(DrawMatrix(report, *laws, model::CodeKind::kPractice, "practices-law"));
    CG_RETURN_IF_ERROR(sink(std::move(page)));
  }
  if (selling != nullptr) {
    Page page{{PageKind::kLaws, {}, ++part}, t("Practices by the law on selling sex"), {}};
    AddParts(report, page, parts);
    page.blocks.emplace_back(DrawMatrix(report, *selling, model::CodeKind::kPractice, "practices-selling"));
    return sink(std::move(page));
  }
  return {};
}

core::Status OutcomesPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  Page page{{PageKind::kOutcomes}, t("Practices and outcomes"), {}};
  page.blocks.emplace_back(*FigureByName(report, "gap-outcomes"));
  page.blocks.emplace_back(Heading{t("Material per case"), "material", 2});
  page.blocks.emplace_back(*FigureByName(report, "material"));
  return sink(std::move(page));
}

core::Status BarriersPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  Page page{{PageKind::kBarriers}, t("Barriers to health"), {}};
  AddChapter(report, "barriers", page);
  AddFigure(*FigureByName(report, "barriers"), page);
  page.blocks.emplace_back(RobustnessTable(report, model::CodeKind::kBarrier));
  return sink(std::move(page));
}

core::Status AnswersPage(const Report& report, const PageSink& sink) {
  Page page{{PageKind::kAnswers}, report.t("Practices and barriers"), {}};
  page.blocks.emplace_back(*FigureByName(report, "gap-barriers"));
  return sink(std::move(page));
}

}  // namespace commonground::publish
