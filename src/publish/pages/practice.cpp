// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A page a practice: what it is, where it is found, in whose words, who is silent, what is told beside it, how sure it
// is.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "publish/labels.h"
#include "publish/pages/finding_parts.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

namespace {

constexpr std::size_t kQuotations = 6;
constexpr std::size_t kLongestQuotation = 260;  // bytes

// The parent's label and number, and the codes below with theirs.
Spans Around(const Report& report, std::int32_t code) {
  const Words& t = report.t;
  Spans spans;
  const auto& parents = report.data.snapshot.parent;
  const std::int32_t parent = parents[static_cast<std::size_t>(code)];
  const auto add = [&](std::int32_t one) {
    const model::Share& share = report.Row(report.Regions(), one).overall;
    spans.push_back(
        {report.CodeLabel(one), share.present > 0 ? report.CodePage(one) : Target(), {}, report.StudyLanguage()});
    spans.push_back({" " + t("{1} of {2}", share.present, share.of)});
  };
  if (parent >= 0 && !report.IsHeading(parent)) {
    spans.push_back({t("Part of: ")});
    add(parent);
  }
  bool first = true;
  for (std::int32_t below = 0; below < std::ssize(parents); ++below) {
    if (parents[static_cast<std::size_t>(below)] != code) continue;
    spans.push_back({first ? (spans.empty() ? "" : ". ") + t("Parts: ") : t.Semicolon()});
    first = false;
    add(below);
  }
  return spans;
}

// One passage from each region first, then more, shortest names of places never: only what may be shown.
Quotations WordsOf(const Report& report, std::int32_t code) {
  Quotations quotations;
  std::vector<const model::CodingColumn*> chosen;
  std::set<std::int32_t> cases;
  for (const bool one_a_region : {true, false}) {
    std::set<std::int32_t> regions;
    for (const PassageRef& passage : report.PassagesOf(code)) {
      if (chosen.size() == kQuotations) break;
      const auto& coding = report.data.snapshot.codings[static_cast<std::size_t>(passage.coding)];
      const std::int32_t region = report.GroupOfCase(report.Regions(), passage.case_index);
      if (cases.contains(passage.case_index) || (one_a_region && regions.contains(region))) continue;
      const std::string text = report.PassageText(coding);
      if (text.empty() || text.size() > kLongestQuotation) continue;
      regions.insert(region);
      cases.insert(passage.case_index);
      chosen.push_back(&coding);
    }
  }
  for (const model::CodingColumn* coding : chosen) quotations.quotes.push_back(QuotationOf(report, *coding));
  return quotations;
}

Bars Beside(const Report& report, const Report::Gaps& gaps, std::int32_t code) {
  Bars bars;
  const int of = report.Row(report.Regions(), code).overall.present;
  for (const std::size_t r : gaps.rows) {
    if (gaps.map->rows[r] != code) continue;
    for (const std::size_t c : gaps.columns) {
      const model::GapCell& cell = gaps.Cell(r, c);
      if (cell.cases == 0) continue;
      bars.rows.push_back({{report.CodeLabel(cell.column), report.CodePage(cell.column), {}, report.StudyLanguage()},
                           cell.cases,
                           of,
                           {report.t("{1} of {2}", cell.cases, of), report.Gap(code, cell.column)},
                           IsHarm(report, cell.column)});
    }
  }
  std::ranges::stable_sort(bars.rows, std::ranges::greater{}, &Bars::Row::value);
  return bars;
}

void AddSilent(const Report& report, std::int32_t code, Page& page) {
  const Words& t = report.t;
  const model::Share& all = report.Row(report.Regions(), code).overall;
  Notes notes;
  std::vector<bool> told(static_cast<std::size_t>(report.ListedCases()), false);
  for (const PassageRef& passage : report.PassagesOf(code)) told[static_cast<std::size_t>(passage.case_index)] = true;
  Spans names;
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (told[i] || told.size() > kMaxShown) continue;
    const auto& id = report.data.comparison.cases[i];
    if (!names.empty()) names.push_back({report.t.Comma()});
    names.push_back({report.OrganisationName(id), Report::CasePage(id)});
  }
  const int silent = all.of - all.present;
  const auto listed = static_cast<int>(std::ranges::count(told, false));
  if (silent > listed && told.size() <= kMaxShown) {
    const bool first = names.empty();
    if (!first) names.push_back({" "});
    names.push_back(report.AndCountedOnly(silent - listed, first));
  }
  names.insert(names.begin(),
               {t.Plural("{1} case is silent. ", "{1} cases are silent. ", silent, silent), {}, "strong"});
  notes.notes.push_back(
      {std::move(names), {{t("No passage mentions it: not reported. It may still take place."), {}, ""}}, {}});
  page.blocks.emplace_back(Heading{t("Who is silent"), "silent", 2});
  page.blocks.emplace_back(std::move(notes));
}

// Cases that a finding on this practice names against it, with their passages.
void AddAgainst(const Report& report, std::int32_t code, Page& page) {
  const Words& t = report.t;
  bool first = true;
  for (const model::Finding* finding : FindingsOf(report)) {
    const std::vector<std::int32_t> codes = CodesOf(report, *finding);
    if (finding->cases_against.empty() || std::ranges::find(codes, code) == codes.end()) continue;
    if (first) page.blocks.emplace_back(Heading{t("What speaks against it"), "against", 2});
    first = false;
    Quotations quotations = PassagesOf(report, finding->cases_against, codes);
    if (!quotations.quotes.empty()) page.blocks.emplace_back(std::move(quotations));
    const int n = static_cast<int>(finding->cases_against.size());
    page.blocks.emplace_back(Paragraph{{{t.Plural("{1} case speaks against a finding that rests on it: ",
                                                  "{1} cases speak against a finding that rests on it: ", n, n)},
                                        {finding->statement, PlaceOf(*finding), {}, report.StudyLanguage()}},
                                       "src"});
  }
}

// By case: several coders coded something in it.
std::vector<bool> ReadBySeveral(const Report& report) {
  std::vector<std::int32_t> first(report.data.comparison.cases.size(), -1);
  std::vector<bool> several(first.size(), false);
  for (const auto& one : report.data.snapshot.codings) {
    const auto index = static_cast<std::size_t>(one.case_index);
    if (first[index] < 0) first[index] = one.coder;
    if (first[index] != one.coder) several[index] = true;
  }
  return several;
}

// Of the cases that several coders read: in how many several found it, in how many one alone; nothing where there is
// none.
Spans WhoFound(const Report& report, std::int32_t code, const std::vector<bool>& read_by_several) {
  std::map<std::int32_t, std::set<std::int32_t>> found;  // coders, by case
  for (const PassageRef& passage : report.PassagesOf(code)) {
    if (!read_by_several[static_cast<std::size_t>(passage.case_index)]) continue;
    found[passage.case_index].insert(report.data.snapshot.codings[static_cast<std::size_t>(passage.coding)].coder);
  }
  if (found.empty()) return {};
  const auto several = std::ranges::count_if(found, [](const auto& one) { return one.second.size() > 1; });
  return {{report.t("Of the cases that several coders read, several found it in {1} and one alone in {2}.",
                    static_cast<int>(several), static_cast<int>(std::ssize(found) - several))}};
}

void AddHow(const Report& report, std::int32_t code, const std::vector<bool>& read_by_several, Page& page) {
  const Words& t = report.t;
  const model::CodeRow& row = report.Row(report.Regions(), code);
  Heading how{t("How we know"), "sure", 2};
  how.layout = Heading::Layout::kPanel;
  page.blocks.emplace_back(std::move(how));
  Notes notes;
  const int passages = DistinctPassages(report, code);
  notes.notes.push_back(
      {{{t.Plural("{1} passage is coded with it. ", "{1} passages are coded with it. ", passages, passages)},
        {t("The class is: {1}.", report.ClassLabel(row, report.Regions()))}},
       {{t("Each case, and each coder, is left out in turn: {1}.", SteadinessOf(report, row).words)}},
       {}});
  if (Spans who = WhoFound(report, code, read_by_several); !who.empty()) {
    notes.notes.push_back({std::move(who), {{t("How the texts were read"), PageId{PageKind::kMethodology}}}, {}});
  }
  notes.notes.push_back({{{t("The evidence is what organisations document about their own work. It shows that "
                             "something is done, and where; not what "
                             "it achieves.")}},
                         {{t("All passages"), report.Number(code)}},
                         {}});
  page.blocks.emplace_back(std::move(notes));
}

Page MakePage(const Report& report, std::int32_t code, const std::vector<bool>& read_by_several) {
  const Words& t = report.t;
  const model::CodeRow& row = report.Row(report.Regions(), code);
  Page page{report.CodePage(code), report.CodeLabel(code), {}};
  page.head.crumb = {{t("Common ground"), PageId{PageKind::kPractices}}};
  const std::int32_t parent = report.data.snapshot.parent[static_cast<std::size_t>(code)];
  if (parent >= 0 && !report.IsHeading(parent)) {
    page.head.crumb.push_back({" › "});
    page.head.crumb.push_back({report.CodeLabel(parent), report.CodePage(parent), {}, report.StudyLanguage()});
  }
  page.head.count = {std::to_string(row.overall.present), OfCases(t, row.overall.of), {}, report.Number(code)};
  page.head.count_note = {{t("{1}; {2}", ClassName(report, row.prevalence), SteadinessOf(report, row).words)}};
  const StripList regions = RegionStrips(report, code);
  const StripList laws = LawStrips(report, code);
  page.head.answer = {{laws.rows.empty() ? t("Found in {1}.", regions.note)
                                         : t("Found in {1} and under {2}.", regions.note, laws.note)}};
  ReadersWords told = WordsFor(report, "practice-" + report.data.snapshot.codes[static_cast<std::size_t>(code)].value);
  if (!told.answer.empty()) {
    told.answer.push_back({" "});
    page.head.answer.insert(page.head.answer.begin(), told.answer.begin(), told.answer.end());
  }
  const auto& definition = report.data.study.codebook[static_cast<std::size_t>(code)].definition;
  const Spans around = Around(report, code);
  if (!definition.empty() || !around.empty() || !told.rest.empty()) {
    page.blocks.emplace_back(Heading{t("What it is"), "what", 2});
    if (!told.rest.empty()) page.blocks.emplace_back(Prose{std::move(told.rest), told.language});
    page.blocks.emplace_back(Notes{{{{{definition.empty() ? t("The codebook has no definition of it.") : definition,
                                       {},
                                       definition.empty() ? "state" : "",
                                       definition.empty() ? "" : report.StudyLanguage()}},
                                     around,
                                     {}}}});
  }
  Heading where{t("Where it is found"), "where", 2};
  where.cap = {{t("One square is one case study. Empty: not reported; it may still take place.")}};
  where.table_cap = {{t("What no case study tells of may still take place.")}};
  page.blocks.emplace_back(std::move(where));
  page.blocks.emplace_back(laws.rows.empty() ? Strips{{regions}} : Strips{{regions, laws}});
  Quotations words = WordsOf(report, code);
  if (!told.quotes.empty()) {
    words.quotes = std::move(told.quotes);
    Heading head{t("In their words"), "words", 2};
    head.cap = {{t.Plural("{1} of {2} passage, chosen by people. ", "{1} of {2} passages, chosen by people. ",
                          DistinctPassages(report, code), static_cast<int>(words.quotes.size()),
                          DistinctPassages(report, code))},
                {t("All passages"), report.Number(code)}};
    page.blocks.emplace_back(std::move(head));
    page.blocks.emplace_back(std::move(words));
  } else if (!words.quotes.empty()) {
    Heading head{t("In their words"), "words", 2};
    head.cap = {
        {t.Plural("{1} of {2} passage, chosen by rule: one from each region first. ",
                  "{1} of {2} passages, chosen by rule: one from each region first. ", DistinctPassages(report, code),
                  static_cast<int>(words.quotes.size()), DistinctPassages(report, code))},
        {t("All passages"), report.Number(code)}};
    page.blocks.emplace_back(std::move(head));
    page.blocks.emplace_back(std::move(words));
  }
  AddAgainst(report, code, page);
  AddSilent(report, code, page);
  for (const auto& [gaps, id, title, cap] :
       {std::tuple(&report.BarrierGaps(), "barriers", t("What stands in the way"),
                   t("Barriers named in the same document. Together, not because.")),
        std::tuple(&report.OutcomeGaps(), "changed", t("What changed beside it"),
                   t("Outcomes told in the same document. Together, not because."))}) {
    Bars bars = Beside(report, *gaps, code);
    if (bars.rows.empty()) continue;
    Heading head{title, id, 2};
    head.cap = {{cap}};
    const auto harm = std::ranges::find_if(bars.rows, &Bars::Row::harm);
    std::optional<Paragraph> warning;
    if (harm != bars.rows.end()) {
      warning =
          Paragraph{{{t("Harm stands beside good news. Read what went wrong before you copy: ")}, harm->count}, "src"};
    }
    page.blocks.emplace_back(std::move(head));
    page.blocks.emplace_back(std::move(bars));
    if (warning) page.blocks.emplace_back(std::move(*warning));
  }
  AddAnswersOfPractice(report, code, page);
  AddOutcomesOfPractice(report, code, page);
  if (const auto advice = RecommendationsFor(report, code); !advice.empty()) {
    page.blocks.emplace_back(Heading{t("What follows"), "rests", 2});
    page.blocks.emplace_back(AdviceOf(report, advice, AdviceOn::kPracticePage));
  }
  AddHow(report, code, read_by_several, page);
  return page;
}

}  // namespace

int DistinctPassages(const Report& report, std::int32_t code) {
  int count = 0;
  const model::CodingColumn* last = nullptr;
  for (const PassageRef& passage : report.PassagesOf(code)) {
    const auto& one = report.data.snapshot.codings[static_cast<std::size_t>(passage.coding)];
    const bool same = last != nullptr && last->document_index == one.document_index && last->start == one.start &&
                      last->end == one.end;
    count += same ? 0 : 1;
    last = &one;
  }
  return count;
}

core::Status PracticePages(const Report& report, const PageSink& sink) {
  const std::vector<std::int32_t> codes = report.CodesOf(model::CodeKind::kPractice);
  const std::vector<bool> read_by_several = ReadBySeveral(report);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    Page page = MakePage(report, codes[i], read_by_several);
    if (i == 0) {
      page.previous = Link{{PageKind::kPractices}, report.t("Common ground")};
    } else {
      page.previous = Link{report.CodePage(codes[i - 1]), report.CodeLabel(codes[i - 1])};
    }
    if (i + 1 < codes.size()) page.next = Link{report.CodePage(codes[i + 1]), report.CodeLabel(codes[i + 1])};
    CG_RETURN_IF_ERROR(sink(std::move(page)));
  }
  return {};
}

}  // namespace commonground::publish
