// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "publish/figures/figures.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

core::Status SummaryPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& data = report.data;
  const auto& settings = data.study.settings;
  Page page{{PageKind::kSummary}, settings.title.empty() ? t("Summary") : t("Summary: {1}", settings.title), {}};
  if (!settings.subtitle.empty()) page.blocks.emplace_back(Paragraph{{{settings.subtitle}}, "lead"});

  int with_cases = 0;
  for (const auto& group : report.Regions().groups) with_cases += group.cases > 0 ? 1 : 0;
  const auto regions = static_cast<int>(report.Regions().groups.size());
  const std::vector<std::int32_t> common = report.CommonGround(report.Regions(), model::CodeKind::kPractice);
  const auto n = static_cast<int>(common.size());
  const auto cases = static_cast<int>(data.comparison.cases.size());
  page.blocks.emplace_back(Paragraph{
      {{with_cases == regions
            ? t.Plural("{1} practice is found in every region and in at least {2} of the {3} cases.",
                       "{1} practices are found in every region and in at least {2} of the {3} cases.", n, n,
                       report.LeastCases(), cases)
            : t.Plural("So far {1} practice is found in each of the {4} regions with material (of {5}) and in at least "
                       "{2} of the {3} cases.",
                       "So far {1} practices are found in each of the {4} regions with material (of {5}) and in at "
                       "least {2} of the {3} cases.",
                       n, n, report.LeastCases(), cases, with_cases, regions)}},
      "lead"});
  if (with_cases < regions) {
    page.blocks.emplace_back(Paragraph{{{t("Nothing is called common ground of all regions before each has a case. ")},
                                        {t("What is missing, and why"), PageId{PageKind::kCoverage}, ""}},
                                       "note"});
  }

  Table numbers{"table-numbers", t("Key numbers"), {t("What"), t("Number")}, {}};
  numbers.rows.push_back(
      {{{t("Places in the frame that are filled")}},
       {{t("{1} of {2}", data.coverage.filled, data.coverage.slots_total), PageId{PageKind::kCoverage}, ""}}});
  numbers.rows.push_back(
      {{{t("Regions with a case study")}}, {{t("{1} of {2}", with_cases, regions), PageId{PageKind::kCoverage}, ""}}});
  numbers.rows.push_back(
      {{{t("Case studies in the comparison")}},
       {{std::to_string(data.comparison.cases.size()), PlaceTarget{{PageKind::kOutcomes}, "figure-material"}, ""}}});
  numbers.rows.push_back(
      {{{t("Coded passages")}}, {{std::to_string(data.snapshot.codings.size()), PageId{PageKind::kAnnexes}, ""}}});
  numbers.rows.push_back(
      {{{t("Sources")}}, {{std::to_string(data.study.sources.size()), PageId{PageKind::kSources}, ""}}});
  page.blocks.emplace_back(std::move(numbers));

  if (!common.empty()) {
    page.blocks.emplace_back(
        Heading{with_cases == regions ? t("Common ground") : t("Common ground so far"), "common-ground", 2});
    Bullets list;
    for (const std::int32_t code : common) {
      const auto& row = report.Row(report.Regions(), code);
      list.items.push_back({{report.CodeLabel(code), report.Number(code), ""},
                            {t(": {1} of {2} cases, {3} of {4} regions with material", row.overall.present,
                               row.overall.of, row.reach, with_cases)}});
    }
    page.blocks.emplace_back(std::move(list));
  }
  AddChapter(report, "summary", page);
  bool has_coverage = false;
  for (const Block& block : page.blocks) {
    const auto* figure = std::get_if<Figure>(&block);
    has_coverage = has_coverage || (figure != nullptr && figure->id == "figure-coverage");
  }
  if (!has_coverage) page.blocks.emplace_back(DrawSlots(report));
  return sink(std::move(page));
}

}  // namespace commonground::publish
