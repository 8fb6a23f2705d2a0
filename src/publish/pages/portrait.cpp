// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A page a case study, in one frame: who and where, the law, the text with what was coded beside it, facts, with whom.
#include <algorithm>
#include <map>
#include <set>

#include "core/text_range.h"
#include "publish/coalitions/view.h"
#include "publish/figures/figures.h"
#include "publish/labels.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"
#include "publish/prose.h"

namespace commonground::publish {

namespace {

// Codes beside a paragraph, each with how many cases share it.
std::vector<Spans> CodesBeside(const Report& report, const std::vector<const model::CodingColumn*>& codings,
                               std::int64_t begin, std::int64_t end) {
  std::vector<Spans> codes;
  std::vector<std::int32_t> seen;
  for (const model::CodingColumn* coding : codings) {
    if (coding->start >= end || coding->end <= begin || std::ranges::find(seen, coding->code) != seen.end()) continue;
    seen.push_back(coding->code);
    const model::Share& share = report.Row(report.Regions(), coding->code).overall;
    codes.push_back({{report.CodeLabel(coding->code), report.CodePage(coding->code), "code", report.StudyLanguage()},
                     {report.t("{1} of {2}", share.present, share.of), report.Number(coding->code), "n"}});
  }
  return codes;
}

// Blocks of a text that are the cells of one table.  A cell without words leaves no block, so only where all rows have
// as many cells is it known what stands below what.
struct TableOfText {
  std::vector<std::size_t> row_ends;  // each as an index of a block
  bool Has() const { return row_ends.size() > 1; }
};

TableOfText TableAt(const std::vector<const model::Part*>& parts, std::size_t first) {
  TableOfText table;
  const auto is_cell = [&](std::size_t i) {
    return i < parts.size() && parts[i] != nullptr && parts[i]->kind == model::PartKind::kTableCell;
  };
  if (first > 0 && is_cell(first - 1) && is_cell(first) && parts[first - 1]->level <= parts[first]->level) return table;
  std::size_t in_row = 0;
  for (std::size_t begin = first; is_cell(begin);) {
    std::size_t end = begin;
    while (is_cell(end) && parts[end]->level == parts[begin]->level) ++end;
    if (begin > first && parts[begin]->level < parts[begin - 1]->level) break;  // another table follows
    if (in_row == 0) in_row = end - begin;
    if (end - begin != in_row || in_row < 2) return {};
    table.row_ends.push_back(end);
    begin = end;
  }
  return table.Has() ? table : TableOfText{};
}

void AddText(const Report& report, const model::Document& document, int document_number, const std::string& title,
             const std::vector<const model::CodingColumn*>& codings, Page& page) {
  const bool markdown = document.id.value.ends_with(".md");
  const core::TextIndex index(document.text);
  std::map<std::int64_t, const model::Part*> part_at;
  for (const model::Part& part : document.parts) part_at.emplace(part.range.start, &part);
  const std::vector<TextBlock> blocks = SplitBlocks(document.text);
  std::vector<const model::Part*> parts;  // by block
  for (const TextBlock& block : blocks) {
    const auto part = part_at.find(index.CodePoint(block.begin));
    parts.push_back(part == part_at.end() ? nullptr : part->second);
  }
  const auto words = [&](std::size_t b) {
    return document.text.substr(blocks[b].begin, blocks[b].end - blocks[b].begin);
  };
  const auto at = [&](std::size_t b) {
    return PassageTarget{document.organisation, document_number, static_cast<int>(b) + 1};
  };
  int level = 2;  // of the last heading: none is left out below it
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const TableOfText table = TableAt(parts, b);
    const std::size_t last = table.Has() ? table.row_ends.back() - 1 : b;
    Passage passage;
    passage.at = at(b);
    passage.language = document.language.empty() ? "und" : document.language;
    passage.codes = CodesBeside(report, codings, index.CodePoint(blocks[b].begin), index.CodePoint(blocks[last].end));
    if (table.Has()) {
      for (const std::size_t end : table.row_ends) {
        auto& row = passage.rows.emplace_back();
        for (; b < end; ++b) row.push_back({at(b), words(b)});
      }
      b = last;
    } else if (markdown) {
      passage.blocks = report.Read(words(b), 2);
    } else {
      const std::string text = words(b);
      const auto kind = parts[b] == nullptr ? model::PartKind::kParagraph : parts[b]->kind;
      if (kind == model::PartKind::kHeading && text == title && passage.codes.empty()) continue;  // it stands above
      if (kind == model::PartKind::kHeading) level = std::clamp(parts[b]->level + 1, 3, level + 1);
      passage.blocks = {ReadPart(text, kind, std::min(level, 6))};
    }
    page.blocks.emplace_back(std::move(passage));
  }
}

void AddDocument(const Report& report, std::size_t index, const std::vector<const model::CodingColumn*>& codings,
                 Page& page) {
  const Words& t = report.t;
  const model::Document& document = report.data.study.documents[index];
  const int number = report.DocumentNumber(static_cast<std::int32_t>(index));
  const std::string title = document.title.empty() ? t("Document {1}", number) : document.title;
  Heading heading{title, "d" + std::to_string(number), 2};
  heading.language = document.title.empty() ? "" : (document.language.empty() ? "und" : document.language);
  if (number == 1 && !document.title.empty()) {  // its title is that of the page
    heading.text = t("The case study");
    heading.language.clear();
  }
  heading.cap = {{document.kind == model::DocumentKind::kSummary
                      ? t("A summary in our own words, from the sources named. ")
                      : t("An account in people's own words. ")}};
  const std::string primary = document.language.substr(0, document.language.find('-'));
  if (!primary.empty() && primary != "und" && primary != t.language() && !document.text.empty())
    heading.cap.push_back({t("In {1}, not translated.", LanguageName(document.language, t)) + " "});
  for (Span& span : report.SourceLinks(document.sources)) heading.cap.push_back(std::move(span));
  page.blocks.emplace_back(std::move(heading));
  if (document.text.empty()) {
    std::set<std::pair<std::int32_t, std::int32_t>> places;  // a place is one passage, whatever it is coded with
    for (const model::CodingColumn* coding : codings) places.emplace(coding->start, coding->end);
    const int coded = static_cast<int>(places.size());
    page.blocks.emplace_back(
        Paragraph{{{t.Plural("Text not shown: no consent to show it. {1} passage is coded.",
                             "Text not shown: no consent to show it. {1} passages are coded.", coded, coded),
                    {},
                    "state"}},
                  ""});
    return;
  }
  AddText(report, document, number, title, codings, page);
}

// Practices that the case tells of, by field, in the order of the codebook.
StripList PortraitOf(const Report& report, std::int32_t case_index, const std::vector<bool>& told) {
  const Words& t = report.t;
  StripList list{t("A portrait without a face"), t("practices that this case tells of, by field"), {}};
  const auto& snapshot = report.data.snapshot;
  const bool coded = report.data.comparison.material[static_cast<std::size_t>(case_index)].passages > 0;
  for (std::int32_t field = 0; field < std::ssize(snapshot.codes); ++field) {
    const std::int32_t parent = snapshot.parent[static_cast<std::size_t>(field)];
    const bool practice = snapshot.kinds[static_cast<std::size_t>(field)] == model::CodeKind::kPractice;
    if (!practice || parent < 0 || !report.IsHeading(parent) || !IsField(report, field)) continue;
    Strip strip{{report.CodeLabel(field), {}, {}, report.StudyLanguage()},
                HueOfCase(report, case_index),
                {},
                {std::string()},
                {}};
    int present = 0;
    for (std::int32_t code = 0; code < std::ssize(snapshot.codes); ++code) {
      if (snapshot.parent[static_cast<std::size_t>(code)] != field) continue;
      const bool has = told[static_cast<std::size_t>(code)];
      present += has ? 1 : 0;
      strip.squares.push_back(has ? Mark::kTold : (coded ? Mark::kSilent : Mark::kNotCoded));
    }
    strip.count = {t("{1} of {2}", present, static_cast<int>(strip.squares.size()))};
    list.rows.push_back(std::move(strip));
  }
  return list;
}

// "Led by sex workers: meets", where the verdict may be published.
void AddWho(const Report& report, std::int32_t case_index, const model::OrganisationId& id, Page& page) {
  const Words& t = report.t;
  const auto& data = report.data;
  const model::Organisation* organisation = report.OrganisationOf(id);
  const bool named = organisation != nullptr && data.named.at(id);
  Facts facts;
  Facts::Column who{t("The organisation"), {}, {}};
  Facts::Column led{t("Led by sex workers?"), {}, {}};
  who.rows.push_back({t("Organisation"), {{named ? organisation->name : report.OrganisationName(id)}}, {}});
  const bool placed = organisation != nullptr && organisation->country;
  who.rows.push_back(
      {t("Country"),
       {placed ? Span{report.CountryName(*organisation->country), Report::CountryPage(*organisation->country)}
               : Span{t("not shown"), {}, "state"}},
       {}});
  const std::int32_t region = report.GroupOfCase(report.Regions(), case_index);
  if (region >= 0) {
    const auto& group = report.Regions().groups[static_cast<std::size_t>(region)];
    who.rows.push_back({t("Region"), {{group.label, Report::RegionPage(group.id)}}, {}});
  }
  const model::CaseMaterial& material = data.comparison.material[static_cast<std::size_t>(case_index)];
  who.rows.push_back({t("Material"), {{MaterialText(material, t), {}, material.passages == 0 ? "state" : ""}}, {}});
  for (const auto& assessment : data.assessments) {
    if (assessment.organisation != id) continue;
    led.rows.push_back({report.DefinitionLabel(assessment.definition), {{Label(assessment.verdict, t)}}, {}});
  }
  facts.columns.push_back(std::move(who));
  if (!led.rows.empty()) facts.columns.push_back(std::move(led));
  page.blocks.emplace_back(Heading{t("Who and where"), "who", 2});
  page.blocks.emplace_back(std::move(facts));
  if (!placed) return;
  Facts law = LawOf(report, *organisation->country);
  if (law.columns.empty()) return;
  Heading heading{t("The law, and what happens"), "law", 2};
  heading.cap = {{t("The law on {1}. What is written and what is done are kept apart.", InWords(data.context.on, t))}};
  page.blocks.emplace_back(std::move(heading));
  page.blocks.emplace_back(std::move(law));
}

// Ties on record, and sectors that a passage tells of.
void AddTies(const Report& report, const CoalitionView& view, std::int32_t index, Page& page) {
  const Words& t = report.t;
  Table partnerships{
      "table-ties", t("With whom"), {t("Sector"), t("Partner"), t("Kind"), t("Since"), t("Sources")}, {}};
  for (const auto& one : view.partnerships) {
    if (one.case_index != index) continue;
    partnerships.rows.push_back(
        {{{report.CodeName(one.partner->sector), {}, {}, report.StudyLanguage()}},
         {{one.partner->name, {}, {}, report.StudyLanguage()}},
         {{Label(one.tie->kind, t)}},
         {{one.tie->since ? InWords(*one.tie->since, t) : t("not sourced"), {}, one.tie->since ? "" : "state"}},
         report.SourceLinks(one.tie->sources)});
  }
  Spans told;
  for (const auto& sector : view.sectors) {
    if (!std::ranges::binary_search(sector.told, index)) continue;
    if (!told.empty()) told.push_back({report.t.Semicolon()});
    told.push_back({report.CodeLabel(sector.code), report.EvidencePage(sector.code), {}, report.StudyLanguage()});
  }
  if (partnerships.rows.empty() && told.empty()) return;
  page.blocks.emplace_back(Heading{t("With whom"), "with-whom", 2});
  if (!partnerships.rows.empty()) page.blocks.emplace_back(std::move(partnerships));
  if (told.empty()) return;
  told.insert(told.begin(), Span{t("Told in a passage, not on record: ")});
  page.blocks.emplace_back(Paragraph{std::move(told), ""});
}

}  // namespace

core::Status CasePages(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& data = report.data;
  std::vector<std::vector<const model::CodingColumn*>> by_document(data.study.documents.size());
  for (const model::CodingColumn& coding : data.snapshot.codings) {
    by_document[static_cast<std::size_t>(coding.document_index)].push_back(&coding);
  }
  const CoalitionView coalitions = ViewCoalitions(report);
  const auto& cases = data.comparison.cases;
  const auto listed = static_cast<std::size_t>(report.ListedCases());
  for (std::size_t i = 0; i < listed; ++i) {
    const model::OrganisationId& id = cases[i];
    const auto index = static_cast<std::int32_t>(i);
    const std::string name = report.OrganisationName(id);
    Page page{Report::CasePage(id), t("Case study: {1}", name), {}};
    std::vector<bool> told(data.snapshot.codes.size(), false);
    for (const std::size_t d : report.DocumentsOf(id)) {
      for (const model::CodingColumn* coding : by_document[d]) {
        for (std::int32_t c = coding->code; c >= 0; c = data.snapshot.parent[static_cast<std::size_t>(c)]) {
          told[static_cast<std::size_t>(c)] = true;
        }
      }
    }
    const std::int32_t region = report.GroupOfCase(report.Regions(), index);
    page.head.crumb = {{t("Case studies"), PageId{PageKind::kCases}}};
    if (region >= 0) {
      const auto& group = report.Regions().groups[static_cast<std::size_t>(region)];
      page.head.crumb.push_back({" › "});
      page.head.crumb.push_back({group.label, Report::RegionPage(group.id)});
    }
    page.head.hue = HueOfCase(report, index);
    page.head.title = name;
    page.head.over = PlaceLine(report, id);
    const auto& documents = report.DocumentsOf(id);
    if (!documents.empty()) {
      // The words of the case stand above it, and who says them beside them.
      const model::Document& first = data.study.documents[documents.front()];
      if (!first.title.empty()) {
        page.head.title = first.title;
        page.head.title_language = first.language.empty() ? "und" : first.language;
        page.head.over = name + " · " + page.head.over;
      }
    }
    page.head.consent = ConsentOf(report, id);
    page.head.strips = PortraitOf(report, index, told);
    ReadersWords words = WordsFor(report, "case-" + id.value);
    page.head.answer = std::move(words.answer);
    if (!words.rest.empty()) {
      page.blocks.emplace_back(Heading{t("In short"), "in-short", 2});
      page.blocks.emplace_back(Prose{std::move(words.rest), words.language});
    }
    for (Quotation& quote : words.quotes) page.blocks.emplace_back(Pull{std::move(quote)});
    AddWho(report, index, id, page);
    for (const std::size_t d : report.DocumentsOf(id)) AddDocument(report, d, by_document[d], page);
    AddOutcomesOfCase(report, id, page);
    Table facts = StatementTable(report, id.value, "table-facts");
    if (!facts.rows.empty()) {
      page.blocks.emplace_back(Heading{t("Facts"), "facts", 2});
      page.blocks.emplace_back(std::move(facts));
    }
    AddTies(report, coalitions, index, page);
    page.previous = i == 0 ? Link{{PageKind::kCases}, t("Case studies")}
                           : Link{Report::CasePage(cases[i - 1]), report.OrganisationName(cases[i - 1])};
    if (i + 1 < listed) page.next = Link{Report::CasePage(cases[i + 1]), report.OrganisationName(cases[i + 1])};
    CG_RETURN_IF_ERROR(sink(std::move(page)));
  }
  return {};
}

}  // namespace commonground::publish
