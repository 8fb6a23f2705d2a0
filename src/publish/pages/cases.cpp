// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// All case studies, as cards by region; where there are very many, the regions' own pages have them.
#include <algorithm>

#include "publish/labels.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

CaseCards CardsOfRegion(const Report& report, std::size_t group, std::size_t first, std::size_t most) {
  const Words& t = report.t;
  CaseCards cards{static_cast<int>(group), {}};
  std::size_t seen = 0;
  for (std::int32_t i = 0; i < std::ssize(report.data.comparison.cases); ++i) {
    if (report.GroupOfCase(report.Regions(), i) != static_cast<std::int32_t>(group)) continue;
    if (seen++ >= first && cards.cards.size() < most) cards.cards.push_back(CardOf(report, i));
  }
  if (first + most < seen) return cards;
  for (const auto& region : report.data.frame.regions) {
    if (region.region.value != report.Regions().groups[group].id) continue;
    for (int i = static_cast<int>(seen); i < region.asked && cards.cards.size() < most; ++i) {
      cards.cards.push_back({{t("No case study")},
                             {{t("Place and organisation not shown")}},
                             {t("not in this edition"), {}, "state"},
                             {},
                             {},
                             false,
                             true});
    }
  }
  return cards;
}

core::Status CasesPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& data = report.data;
  Page page{{PageKind::kCases}, t("Case studies"), {}};
  const int cases = static_cast<int>(data.comparison.cases.size());
  int named = 0;
  int quoted = 0;
  for (const auto& id : data.comparison.cases) {
    named += data.named.at(id) ? 1 : 0;
    quoted += MayBeQuoted(report, id) ? 1 : 0;
  }
  page.head.answer = {{t.Plural(
      "{1} organisation in {2} regions tells what it faces and what it does, in its own words where it allows that.",
      "{1} organisations in {2} regions tell what they face and what they do, in their own words where they allow it.",
      cases, cases, Report::MaterialOf(report.Regions()).groups)}};
  page.head.tally = {
      {std::to_string(cases), {}, {{t("case studies, for {1} places in the frame", data.frame.asked)}}, {}},
      {std::to_string(named), {}, {{t("with their name")}}, {}},
      {std::to_string(cases - named), {}, {{t("not named")}}, {}},
      {std::to_string(quoted), {}, {{t("may be quoted")}}, {}}};
  for (std::size_t g = 0; g < report.Regions().groups.size(); ++g) {
    const model::Group& group = report.Regions().groups[g];
    Heading heading{group.label, "region-" + group.id, 2};
    heading.cap = {{t.Plural("{1} case study. ", "{1} case studies. ", group.cases, group.cases)},
                   {t("The region"), Report::RegionPage(group.id)}};
    page.blocks.emplace_back(std::move(heading));
    if (data.comparison.cases.size() <= 2 * kMaxShown) {
      page.blocks.emplace_back(CardsOfRegion(report, g, 0, 2 * kMaxShown));
    } else {
      page.blocks.emplace_back(
          Paragraph{{{t("All of them: "), {}, ""}, {group.label, Report::RegionPage(group.id)}}, ""});
    }
  }
  return sink(std::move(page));
}

}  // namespace commonground::publish
