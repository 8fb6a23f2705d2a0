// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// People's chapters: Markdown, with placeholders (rules/placeholders.h) where a figure, a table, a quotation or a
// finding belongs.  A quotation is placed by its coding: consent travels with it (publish/quote_line.h).
#include <algorithm>
#include <functional>

#include "publish/figures/figures.h"
#include "publish/pages/finding_parts.h"
#include "publish/pages/pages.h"
#include "publish/placed.h"
#include "publish/prose.h"
#include "publish/quote_line.h"

namespace commonground::publish {

namespace {

const model::Chapter* Find(const Report& report, const std::string& name) {
  for (const model::Chapter& chapter : report.data.study.chapters) {
    if (chapter.id.value == name) return &chapter;
  }
  return nullptr;
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

bool HasChapter(const Report& report, const std::string& name) {
  return Find(report, name) != nullptr;
}

void AddChapter(const Report& report, const std::string& name, Page& page) {
  const model::Chapter* chapter = Find(report, name);
  if (chapter == nullptr) return;
  const int shift = 2 - TopHeading(chapter->text);
  const bool alone = page.id.kind == PageKind::kRecommendations || page.id.kind == PageKind::kConclusion;
  if (!alone && !chapter->text.starts_with('#')) page.blocks.emplace_back(Heading{report.t("Summary"), "summary", 2});
  std::string prose;
  const auto flush = [&] {
    if (prose.find_first_not_of(" \n") != std::string::npos) {
      page.blocks.emplace_back(Prose{report.ReadOurs(prose, shift), report.StudyLanguage()});
    }
    prose.clear();
  };
  std::size_t at = 0;
  while (at < chapter->text.size()) {
    std::size_t end = chapter->text.find('\n', at);
    if (end == std::string::npos) end = chapter->text.size();
    const std::string line = chapter->text.substr(at, end - at);
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
  words.language = report.StudyLanguage();
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
  words.rest = report.ReadOurs(prose, 2);
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
