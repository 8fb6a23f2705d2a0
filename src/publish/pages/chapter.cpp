// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// People's chapters: Markdown, with placeholders (rules/placeholders.h) where a figure, a table, a quotation or a
// finding belongs.  A quotation is placed by its coding: consent travels with it (publish/quote_line.h).
#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "model/chapters.h"
#include "publish/figures/figures.h"
#include "publish/labels.h"
#include "publish/pages/finding_parts.h"
#include "publish/pages/pages.h"
#include "publish/placed.h"
#include "publish/prose.h"
#include "publish/quote_line.h"

namespace commonground::publish {

namespace {

const model::Chapter* Find(const Report& report, const std::string& name) {
  return ChapterOf(report.data.study, name, report.t.language());
}

// Of a chapter: empty if it is in the report's language.
std::string LanguageIn(const Report& report, const model::Chapter& chapter) {
  return LanguageOf(report.data.study, chapter) == report.t.language() ? "" : report.StudyLanguage();
}

std::vector<ProseBlock> Read(const Report& report, const model::Chapter& chapter, std::string_view text, int shift) {
  return report.ReadOurs(text, shift, LanguageIn(report, chapter).empty() ? report.t : report.WordsOfStudy());
}

// The highest level of heading that the chapter uses: it becomes the page's second.
int TopHeading(const std::string& text) {
  int top = 6;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    const std::size_t level = text.find_first_not_of('#', at) - at;
    if (level >= 1 && level <= 6) top = std::min(top, static_cast<int>(level));
    if (text.find('\n', at) == std::string::npos) break;
  }
  return top;
}

// What stands alone in its line is a block; the same within a sentence is words.  False: it is words here too.
bool AddBlock(const Report& report, const rules::Placeholder& one, Page& page, const std::function<void()>& flush) {
  using rules::Places;
  if (!one.places || one.places == Places::kNumber || one.places == Places::kCase || one.places == Places::kContext) {
    return false;
  }
  flush();
  if (!IsPlaced(report.data, one)) return true;
  const auto finding = std::ranges::find(report.data.study.findings, one.of, [](const auto& f) { return f.id.value; });
  switch (*one.places) {
    case Places::kFigure:
      if (auto figure = FigureByName(report, one.of)) AddFigure(std::move(*figure), page);
      break;
    case Places::kTable: {
      Table table = one.of == "findings"  ? SummaryOfFindings(report)
                    : one.of == "profile" ? EvidenceProfile(report)
                                          : OutcomesTable(report);
      if (!table.rows.empty()) page.blocks.emplace_back(std::move(table));
      break;
    }
    case Places::kQuote: {
      const model::CodingColumn* coding = FindQuote(report.data, {one.of, one.detail, 1});
      const bool on_cover = page.id.kind == PageKind::kSummary;  // it stands across the page
      if (coding != nullptr && !on_cover) page.blocks.emplace_back(Quotations{{QuotationOf(report, *coding)}});
      break;
    }
    case Places::kFinding:
      page.blocks.emplace_back(GradingOf(report, *finding));
      break;
    case Places::kRecommendation:
      page.blocks.emplace_back(AdviceOf(report, {&*finding}, AdviceOn::kPracticePage));
      break;
    case Places::kNumber:
    case Places::kCase:
    case Places::kContext:
      break;
  }
  return true;
}

}  // namespace

void AddFigure(Block figure, Page& page) {
  const auto* matrix = std::get_if<Matrix>(&figure);
  for (const Block& block : page.blocks) {
    const auto* shown = std::get_if<Matrix>(&block);
    const bool same = matrix == nullptr ? block.index() == figure.index() : shown != nullptr && shown->id == matrix->id;
    if (same) return;
  }
  page.blocks.emplace_back(std::move(figure));
}

std::string_view LanguageOf(const model::Study& study, const model::Chapter& chapter) {
  const std::string_view name = chapter.id.value;
  const std::string_view language = model::LanguageOfChapter(name);
  const auto is_about = [&](std::string_view prefix, const auto& things, auto id) {
    return name.starts_with(prefix) && std::ranges::any_of(things, [&](const auto& thing) {
             return name.substr(prefix.size()) == (thing.*id).value;
           });
  };
  const bool whole =
      !language.empty() && (is_about(model::kCaseChapter, study.organisations, &model::Organisation::id) ||
                            is_about(model::kPracticeChapter, study.codebook, &model::Code::id));
  return whole ? std::string_view() : language;
}

const model::Chapter* ChapterOf(const model::Study& study, std::string_view name, std::string_view language) {
  const std::string of_language = fmt::format("{}.{}", name, language);
  const model::Chapter* found = nullptr;
  for (const model::Chapter& chapter : study.chapters) {
    if (chapter.id.value == of_language && LanguageOf(study, chapter) == language) return &chapter;
    if (chapter.id.value == name) found = &chapter;
  }
  return found;
}

bool HasChapter(const Report& report, const std::string& name) {
  return Find(report, name) != nullptr;
}

namespace {

// The first paragraph, when all of it is strong; empty: the chapter begins otherwise.
std::string AnswerIn(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \r\n");
  if (begin == std::string::npos || !text.substr(begin).starts_with("**")) return {};
  std::size_t end = std::min(text.find("\n\n", begin), text.find("\r\n\r\n", begin));
  if (end == std::string::npos) end = text.size();
  const std::string answer = text.substr(begin, end - begin);
  const std::size_t last = answer.find_last_not_of(" \r\n");
  const bool whole = last != std::string::npos && last > 3 && answer.substr(0, last + 1).ends_with("**") &&
                     answer.find("**", 2) == last - 1;
  return whole ? answer : std::string();
}

}  // namespace

Spans SummaryAnswer(const Report& report) {
  Spans spans;
  const model::Chapter* chapter = Find(report, "summary");
  const std::string answer = chapter == nullptr ? std::string() : AnswerIn(chapter->text);
  if (answer.empty()) return spans;
  for (const ProseBlock& block : Read(report, *chapter, answer, 2)) {
    for (const Run& run : block.runs) {
      std::string words = run.marks == Run::kBreak ? " " : run.text;
      std::ranges::replace(words, '\n', ' ');
      spans.push_back({std::move(words), run.target, {}, LanguageIn(report, *chapter)});
    }
  }
  return spans;
}

void AddChapter(const Report& report, const std::string& name, Page& page) {
  const model::Chapter* found = Find(report, name);
  if (found == nullptr) return;
  std::string text = found->text;
  if (page.id.kind == PageKind::kSummary) {  // the cover says it already
    if (const std::string answer = AnswerIn(text); !answer.empty()) text.erase(0, text.find(answer) + answer.size());
    text.erase(0, text.find_first_not_of(" \r\n"));
  }
  const int shift = 2 - TopHeading(text);
  const bool alone = page.id.kind == PageKind::kRecommendations || page.id.kind == PageKind::kConclusion;
  if (!alone && !text.starts_with('#')) page.blocks.emplace_back(Heading{report.t("Summary"), "summary", 2});
  const std::string language = LanguageIn(report, *found);
  if (!language.empty()) {
    page.blocks.emplace_back(Paragraph{
        {{report.t("The language of this chapter is {1}: nobody has written it in the language of this report yet.",
                   LanguageName(language, report.t))}},
        "note"});
  }
  std::string prose;
  const auto flush = [&] {
    if (prose.find_first_not_of(" \n") != std::string::npos) {
      page.blocks.emplace_back(Prose{Read(report, *found, prose, shift), language});
    }
    prose.clear();
  };
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = text.find('\n', at);
    if (end == std::string::npos) end = text.size();
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    const auto placeholders = rules::FindPlaceholders(line);
    if (placeholders.size() == 1 && placeholders.front().alone && AddBlock(report, placeholders.front(), page, flush)) {
      continue;
    }
    prose += line + "\n";
  }
  flush();
}

std::vector<Quotation> QuotesOf(const Report& report, const std::string& name) {
  std::vector<Quotation> quotes;
  const model::Chapter* chapter = Find(report, name);
  if (chapter == nullptr) return quotes;
  for (const QuoteLine& line : FindQuoteLines(chapter->text)) {
    if (const auto* coding = FindQuote(report.data, line)) quotes.push_back(QuotationOf(report, *coding));
  }
  return quotes;
}

ReadersWords WordsFor(const Report& report, const std::string& name) {
  ReadersWords words;
  const model::Chapter* chapter = Find(report, name);
  if (chapter == nullptr) return words;
  words.language = LanguageIn(report, *chapter);
  words.quotes = QuotesOf(report, name);
  std::string prose;
  for (std::size_t at = 0; at < chapter->text.size();) {
    const std::size_t end = std::min(chapter->text.size(), chapter->text.find('\n', at));
    const std::string line = chapter->text.substr(at, end - at);
    at = end + 1;
    const auto placeholders = rules::FindPlaceholders(line);
    const bool is_block = placeholders.size() == 1 && placeholders.front().alone && placeholders.front().places &&
                          rules::IsBlock(*placeholders.front().places);
    if (!is_block) prose += line + "\n";
  }
  words.rest = Read(report, *chapter, prose, 2);
  if (words.rest.empty() || words.rest.front().kind != ProseBlock::Kind::kParagraph) return words;
  for (const Run& run : words.rest.front().runs) {
    words.answer.push_back({run.marks == Run::kBreak ? " " : run.text, run.target, {}, words.language});
  }
  words.rest.erase(words.rest.begin());
  return words;
}

core::Status ConclusionPage(const Report& report, const PageSink& sink) {
  if (!HasChapter(report, "conclusion")) return {};
  Page page{{PageKind::kConclusion}, report.t("Conclusion"), {}};
  AddChapter(report, "conclusion", page);
  return sink(std::move(page));
}

}  // namespace commonground::publish
