// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A page a region: its cases, what they share and what is particular, the law in its countries, what is missing.  Where
// it has very many cases, pages of them follow.
#include <algorithm>
#include <set>
#include <string>

#include "publish/coalitions/view.h"
#include "publish/figures/figures.h"
#include "publish/indicator_words.h"
#include "publish/labels.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

namespace {

constexpr int kCasesOnAPage = 300;
constexpr std::size_t kStrips = 40;

constexpr int kFewCases = 12;  // of a region, so that what each number of them tells stands together

// What is told here: by how many of the region's cases, where these are few; else one list.
std::vector<StripList> Told(const Report& report, model::CodeKind kind, std::size_t g) {
  const Words& t = report.t;
  std::vector<StripList> lists;
  std::vector<std::int32_t> codes = report.CodesOf(kind);
  const auto here = [&](std::int32_t code) { return report.Row(report.Regions(), code).by_group[g]; };
  std::erase_if(codes, [&](std::int32_t code) { return here(code).present == 0; });
  std::ranges::stable_sort(codes, std::ranges::greater{}, [&](std::int32_t code) { return here(code).present; });
  if (codes.size() > kStrips) codes.resize(kStrips);
  std::int32_t last = 0;
  for (const std::int32_t code : codes) {
    const model::Share& share = here(code);
    const model::Share& all = report.Row(report.Regions(), code).overall;
    const bool few = share.of <= kFewCases;
    if (lists.empty() || (few && share.present != last)) {
      lists.push_back({few ? CasesOf(t, share.present, share.of) : std::string(), {}, {}});
    }
    last = share.present;
    lists.back().rows.push_back({{report.CodeLabel(code), report.CodePage(code), {}, report.StudyLanguage()},
                                 static_cast<int>(g),
                                 SquaresOf(share),
                                 Count(share, report, report.Number(code, report.Regions(), g)),
                                 t("elsewhere {1} of {2}", all.present - share.present, all.of - share.of)});
  }
  return lists;
}

// Told by fewer than half of the region's cases.
bool IsLittle(const StripList& list) {
  const auto& squares = list.rows.front().squares;
  return 2 * std::ranges::count(squares, Mark::kTold) < std::ssize(squares);
}

constexpr std::size_t kParticular = 6;  // of each side

// A code's squares here above those elsewhere.
StripList HereAndElsewhere(const Report& report, std::int32_t code, std::size_t g, std::string kind) {
  const Words& t = report.t;
  const model::CodeRow& row = report.Row(report.Regions(), code);
  const model::Share& here = row.by_group[g];
  const model::Share elsewhere{row.overall.present - here.present, row.overall.of - here.of};
  StripList list{report.CodeLabel(code), std::move(kind), {}};
  list.rows.push_back({{t("here")},
                       static_cast<int>(g),
                       SquaresOf(here),
                       Count(here, report, report.Number(code, report.Regions(), g)),
                       {}});
  list.rows.push_back(
      {{t("elsewhere")}, kLawHue, SquaresOf(elsewhere), {t("{1} of {2}", elsewhere.present, elsewhere.of)}, {}});
  return list;
}

// Shares that differ from those elsewhere by more than a third, the greatest difference first.
void AddParticular(const Report& report, std::size_t g, Page& page) {
  const Words& t = report.t;
  std::vector<std::pair<double, StripList>> more;
  std::vector<std::pair<double, StripList>> less;
  for (const auto& [kind, name] :
       {std::pair(model::CodeKind::kPractice, t("Practice")), std::pair(model::CodeKind::kBarrier, t("Barrier")),
        std::pair(model::CodeKind::kOutcome, t("Outcome"))}) {
    for (const std::int32_t code : report.CodesOf(kind)) {
      const model::CodeRow& row = report.Row(report.Regions(), code);
      const model::Share& share = row.by_group[g];
      const int of = row.overall.of - share.of;
      const int present = row.overall.present - share.present;
      if (share.of == 0 || of == 0) continue;
      const double here = static_cast<double>(share.present) / share.of;
      const double elsewhere = static_cast<double>(present) / of;
      if (std::abs(here - elsewhere) <= 1.0 / 3) continue;
      (here > elsewhere ? more : less)
          .emplace_back(std::abs(here - elsewhere), HereAndElsewhere(report, code, g, name));
    }
  }
  if (more.empty() && less.empty()) return;
  Heading heading{t("What is particular"), "particular", 2};
  heading.cap = {
      {t("Chosen by a rule: shares that differ by more than a third from those elsewhere. With few cases, one more or "
         "less changes "
         "each of these lines. Nothing here ranks a region.")}};
  page.blocks.emplace_back(std::move(heading));
  for (const auto& [title, id, list] :
       {std::tuple(t("Told more here"), "more-here", &more), std::tuple(t("Told less here"), "less-here", &less)}) {
    if (list->empty()) continue;
    std::ranges::stable_sort(*list, std::ranges::greater{}, [](const auto& one) { return one.first; });
    page.blocks.emplace_back(Heading{title, id, 3});
    Strips strips;
    for (auto& [difference, one] : *list) {
      if (strips.lists.size() == kParticular) break;
      strips.lists.push_back(std::move(one));
    }
    page.blocks.emplace_back(std::move(strips));
  }
}

// Sectors that its cases work with.
void AddPartners(const Report& report, const CoalitionView& view, std::size_t g, Page& page) {
  const Words& t = report.t;
  const auto here = [&](std::int32_t index) {
    return report.GroupOfCase(report.Regions(), index) == static_cast<std::int32_t>(g);
  };
  const int of = report.Regions().groups[g].cases;
  StripList list;
  for (const auto& sector : view.sectors) {
    const auto n = static_cast<std::int32_t>(std::ranges::count_if(sector.on_record, here) +
                                             std::ranges::count_if(sector.told, here));
    if (n == 0) continue;
    list.rows.push_back({{report.CodeLabel(sector.code), {}, {}, report.StudyLanguage()},
                         static_cast<int>(g),
                         SquaresOf({n, of}),
                         {t("{1} of {2}", n, of), PageId{PageKind::kCoalitions}},
                         {}});
  }
  if (list.rows.empty()) return;
  Heading heading{t("With whom"), "with-whom", 2};
  heading.cap = {{t("Sectors that its cases work with, on record or told in a passage.")}};
  page.blocks.emplace_back(std::move(heading));
  page.blocks.emplace_back(Strips{{std::move(list)}});
}

// "criminalised"; "disputed" where sources differ: the country's page has them all.
Spans LawIn(const Report& report, const model::CountryContext& country, std::size_t indicator) {
  if (indicator >= country.indicators.size() || country.indicators[indicator].facts.empty()) {
    return {{report.t("not sourced"), {}, "state"}};
  }
  const model::IndicatorValue& value = country.indicators[indicator];
  if (value.state == model::ContextState::kDisputed) return {{report.t("disputed"), {}, "state"}};
  return {{report.ValueLabel(report.data.study.contexts[value.facts.front()].value)}};
}

void AddLaws(const Report& report, const model::RegionId& region, Page& page) {
  const Words& t = report.t;
  Table table{"table-law", t("The law on paper in the countries of the region"), {t("Country"), t("Legal model")}, {}};
  std::vector<std::size_t> laws;  // indicators of what the model is made of
  for (std::size_t i = 0; i < report.data.study.indicators.size(); ++i) {
    const model::Indicator& indicator = report.data.study.indicators[i];
    const std::string& id = indicator.id.value;
    if (id != "law_selling" && id != "law_buying" && id != "law_third_parties") continue;
    laws.push_back(i);
    table.head.push_back(IndicatorLabel(indicator, report.t));
  }
  table.head.push_back(t("Case studies"));
  for (const auto& country : report.data.context.countries) {
    Spans cases;
    bool here = false;
    for (const auto& organisation : report.data.study.organisations) {
      if (organisation.country != country.country || organisation.region != region) continue;
      here = true;
      if (report.CaseIndex(organisation.id) < 0) continue;
      if (cases.size() >= kMaxShown) break;
      if (!cases.empty()) cases.push_back({t.Comma()});
      cases.push_back({report.OrganisationName(organisation.id), Report::CasePage(organisation.id)});
    }
    if (!here) continue;
    if (cases.empty()) cases.push_back({t("none"), {}, "state"});
    auto& row = table.rows.emplace_back();
    row.push_back({{report.CountryName(country.country), Report::CountryPage(country.country)}});
    row.push_back(
        {{report.ValueLabel(country.legal_model), {}, country.legal_model == "unknown" ? "state" : "strong"}});
    for (const std::size_t law : laws) row.push_back(LawIn(report, country, law));
    row.push_back(std::move(cases));
  }
  if (table.rows.empty()) return;
  Heading heading{t("The law in its countries"), "law", 2};
  heading.cap = {{t("On paper, on {1}. A place that may not be shown keeps its law to itself.",
                    InWords(report.data.context.on, t))}};
  page.blocks.emplace_back(std::move(heading));
  page.blocks.emplace_back(std::move(table));
}

void AddMissing(const Report& report, std::size_t g, Page& page) {
  const Words& t = report.t;
  const auto& data = report.data;
  const model::Group& group = report.Regions().groups[g];
  Numbers missing;
  const auto add = [&](int number, int of, std::string text, PageKind page_of) {
    if (number > 0)
      missing.rows.push_back({std::to_string(number), t(" of {1}", of), {{std::move(text)}}, PageId{page_of}});
  };
  for (const auto& region : data.frame.regions) {
    if (region.region.value != group.id) continue;
    add(region.asked - region.cases, region.asked, WithoutCase(region.asked, t), PageKind::kCoverage);
  }
  int silent = 0;
  for (std::int32_t i = 0; i < std::ssize(data.comparison.cases); ++i) {
    const bool here = report.GroupOfCase(report.Regions(), i) == static_cast<std::int32_t>(g);
    silent += here && data.comparison.material[static_cast<std::size_t>(i)].passages == 0 ? 1 : 0;
  }
  add(silent, group.cases, WithoutPassage(group.cases, t), PageKind::kCases);
  if (missing.rows.empty()) return;
  page.blocks.emplace_back(Heading{t("What is missing"), "missing", 2});
  page.blocks.emplace_back(std::move(missing));
}

Page FirstPage(const Report& report, const CoalitionView& coalitions, std::size_t g) {
  const Words& t = report.t;
  const model::Group& group = report.Regions().groups[g];
  Page page{Report::RegionPage(group.id), group.label, {}};
  page.head.crumb = {{t("Case studies"), PageId{PageKind::kCases}}};
  page.head.over = t("Region");
  page.head.hue = static_cast<int>(g);
  for (const auto& region : report.data.frame.regions) {
    if (region.region.value != group.id) continue;
    page.head.answer = {
        {(region.cases <= region.asked
              ? t.Plural("{1} of {2} place has a case study.", "{1} of {2} places have a case study.", region.asked,
                         region.cases, region.asked)
              : t("Cases in this edition: {1}. The frame asks for {2}.", region.cases, region.asked)) +
         " " + t("A few case studies do not speak for a region: they say what is told here, not what is usual.")}};
    int quoted = 0;
    std::set<std::string> countries;
    for (std::int32_t i = 0; i < report.ListedCases(); ++i) {
      if (report.GroupOfCase(report.Regions(), i) != static_cast<std::int32_t>(g)) continue;
      const auto& id = report.data.comparison.cases[static_cast<std::size_t>(i)];
      quoted += MayBeQuoted(report, id) ? 1 : 0;
      const model::Organisation* organisation = report.OrganisationOf(id);
      if (organisation != nullptr && organisation->country) countries.insert(organisation->country->value);
    }
    page.head.tally = {
        {std::to_string(group.cases),
         {},
         {{t.Plural("case study in the comparison", "case studies in the comparison", group.cases)}},
         {}},
        {std::to_string(region.asked), {}, {{t.Plural("place in the frame", "places in the frame", region.asked)}}, {}},
        {std::to_string(countries.size()), {}, {{t("countries that may be named")}}, {}},
        {std::to_string(quoted), {}, {{t("may be quoted")}}, {}}};
  }
  Heading cases{t("Its case studies"), "cases", 2};
  cases.layout = Heading::Layout::kWide;
  page.blocks.emplace_back(std::move(cases));
  if (group.cases == 0) {
    page.blocks.emplace_back(
        Paragraph{{{t("There is no case from this region yet: nothing can be said about it."), {}, "state"}}, ""});
  }
  page.blocks.emplace_back(CardsOfRegion(report, g, 0, kCasesOnAPage));
  for (const auto& [kind, id, title] :
       {std::tuple(model::CodeKind::kPractice, "practices", t("Practices in this region")),
        std::tuple(model::CodeKind::kBarrier, "barriers", t("Barriers in this region"))}) {
    std::vector<StripList> lists = Told(report, kind, g);
    if (lists.empty()) continue;
    Heading heading{title, id, 2};
    heading.cap = {{t("One square is one case study. Empty: not reported; it may still take place.")}};
    heading.table_cap = {{t("What no case study tells of may still take place.")}};
    page.blocks.emplace_back(std::move(heading));
    for (std::size_t i = 0; i < lists.size(); ++i) {
      const bool folded = i > 0 && lists.size() > 2 && lists[i].rows.front().squares.size() > 2 && IsLittle(lists[i]);
      page.blocks.emplace_back(Strips{{std::move(lists[i])}, folded});
    }
    if (kind != model::CodeKind::kPractice) continue;
    AddParticular(report, g, page);
    AddLaws(report, model::RegionId(group.id), page);
  }
  AddPartners(report, coalitions, g, page);
  AddMissing(report, g, page);
  return page;
}

}  // namespace

core::Status RegionPages(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& groups = report.Regions().groups;
  const CoalitionView coalitions = ViewCoalitions(report);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const int listed = groups[g].cases - report.CountedOnlyIn(report.Regions(), g);
    const int parts = std::max(1, (listed + kCasesOnAPage - 1) / kCasesOnAPage);
    for (int part = 1; part <= parts; ++part) {
      Page page = FirstPage(report, coalitions, g);
      if (part > 1) {
        page.id.part = part;
        page.title = t("{1}: part {2}", groups[g].label, part);
        page.blocks.clear();
        page.blocks.emplace_back(
            CardsOfRegion(report, g, static_cast<std::size_t>(part - 1) * kCasesOnAPage, kCasesOnAPage));
      }
      AddParts(report, page, parts);
      page.previous = g == 0 ? Link{{PageKind::kCases}, t("Case studies")}
                             : Link{Report::RegionPage(groups[g - 1].id), groups[g - 1].label};
      if (g + 1 < groups.size()) page.next = Link{Report::RegionPage(groups[g + 1].id), groups[g + 1].label};
      CG_RETURN_IF_ERROR(sink(std::move(page)));
    }
  }
  return {};
}

}  // namespace commonground::publish
