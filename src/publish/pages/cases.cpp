// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// All case studies, as cards by region; where there are very many, the regions' own pages have them.

#include <algorithm>
#include <map>
#include <set>

#include "publish/labels.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

CaseCards CardsOfRegion(const Report& report, std::size_t group, std::size_t first, std::size_t most) {
  const Words& t = report.t;
  CaseCards cards{static_cast<int>(group), {}};
  std::size_t seen = 0;
  for (std::int32_t i = 0; i < report.ListedCases(); ++i) {
    if (report.GroupOfCase(report.Regions(), i) != static_cast<std::int32_t>(group)) continue;
    if (seen++ >= first && cards.cards.size() < most) cards.cards.push_back(CardOf(report, i));
  }
  if (first + most < seen) return cards;
  if (const int more = report.CountedOnlyIn(report.Regions(), group); more > 0) {
    cards.cards.push_back({report.AndCountedOnly(more), {{t("Analysed, and not shown.")}}, {std::string()}, {}, {}});
    seen += static_cast<std::size_t>(more);
  }
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

namespace {

constexpr std::size_t kPracticeFilters = 8;

// Filters and, by case, the numbers of those that it passes.  A law is told only of a case whose place may be shown, a
// language only of one that may be named: what is left out must not be worked out from a filter.
struct CaseFilters {
  Filters filters;
  std::vector<std::vector<int>> of_case;
};

CaseFilters FiltersOf(const Report& report) {
  const Words& t = report.t;
  const auto& data = report.data;
  CaseFilters made;
  made.of_case.resize(data.comparison.cases.size());
  int number = 0;
  const auto list = [&](std::string title, const std::vector<std::pair<Span, std::set<std::int32_t>>>& groups,
                        const auto& said) {
    Filters::List one{std::move(title), {}};
    for (const auto& [label, cases] : groups) {
      if (cases.empty() || number == kMaxFilters) continue;
      ++number;
      const int n = static_cast<int>(cases.size());
      one.items.push_back({number, label, said(label.text, n)});
      for (const std::int32_t index : cases) made.of_case[static_cast<std::size_t>(index)].push_back(number);
    }
    if (!one.items.empty()) made.filters.lists.push_back(std::move(one));
  };
  Filters::List regions{t("By region"), {}};
  for (const auto& group : report.Regions().groups) {
    regions.items.push_back({0, {group.label, PlaceTarget{{PageKind::kCases}, "region-" + group.id}}, {}});
  }
  made.filters.lists.push_back(std::move(regions));
  if (const model::Grouping* laws = report.Find("legal_model")) {
    std::vector<std::pair<Span, std::set<std::int32_t>>> groups;
    for (std::size_t g = 0; g < laws->groups.size(); ++g) groups.push_back({{report.GroupLabel(*laws, g)}, {}});
    for (std::int32_t i = 0; i < report.ListedCases(); ++i) {
      const model::Organisation* organisation =
          report.OrganisationOf(data.comparison.cases[static_cast<std::size_t>(i)]);
      const std::int32_t group = report.GroupOfCase(*laws, i);
      if (group < 0 || organisation == nullptr || !organisation->country) continue;
      groups[static_cast<std::size_t>(group)].second.insert(i);
    }
    list(t("By law"), groups, [&](const std::string& label, int n) {
      return t.Plural("{1}: {2} case whose place may be shown.", "{1}: {2} cases whose place may be shown.", n, label,
                      n);
    });
  }
  std::vector<std::pair<Span, std::set<std::int32_t>>> practices;
  for (const std::int32_t code : report.CodesOf(model::CodeKind::kPractice)) {
    if (practices.size() == kPracticeFilters) break;
    practices.push_back({{report.CodeLabel(code), {}, {}, report.StudyLanguage()}, {}});
    for (const PassageRef& passage : report.PassagesOf(code)) practices.back().second.insert(passage.case_index);
  }
  list(t("By practice"), practices, [&](const std::string& label, int n) {
    return t.Plural("{1}: {2} case tells of it.", "{1}: {2} cases tell of it.", n, label, n);
  });
  std::map<std::string, std::set<std::int32_t>> by_language;
  for (std::int32_t i = 0; i < report.ListedCases(); ++i) {
    const auto& id = data.comparison.cases[static_cast<std::size_t>(i)];
    if (!data.named.at(id)) continue;
    for (const std::size_t d : report.DocumentsOf(id)) {
      const std::string& language = data.study.documents[d].language;
      if (!language.empty()) by_language[language].insert(i);
    }
  }
  std::vector<std::pair<Span, std::set<std::int32_t>>> languages;
  for (auto& [language, cases] : by_language) languages.push_back({{LanguageName(language, t)}, std::move(cases)});
  if (languages.size() > 1) {
    list(t("By language written in"), languages, [&](const std::string& label, int n) {
      return t.Plural("{1}: {2} case that may be named.", "{1}: {2} cases that may be named.", n, label, n);
    });
  }
  made.filters.all = t("Show all");
  made.filters.note =
      t("A law shows only cases whose place may be shown, a language only cases that may be named, so that nobody can "
        "work out the others.");
  return made;
}

// Behind the number of cases.
std::string CaseStudiesFor(const Words& t, int cases, int asked) {
  return cases == 1 ? t.Plural("case study, for {1} place in the frame", "case study, for {1} places in the frame",
                               asked, asked)
                    : t.Plural("case studies, for {1} place in the frame", "case studies, for {1} places in the frame",
                               asked, asked);
}

std::string InRegions(const Words& t, int regions) {
  return t.Plural("in {1} region", "in {1} regions", regions, regions);
}

}  // namespace

core::Status CasesPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& data = report.data;
  Page page{{PageKind::kCases}, t("Case studies"), {}};
  const int cases = static_cast<int>(data.comparison.cases.size());
  int named = 0;
  int quoted = 0;
  const int listed = report.ListedCases();
  for (std::int32_t i = 0; i < listed; ++i) {
    const auto& id = data.comparison.cases[static_cast<std::size_t>(i)];
    named += data.named.at(id) ? 1 : 0;
    quoted += MayBeQuoted(report, id) ? 1 : 0;
  }
  page.head.answer = {
      {t.Plural("{1} organisation {2} tells what it faces and what it does, in its own words where it allows that.",
                "{1} organisations {2} tell what they face and what they do, in their own words where they allow it.",
                cases, cases, InRegions(t, Report::MaterialOf(report.Regions()).groups))}};
  page.head.tally = {{std::to_string(cases), {}, {{CaseStudiesFor(t, cases, data.frame.asked)}}, {}},
                     {std::to_string(named), {}, {{t("with their name")}}, {}},
                     {std::to_string(listed - named), {}, {{t("not named")}}, {}},
                     {std::to_string(quoted), {}, {{t("may be quoted")}}, {}}};
  if (listed < cases) page.head.tally.push_back({std::to_string(cases - listed), {}, {{t("counted only")}}, {}});
  const bool all = data.comparison.cases.size() <= 2 * kMaxShown;
  CaseFilters filters;
  if (all) {
    filters = FiltersOf(report);
    page.blocks.emplace_back(Heading{t("Find a case"), "find", 2, Heading::Layout::kWide});
    page.blocks.emplace_back(filters.filters);
  }
  Spans order;
  for (const std::int32_t field : FieldsOfWork(report)) {
    order.push_back({order.empty() ? t("Squares, always in this order: ") : t.Comma()});
    order.push_back({report.CodeLabel(field), {}, {}, report.StudyLanguage()});
  }
  if (all && !order.empty()) {
    order.push_back({". " + t("Filled: a passage tells of it. Empty: not reported; it may still take place.")});
    page.blocks.emplace_back(Paragraph{std::move(order), "src"});
  }
  for (std::size_t g = 0; g < report.Regions().groups.size(); ++g) {
    const model::Group& group = report.Regions().groups[g];
    Heading heading{group.label, "region-" + group.id, 2};
    heading.cap = {{t.Plural("{1} case study. ", "{1} case studies. ", group.cases, group.cases)},
                   {t("The region"), Report::RegionPage(group.id)}};
    if (all) heading.layout = Heading::Layout::kWide;
    page.blocks.emplace_back(std::move(heading));
    if (all) {
      CaseCards cards = CardsOfRegion(report, g, 0, 2 * kMaxShown);
      std::size_t card = 0;  // one a case of the region, in the order of the cases
      for (std::int32_t i = 0; i < report.ListedCases(); ++i) {
        if (report.GroupOfCase(report.Regions(), i) != static_cast<std::int32_t>(g)) continue;
        cards.cards[card++].filters = std::move(filters.of_case[static_cast<std::size_t>(i)]);
      }
      page.blocks.emplace_back(std::move(cards));
    } else {
      page.blocks.emplace_back(
          Paragraph{{{t("All of them: "), {}, ""}, {group.label, Report::RegionPage(group.id)}}, ""});
    }
  }
  return sink(std::move(page));
}

}  // namespace commonground::publish
