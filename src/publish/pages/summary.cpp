// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The cover: the answer before any figure, the strongest findings with their squares, the frame, and what is missing,
// as large as what was found.
#include <algorithm>

#include "publish/figures/figures.h"
#include "publish/labels.h"
#include "publish/pages/finding_parts.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"
#include "publish/titles.h"

namespace commonground::publish {

namespace {

constexpr std::size_t kWays = 6;

int RegionsWithCases(const Report& report) {
  return Report::MaterialOf(report.Regions()).groups;
}

int CountOf(const Report& report, model::CodeKind kind, bool in_no_case) {
  int count = 0;
  for (std::int32_t code = 0; code < std::ssize(report.data.snapshot.codes); ++code) {
    if (report.data.snapshot.kinds[static_cast<std::size_t>(code)] != kind || report.IsHeading(code)) continue;
    count += !in_no_case || report.Row(report.Regions(), code).overall.present == 0 ? 1 : 0;
  }
  return count;
}

}  // namespace

Cover CoverOf(const Report& report) {
  const Words& t = report.t;
  const auto& data = report.data;
  const auto& settings = data.study.settings;
  Cover cover;
  cover.over = (settings.publisher.empty() ? "" : settings.publisher + " · ") + InWords(data.context.on, t);
  const TitleLines lines = LinesOf(settings.title);
  cover.title = settings.title.empty() ? t("Summary") : lines.name;
  cover.subtitle = lines.what.empty() || settings.subtitle.empty() ? lines.what + settings.subtitle
                                                                   : lines.what + ". " + settings.subtitle;
  if (!settings.title.empty()) cover.language = report.StudyLanguage();
  cover.answer = SummaryAnswer(report);
  if (cover.answer.empty()) cover.answer = {{AnswerOf(report)}};
  int dots = 0;
  int filled = 0;
  for (const auto& region : data.frame.regions) {
    const int here = std::min(region.cases, region.asked);
    cover.panels.push_back({report.RegionLabel(region.region), FilledOf(region, t), here, region.asked});
    filled += here;
    dots += region.asked;
  }
  cover.description =
      t("An umbrella with a panel for each region and a dot for each place. Filled: {1} of {2}.", filled, dots);
  cover.caption =
      t("One panel a region, one dot a place. Filled: a case study in this edition. Hollow: none in this edition.");
  const int regions = static_cast<int>(report.Regions().groups.size());
  const int cases = static_cast<int>(data.comparison.cases.size());
  const int common = static_cast<int>(report.CommonGround(report.Regions(), model::CodeKind::kPractice).size());
  cover.numbers = {{std::to_string(cases),
                    t(" of {1}", data.frame.asked),
                    {{t("case studies, of the places in the frame")}},
                    PageId{PageKind::kCases}},
                   {std::to_string(RegionsWithCases(report)),
                    t(" of {1}", regions),
                    {{t("regions with a case study")}},
                    PageId{PageKind::kCoverage}},
                   {std::to_string(common),
                    t(" of {1}", CountOf(report, model::CodeKind::kPractice, false)),
                    {{t("practices that are common ground")}},
                    PageId{PageKind::kPractices}},
                   {std::to_string(data.context.countries.size()),
                    {},
                    {{t.Plural("country and its laws", "countries and their laws",
                               static_cast<int>(data.context.countries.size()))}},
                    PageId{PageKind::kContexts}},
                   {std::to_string(data.study.sources.size()),
                    {},
                    {{t.Plural("source beside the case studies", "sources beside the case studies",
                               static_cast<int>(data.study.sources.size()))}},
                    PageId{PageKind::kSources}}};
  return cover;
}

namespace {

std::string HowSteady(const Report& report, const model::CodeRow& row) {
  const Steadiness steadiness = SteadinessOf(report, row);
  if (!steadiness.steady) return report.t("How steady: {1}.", steadiness.words);
  return row.by_coder.of >= 2 ? report.t("Steady: it holds without any one case, and without any one coder.")
                              : report.t("Steady: it holds without any one case.");
}

Card CardOfCode(const Report& report, std::int32_t code, std::string kind) {
  const Words& t = report.t;
  const model::CodeRow& row = report.Row(report.Regions(), code);
  std::string class_name = ClassName(report, row.prevalence);
  Card card{std::move(kind),
            class_name,
            {report.CodeLabel(code), report.CodePage(code), {}, report.StudyLanguage()},
            {std::to_string(row.overall.present), OfCases(t, row.overall.of), {}, report.Number(code)},
            RegionStrips(report, code),
            LawStrips(report, code),
            {},
            {{HowSteady(report, row)}}};
  const auto& definition = report.data.study.codebook[static_cast<std::size_t>(code)].definition;
  if (!definition.empty()) card.text = {{definition, {}, {}, report.StudyLanguage()}};
  ReadersWords told = WordsFor(report, "practice-" + report.data.snapshot.codes[static_cast<std::size_t>(code)].value);
  if (!told.answer.empty()) card.text = std::move(told.answer);
  return card;
}

}  // namespace

// The lead is a single practice that is common ground, where there is one: whole fields are easier to fill.
Cards CardsOf(const Report& report) {
  const Words& t = report.t;
  Cards cards;
  std::vector<std::int32_t> practices = report.CodesOf(model::CodeKind::kPractice);
  const auto single = std::ranges::find_if(practices, [&](std::int32_t code) { return !IsField(report, code); });
  if (single != practices.end()) std::rotate(practices.begin(), single, single + 1);
  const std::vector<std::int32_t> barriers = report.CodesOf(model::CodeKind::kBarrier);
  const std::vector<std::int32_t> outcomes = report.CodesOf(model::CodeKind::kOutcome);
  for (std::size_t i = 0; i < std::min<std::size_t>(2, practices.size()); ++i) {
    cards.cards.push_back(CardOfCode(report, practices[i], t("Practice")));
  }
  if (!barriers.empty()) cards.cards.push_back(CardOfCode(report, barriers.front(), t("Barrier")));
  const auto all = static_cast<int>(report.data.comparison.cases.size());
  for (std::size_t i = 1; i < cards.cards.size(); ++i) cards.cards[i].count.of = t(" of {1}", all);
  const auto findings = FindingsOf(report);
  const auto finding = std::ranges::find_if(findings, [](const auto* one) { return !one->cases_for.empty(); });
  if (finding != findings.end()) cards.cards.push_back(CardOfFinding(report, **finding));
  if (!outcomes.empty()) {
    // What went wrong is told as large as what went well.
    const auto harm = std::ranges::find_if(outcomes, [&](std::int32_t code) { return IsHarm(report, code); });
    const bool any = harm != outcomes.end();
    cards.cards.push_back(CardOfCode(report, any ? *harm : outcomes.front(), any ? t("Harm") : t("Outcome")));
    cards.cards.back().count.of = t(" of {1}", all);
  }
  return cards;
}

// What people chose for the summary; else the shortest passage that says something, of a case that is quoted and named.
std::vector<Quotation> ChosenQuotation(const Report& report) {
  std::vector<Quotation> chosen = QuotesOf(report, "summary");
  if (!chosen.empty()) return {std::move(chosen.front())};
  const model::CodingColumn* best = nullptr;
  std::size_t length = 0;
  for (const model::CodingColumn& coding : report.data.snapshot.codings) {
    const auto& id = report.data.comparison.cases[static_cast<std::size_t>(coding.case_index)];
    if (coding.end - coding.start < 40 || coding.end - coding.start > 110 || !MayBeQuoted(report, id) ||
        !report.data.named.at(id))
      continue;
    if (report.PassageLanguage(coding) != report.t.language()) continue;
    const std::string text = report.PassageText(coding);
    if (text.empty() || text.find('\n') != std::string::npos || (best != nullptr && text.size() >= length)) continue;
    best = &coding;
    length = text.size();
  }
  if (best == nullptr) return {};
  return {QuotationOf(report, *best)};
}

std::string WithoutCase(int of, const Words& t) {
  return t.Plural(
      "place in the frame without a case study in this edition. Why is told to nobody: it is private to each.",
      "places in the frame without a case study in this edition. Why is told to nobody: it is private to each.", of);
}
std::string WithoutPassage(int of, const Words& t) {
  return t.Plural("case study without a coded passage so far, which counts as silence everywhere.",
                  "case studies without a coded passage so far, which counts as silence everywhere.", of);
}

Numbers MissingOf(const Report& report) {
  const Words& t = report.t;
  const auto& data = report.data;
  Numbers numbers;
  const int cases = static_cast<int>(data.comparison.cases.size());
  int without = 0;
  for (const auto& region : data.frame.regions) without += std::max(0, region.asked - region.cases);
  const auto add = [&](int number, int of, std::string text, Target target) {
    numbers.rows.push_back({std::to_string(number), t(" of {1}", of), {{std::move(text)}}, std::move(target)});
  };
  add(without, data.frame.asked, WithoutCase(data.frame.asked, t), PageId{PageKind::kCoverage});
  const auto silent = static_cast<int>(std::ranges::count(data.comparison.material, 0, &model::CaseMaterial::passages));
  if (silent > 0) add(silent, cases, WithoutPassage(cases, t), PageId{PageKind::kCases});
  const int practices = CountOf(report, model::CodeKind::kPractice, false);
  add(CountOf(report, model::CodeKind::kPractice, true), practices,
      t.Plural("practice of the codebook in no case.", "practices of the codebook in no case.", practices),
      PageId{PageKind::kPractices});
  const auto unknown = static_cast<int>(std::ranges::count_if(
      data.context.countries, [](const auto& country) { return country.legal_model == "unknown"; }));
  if (!data.context.countries.empty()) {
    const auto countries = static_cast<int>(data.context.countries.size());
    add(unknown, countries,
        t.Plural("country without a legal model, because what the rule needs is not sourced.",
                 "countries without a legal model, because what the rule needs is not sourced.", countries),
        PageId{PageKind::kContexts});
  }
  const auto findings = FindingsOf(report);
  const auto graded =
      static_cast<int>(std::ranges::count_if(findings, [](const auto* one) { return GradeOf(*one) > 0; }));
  if (!findings.empty()) {
    const auto all = static_cast<int>(findings.size());
    add(graded, all,
        t.Plural("finding graded by two people. Until then a finding has no confidence.",
                 "findings graded by two people. Until then a finding has no confidence.", all),
        PageId{PageKind::kFindings});
  }
  return numbers;
}

namespace {

void AddMissing(const Report& report, Page& page) {
  const Words& t = report.t;
  Heading heading{t("What is missing"), "missing", 2};
  heading.cap = {{t("A report that anyone can check says what it does not know.")}};
  page.blocks.emplace_back(std::move(heading));
  page.blocks.emplace_back(MissingOf(report));
}

void AddWays(const Report& report, Page& page) {
  const Words& t = report.t;
  Ways ways;
  for (const auto& [kind, title, more, target] :
       {std::tuple(model::CodeKind::kPractice, t("By practice"), t("All practices"), PageKind::kPractices),
        std::tuple(model::CodeKind::kBarrier, t("By barrier"), t("All barriers"), PageKind::kBarriers)}) {
    Ways::List list{title, {}, {{more, PageId{target}}}};
    for (const std::int32_t code : report.CodesOf(kind)) {
      if (list.items.size() == kWays) break;
      const model::Share& share = report.Row(report.Regions(), code).overall;
      list.items.push_back({{report.CodeLabel(code), report.CodePage(code), {}, report.StudyLanguage()},
                            t("{1} of {2}", share.present, share.of)});
    }
    if (!list.items.empty()) ways.lists.push_back(std::move(list));
  }
  Ways::List regions{t("By region"), {}, {{t("All case studies"), PageId{PageKind::kCases}}}};
  for (const auto& group : report.Regions().groups) {
    regions.items.push_back(
        {{group.label, Report::RegionPage(group.id)}, t.Plural("{1} case", "{1} cases", group.cases, group.cases)});
  }
  ways.lists.push_back(std::move(regions));
  Ways::List countries{t("By country"), {}, {{t("All countries"), PageId{PageKind::kContexts}}}};
  countries.run_on = true;
  for (const auto& country : report.data.context.countries) {
    if (countries.items.size() == 4 * kWays) break;
    countries.items.push_back({{report.CountryName(country.country), Report::CountryPage(country.country)}, {}});
  }
  if (!countries.items.empty()) ways.lists.push_back(std::move(countries));
  if (const model::Grouping* laws = report.Find("legal_model")) {
    Ways::List list{t("By law"), {}, {{t("All practices by legal model"), PageId{PageKind::kLaws}}}};
    for (std::size_t g = 0; g < laws->groups.size(); ++g) {
      const int cases = laws->groups[g].cases;
      if (cases > 0)
        list.items.push_back({{Capital(report.GroupLabel(*laws, g))}, t.Plural("{1} case", "{1} cases", cases, cases)});
    }
    ways.lists.push_back(std::move(list));
  }
  Ways::List rest{t("Reading on"), {}, {}};
  for (const auto& [kind, text] :
       {std::pair(PageKind::kOutcomes, t("Practices and outcomes")),
        std::pair(PageKind::kAnswers, t("Practices and barriers")),
        std::pair(PageKind::kTwoPages, t("The summary on two pages")),
        std::pair(PageKind::kStates, t("How things not known are shown")), std::pair(PageKind::kIndex, t("A to Z"))}) {
    rest.items.push_back({{text, PageId{kind}}, {}});
  }
  ways.lists.push_back(std::move(rest));
  Heading heading{t("Ways in"), "ways", 2};
  heading.layout = Heading::Layout::kPanel;
  page.blocks.emplace_back(std::move(heading));
  page.blocks.emplace_back(std::move(ways));
}

}  // namespace

std::string AnswerOf(const Report& report) {
  const Words& t = report.t;
  const int with_cases = RegionsWithCases(report);
  const int regions = static_cast<int>(report.Regions().groups.size());
  const int n = static_cast<int>(report.CommonGround(report.Regions(), model::CodeKind::kPractice).size());
  const int cases = static_cast<int>(report.data.comparison.cases.size());
  if (n == 0)
    return t("No practice is found in every region and in at least {1}.", CasesOf(t, report.LeastCases(), cases));
  if (with_cases == regions) {
    return t.Plural("{1} practice is found in every region and in at least {2}.",
                    "{1} practices are found in every region and in at least {2}.", n, n,
                    CasesOf(t, report.LeastCases(), cases));
  }
  return t.Plural(
      "So far, {1} practice appears in every region that has case studies ({3} of {4}) and in at least {2}.",
      "So far, {1} practices appear in every region that has case studies ({3} of {4}) and in at least {2}.", n, n,
      CasesOf(t, report.LeastCases(), cases), with_cases, regions);
}

core::Status SummaryPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& settings = report.data.study.settings;
  Page page{{PageKind::kSummary}, settings.title.empty() ? t("Summary") : t("Summary: {1}", settings.title), {}};
  page.blocks.emplace_back(CoverOf(report));
  AddChapter(report, "summary", page);
  Heading found{t("What we found"), "found", 2};
  found.cap = {
      {t("One square is one case study. Filled: a passage says so. Empty: not reported; it may still take place.")}};
  found.table_cap = {{t("What no case study tells of may still take place.")}};
  page.blocks.emplace_back(std::move(found));
  page.blocks.emplace_back(CardsOf(report));
  for (Quotation& quote : ChosenQuotation(report)) page.blocks.emplace_back(Pull{std::move(quote)});
  const bool has_tiles =
      std::ranges::any_of(page.blocks, [](const Block& block) { return std::holds_alternative<Tiles>(block); });
  if (!has_tiles) {
    const model::PublishedFrame& frame = report.data.frame;
    auto map = FrameMap(report);  // says in its title how many there are
    Heading places{map ? t("Where the case studies are from")
                       : (frame.cases <= frame.asked
                              ? t.Plural("{1} of {2} place has a case study", "{1} of {2} places have a case study",
                                         frame.asked, frame.cases, frame.asked)
                              : t("Cases in this edition: {1}. The frame asks for {2}.", frame.cases, frame.asked)),
                   "places", 2};
    places.layout = Heading::Layout::kWide;
    if (!map) {
      places.cap = {
          {t("Each tile is a place in the frame: the place, the organisation, and the law on sex work on {1}.",
             InWords(report.data.context.on, t))}};
    }
    page.blocks.emplace_back(std::move(places));
    if (map) {
      page.blocks.emplace_back(std::move(*map));
    } else {
      page.blocks.emplace_back(FrameTiles(report));
    }
  }
  AddMissing(report, page);
  page.blocks.emplace_back(Heading{t("How sure can you be?"), "sure", 2});
  page.blocks.emplace_back(Notes{
      {{{{t("Case studies were purposively selected, not drawn at random: there are no p-values and no averages of the "
            "world. Each region "
            "counts the same, however many cases it has.")}},
        {{t("Common ground: in every region and in at least {1} of cases. In most regions: in more than {2} of "
            "regions. “So far” means that some regions have no case study yet.",
            settings.common_ground_share.Text(), settings.most_regions_share.Text())}},
        {}},
       {{{t("Each case and each coder was left out in turn. Where that changes the answer, the page says which way.")}},
        {{t("How we know"), PageId{PageKind::kMethodology}}},
        {}},
       {{{t("Words appear only with consent to quote, names only with consent to name. Nobody is recorded as being a "
            "sex worker.")}},
        {},
        {}}}});
  AddWays(report, page);
  return sink(std::move(page));
}

}  // namespace commonground::publish
