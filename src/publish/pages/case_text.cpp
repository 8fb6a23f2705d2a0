// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads each text once, block by block, and puts every block where it belongs.
#include "publish/pages/case_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/text_range.h"
#include "publish/labels.h"
#include "publish/prose.h"

namespace commonground::publish {

namespace {

using Codings = std::vector<const model::CodingColumn*>;

std::vector<std::int32_t> CodesIn(const Codings& codings, std::int64_t begin, std::int64_t end) {
  std::vector<std::int32_t> codes;
  for (const model::CodingColumn* coding : codings) {
    if (coding->start >= end || coding->end <= begin || std::ranges::find(codes, coding->code) != codes.end()) continue;
    codes.push_back(coding->code);
  }
  return codes;
}

// Codes beside a paragraph, each with how many cases share it.
std::vector<Spans> CodesBeside(const Report& report, const std::vector<std::int32_t>& codes) {
  std::vector<Spans> beside;
  for (const std::int32_t code : codes) {
    const model::Share& share = report.Row(report.Regions(), code).overall;
    beside.push_back({{report.CodeLabel(code), report.CodePage(code), "code", report.StudyLanguage()},
                      {report.t("{1} of {2}", share.present, share.of), report.Number(code), "n"}});
  }
  return beside;
}

CaseText::Section SectionOf(const Report& report, const std::vector<std::int32_t>& codes) {
  using Section = CaseText::Section;
  std::map<Section, int> count;
  for (const std::int32_t code : codes) {
    switch (report.data.snapshot.kinds[static_cast<std::size_t>(code)]) {
      case model::CodeKind::kBarrier:
        ++count[Section::kInTheWay];
        break;
      case model::CodeKind::kOutcome:
        ++count[Section::kChanged];
        break;
      case model::CodeKind::kSector:
        ++count[Section::kWithWhom];
        break;
      case model::CodeKind::kPractice:
      case model::CodeKind::kEnabler:
      case model::CodeKind::kOther:
        ++count[Section::kTheyDo];
        break;
    }
  }
  Section most = Section::kTheyDo;
  for (const Section section : {Section::kInTheWay, Section::kChanged, Section::kWithWhom}) {
    if (count[section] > 0 && count[section] >= count[most]) most = section;
  }
  return most;
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

// Whether the paragraphs that follow are about it: a heading, or a question in bold.
bool Announces(const Passage& passage) {
  if (passage.blocks.size() != 1) return false;
  const ProseBlock& block = passage.blocks.front();
  if (block.kind == ProseBlock::Kind::kHeading) return true;
  return block.kind == ProseBlock::Kind::kParagraph && !block.runs.empty() &&
         std::ranges::all_of(block.runs, [](const Run& run) { return (run.marks & Run::kStrong) != 0; });
}

// How deep a heading was in the text is no matter here: no level is left out.
Passage BelowTheSection(Passage passage) {
  for (ProseBlock& block : passage.blocks) {
    if (block.kind == ProseBlock::Kind::kHeading) block.level = 3;
  }
  return passage;
}

const Heading* LastHeading(const Page& page) {
  for (auto block = page.blocks.rbegin(); block != page.blocks.rend(); ++block) {
    if (const auto* heading = std::get_if<Heading>(&*block)) return heading;
  }
  return nullptr;
}

}  // namespace

CaseText::CaseText(const Report& report, const model::OrganisationId& id, const std::vector<Codings>& codings)
    : report_(report) {
  for (const std::size_t d : report.DocumentsOf(id)) Read(d, codings[d]);
}

std::string CaseText::TitleOf(std::size_t document) const {
  const std::string& title = report_.data.study.documents[document].title;
  return title.empty() ? report_.t("Document {1}", report_.DocumentNumber(static_cast<std::int32_t>(document))) : title;
}

std::string CaseText::TitleLanguageOf(std::size_t document) const {
  const model::Document& text = report_.data.study.documents[document];
  if (text.title.empty()) return {};
  return text.language.empty() ? "und" : text.language;
}

// As above the whole text; said once of texts that are the same in this.
Spans CaseText::WhoseWords(const std::vector<std::size_t>& documents) const {
  const Words& t = report_.t;
  std::vector<std::string> said;
  std::vector<model::SourceId> sources;
  const auto say = [&](std::string words) {
    if (std::ranges::find(said, words) == said.end()) said.push_back(std::move(words));
  };
  for (const std::size_t d : documents) {
    const model::Document& document = report_.data.study.documents[d];
    say(document.kind == model::DocumentKind::kSummary ? t("A summary in our own words, from the sources named. ")
                                                       : t("An account in people's own words. "));
    for (const auto& source : document.sources) {
      if (std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
    }
  }
  for (const std::size_t d : documents) {
    const model::Document& document = report_.data.study.documents[d];
    const std::string primary = document.language.substr(0, document.language.find('-'));
    if (!primary.empty() && primary != "und" && primary != t.language() && !document.text.empty())
      say(t("In {1}, not translated.", LanguageName(document.language, t)) + " ");
  }
  Spans spans;
  for (std::string& words : said) spans.push_back({std::move(words)});
  for (Span& span : report_.SourceLinks(sources)) spans.push_back(std::move(span));
  return spans;
}

void CaseText::Place(std::size_t document, const Passage& passage, Section section, const Passage* under) {
  Part& part = At(section);
  const std::string above = under == nullptr ? std::string() : WordsOf(under->blocks);
  const bool other_text = !part.pieces.empty() && part.pieces.back().document != document;
  if (under != nullptr && (above != part.under || other_text)) {
    Passage heading = *under;
    heading.has_place = false;
    part.pieces.push_back({document, BelowTheSection(std::move(heading))});
  }
  part.under = above;
  part.pieces.push_back({document, BelowTheSection(passage)});
}

void CaseText::Read(std::size_t index, const Codings& codings) {
  const Words& t = report_.t;
  const model::Document& document = report_.data.study.documents[index];
  const int number = report_.DocumentNumber(static_cast<std::int32_t>(index));
  WholeTexts::Text& whole = whole_.texts.emplace_back();
  whole.id = "d" + std::to_string(number);
  whole.title = TitleOf(index);
  whole.language = TitleLanguageOf(index);
  whole.cap = WhoseWords({index});
  if (document.text.empty()) {
    std::set<std::pair<std::int32_t, std::int32_t>> places;  // a place is one passage, whatever it is coded with
    for (const model::CodingColumn* coding : codings) places.emplace(coding->start, coding->end);
    const int coded = static_cast<int>(places.size());
    whole.state = {{t.Plural("Text not shown: no consent to show it. {1} passage is coded.",
                             "Text not shown: no consent to show it. {1} passages are coded.", coded, coded),
                    {},
                    "state"}};
    return;
  }
  is_shown_ = true;
  const bool markdown = document.id.value.ends_with(".md");
  const core::TextIndex positions(document.text);
  std::map<std::int64_t, const model::Part*> part_at;
  for (const model::Part& part : document.parts) part_at.emplace(part.range.start, &part);
  const std::vector<TextBlock> blocks = SplitBlocks(document.text);
  std::vector<const model::Part*> parts;  // by block
  for (const TextBlock& block : blocks) {
    const auto part = part_at.find(positions.CodePoint(block.begin));
    parts.push_back(part == part_at.end() ? nullptr : part->second);
  }
  const auto words = [&](std::size_t b) {
    return document.text.substr(blocks[b].begin, blocks[b].end - blocks[b].begin);
  };
  const auto at = [&](std::size_t b) { return PassageTarget{document.organisation, number, static_cast<int>(b) + 1}; };
  int level = 2;  // of the last heading: none is left out below it
  // Who they are: what comes before anything was coded, up to the first heading, or under it if nothing came before.
  enum class Begin { kNothing, kHeading, kWords, kOver };
  Begin begin = number == 1 ? Begin::kNothing : Begin::kOver;
  std::optional<Passage> under;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const TableOfText table = TableAt(parts, b);
    const std::size_t last = table.Has() ? table.row_ends.back() - 1 : b;
    Passage passage;
    passage.at = at(b);
    passage.language = document.language.empty() ? "und" : document.language;
    const std::vector<std::int32_t> codes =
        CodesIn(codings, positions.CodePoint(blocks[b].begin), positions.CodePoint(blocks[last].end));
    bool is_title = false;
    if (table.Has()) {
      for (const std::size_t end : table.row_ends) {
        auto& row = passage.rows.emplace_back();
        for (; b < end; ++b) row.push_back({at(b), words(b)});
      }
      b = last;
    } else if (markdown) {
      passage.blocks = report_.Read(words(b), 2);
    } else {
      const std::string text = words(b);
      const auto kind = parts[b] == nullptr ? model::PartKind::kParagraph : parts[b]->kind;
      is_title = kind == model::PartKind::kHeading && text == document.title;
      if (is_title && codes.empty()) continue;  // it stands above
      if (kind == model::PartKind::kHeading) level = std::clamp(parts[b]->level + 1, 3, level + 1);
      passage.blocks = {ReadPart(text, kind, std::min(level, 6))};
    }
    const bool announces = Announces(passage);
    is_title = is_title || (markdown && announces && WordsOf(passage.blocks) == document.title);
    if (is_title && codes.empty()) continue;
    bool stands_above = !codes.empty();
    if (!codes.empty()) {
      begin = Begin::kOver;
      Passage coded = passage;
      coded.codes = CodesBeside(report_, codes);
      Place(index, coded, SectionOf(report_, codes), under && !announces ? &*under : nullptr);
    } else if (announces && b > 0) {
      begin = begin == Begin::kNothing ? Begin::kHeading : Begin::kOver;
    } else if (!announces && begin != Begin::kOver) {
      Place(index, passage, Section::kWho, nullptr);
      if (begin == Begin::kNothing) begin = Begin::kWords;
      stands_above = true;
    }
    if (announces) under = passage;
    // One place leads to one paragraph of the page: that in its section, else that in the text.
    passage.has_place = !stands_above;
    whole.passages.push_back(std::move(passage));
  }
}

Spans CaseText::CapOf(Section section) const {
  std::vector<std::size_t> documents;
  for (const Piece& piece : At(section).pieces) {
    if (std::ranges::find(documents, piece.document) == documents.end()) documents.push_back(piece.document);
  }
  return WhoseWords(documents);
}

void CaseText::Add(Section section, Page& page) const {
  const std::vector<Piece>& pieces = At(section).pieces;
  const Heading* heading = LastHeading(page);
  const bool of_several = !pieces.empty() && std::ranges::any_of(pieces, [&](const Piece& piece) {
    return piece.document != pieces.front().document;
  });
  const Piece* before = nullptr;
  for (const Piece& piece : pieces) {
    if (of_several && (before == nullptr || before->document != piece.document)) {
      page.blocks.emplace_back(Paragraph{
          {{report_.t("From: ")}, {TitleOf(piece.document), {}, {}, TitleLanguageOf(piece.document)}}, "src from"});
    }
    before = &piece;
    const bool says_the_same =
        heading != nullptr && !piece.passage.has_place && WordsOf(piece.passage.blocks) == heading->text;
    if (!says_the_same) page.blocks.emplace_back(piece.passage);
  }
}

void CaseText::AddWhole(Page& page) const {
  if (whole_.texts.empty()) return;
  const Words& t = report_.t;
  Heading heading{t("The whole text"), "whole-text", 2};
  if (is_shown_) heading.cap = {{t("From the first word to the last. What was coded in it stands above.")}};
  page.blocks.emplace_back(std::move(heading));
  page.blocks.emplace_back(whole_);
}

}  // namespace commonground::publish
