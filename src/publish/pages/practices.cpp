// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "publish/figures/figures.h"
#include "publish/labels.h"
#include "publish/markdown.h"
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
  for (const std::int32_t code : report.CodesOf(kind)) {
    const model::CodeRow& row = report.Row(regions, code);
    Spans contexts;
    if (laws != nullptr) {
      const model::CodeRow& by_law = report.Row(*laws, code);
      for (std::size_t g = 0; g < laws->groups.size(); ++g) {
        if (laws->groups[g].cases == 0) continue;
        if (!contexts.empty()) contexts.push_back({"; ", "", ""});
        contexts.push_back({report.GroupLabel(*laws, g) + ": ", "", ""});
        contexts.push_back(Count(by_law.by_group[g], report, report.EvidencePage(code, *laws, g)));
      }
    }
    Spans changed;
    for (const std::int32_t index : row.by_case.changed_by) {
      const auto& id = report.data.comparison.cases[static_cast<std::size_t>(index)];
      if (!changed.empty()) changed.push_back({", ", "", ""});
      changed.push_back({report.OrganisationName(id), Report::CasePage(id), ""});
    }
    if (changed.empty()) changed.push_back({t("none"), "", ""});
    table.rows.push_back(
        {{{report.CodeLabel(code), report.EvidencePage(code), ""}},
         {{t("{1} of {2} regions with material", row.reach, with_material), report.EvidencePage(code), ""}},
         {{std::to_string(row.balanced_num) + "/" + std::to_string(row.balanced_den), "methodology.html#numbers", ""}},
         std::move(contexts),
         {{report.ClassLabel(row, regions), "", ""}},
         std::move(changed)});
  }
  return table;
}

}  // namespace

core::Status PracticesPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  Page page{"best-practices.html", t("Best practices: common ground"), {}};
  AddChapter(report, "best-practices", page);
  const auto add = [&](Figure figure) {
    for (const Block& block : page.blocks) {
      if (const auto* shown = std::get_if<Figure>(&block); shown != nullptr && shown->id == figure.id) return;
    }
    page.blocks.emplace_back(std::move(figure));
  };
  page.blocks.emplace_back(Heading{t("Practices by region"), "by-region", 2});
  add(*FigureByName(report, "practices"));
  page.blocks.emplace_back(RobustnessTable(report, model::CodeKind::kPractice));
  if (const model::Grouping* laws = report.Find("legal_model")) {
    page.blocks.emplace_back(Heading{t("Practices by legal model"), "by-law", 2});
    page.blocks.emplace_back(Paragraph{
        {{t("The legal model is derived from the law on paper, on {1}. Where what the rule needs is not sourced, the "
            "model is not sourced.",
            report.data.context.on.Text()),
          "", ""}},
        ""});
    add(DrawMatrix(report, *laws, model::CodeKind::kPractice, "practices-law"));
  }
  if (const model::Grouping* selling = report.Find("law_selling")) {
    page.blocks.emplace_back(Heading{t("Practices by the law on selling sex"), "by-selling", 2});
    add(DrawMatrix(report, *selling, model::CodeKind::kPractice, "practices-selling"));
  }
  page.blocks.emplace_back(Heading{t("Practices and outcomes"), "outcomes", 2});
  add(*FigureByName(report, "gap-outcomes"));
  page.blocks.emplace_back(Heading{t("Material per case"), "material", 2});
  add(*FigureByName(report, "material"));
  if (!report.data.study.findings.empty()) {
    page.blocks.emplace_back(Heading{t("Findings"), "findings", 2});
    for (const auto& finding : report.data.study.findings) {
      page.blocks.emplace_back(Heading{finding.statement, "finding-" + finding.id.value, 3});
      Paragraph grade{{{t("Confidence: "), "", ""}}, "note"};
      if (finding.confidence.empty()) {
        grade.spans.push_back({ConfidenceLabel("", t), "", "state"});
      } else {
        grade.spans.push_back({ConfidenceLabel(finding.confidence, t), "", "strong"});
        for (const auto& reason : finding.reasons) grade.spans.push_back({" " + reason, "", ""});
      }
      page.blocks.emplace_back(std::move(grade));
      Paragraph evidence{{{t("Evidence: "), "", ""}}, ""};
      for (const auto& id : finding.codes) {
        for (std::size_t c = 0; c < report.data.snapshot.codes.size(); ++c) {
          if (report.data.snapshot.codes[c] != id) continue;
          const auto code = static_cast<std::int32_t>(c);
          evidence.spans.push_back({report.CodeLabel(code), report.EvidencePage(code), ""});
          evidence.spans.push_back({" ", "", ""});
        }
      }
      for (const auto& [list, label] :
           {std::pair(&finding.cases_for, t("Cases for: ")), std::pair(&finding.cases_against, t("Cases against: "))}) {
        if (list->empty()) continue;
        evidence.spans.push_back({label, "", ""});
        for (const auto& id : *list) {
          evidence.spans.push_back({report.OrganisationName(id), Report::CasePage(id), ""});
          evidence.spans.push_back({" ", "", ""});
        }
      }
      page.blocks.emplace_back(std::move(evidence));
      page.blocks.emplace_back(Prose{
          MarkdownToHtml(finding.text, 2, [&](const std::string& source) { return report.CiteMarkdown(source, ""); })});
    }
  }
  return sink(std::move(page));
}

core::Status BarriersPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  Page page{"barriers.html", t("Barriers to health"), {}};
  AddChapter(report, "barriers", page);
  for (const char* name : {"barriers", "gap-barriers"}) {
    Figure figure = *FigureByName(report, name);
    bool shown = false;
    for (const Block& block : page.blocks) {
      const auto* there = std::get_if<Figure>(&block);
      shown = shown || (there != nullptr && there->id == figure.id);
    }
    if (!shown) page.blocks.emplace_back(std::move(figure));
  }
  page.blocks.emplace_back(RobustnessTable(report, model::CodeKind::kBarrier));
  return sink(std::move(page));
}

}  // namespace commonground::publish
