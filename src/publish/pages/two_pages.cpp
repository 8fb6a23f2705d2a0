// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The summary that stands alone on two pages: it needs no other page to be understood, and says where the rest is.
#include "publish/two_pages.h"

#include <algorithm>

#include "publish/pages/finding_parts.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

namespace {

constexpr std::size_t kMaxCards = 6;  // with the quotation
constexpr std::size_t kMaxRows = 7;   // of a matrix
constexpr std::size_t kMaxAdvice = 5;

// Of common ground alone.
Matrix FirstBand(Matrix matrix) {
  std::erase_if(matrix.bands, [](const Matrix::Band& band) { return !band.open || band.rows.empty(); });
  if (matrix.bands.size() > 1) matrix.bands.resize(1);
  for (Matrix::Band& band : matrix.bands) {
    if (band.rows.size() > kMaxRows) band.rows.resize(kMaxRows);
  }
  return matrix;
}

// What people recommend: the lists of their chapter, as they wrote them.
void Collect(const std::vector<ProseBlock>& blocks, const std::string& language,
             std::vector<TwoPages::Advice>& advice) {
  std::vector<const ProseBlock*> next;
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) next.push_back(&*block);
  while (!next.empty()) {
    const ProseBlock& block = *next.back();
    next.pop_back();
    if (block.kind != ProseBlock::Kind::kItem) {
      for (auto child = block.children.rbegin(); child != block.children.rend(); ++child) next.push_back(&*child);
      continue;
    }
    std::string text;
    const auto add = [&](const std::vector<Run>& runs) {
      for (const Run& run : runs) {
        if (!Leads(run.target)) text += run.marks == Run::kBreak ? " " : run.text;
      }
    };
    add(block.runs);
    for (const ProseBlock& child : block.children) {
      if (child.kind == ProseBlock::Kind::kParagraph) add(child.runs);
    }
    if (!text.empty() && advice.size() < kMaxAdvice) advice.push_back({{}, std::move(text), language});
  }
}

}  // namespace

core::Status TwoPagesPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  TwoPages pages;
  pages.cover = CoverOf(report);
  pages.cards = CardsOf(report).cards;
  pages.quotes = ChosenQuotation(report);
  const std::size_t room = kMaxCards - pages.quotes.size();
  if (pages.cards.size() > room) pages.cards.resize(room);
  pages.cards_note = t(
      "One square is one case study. Columns: left the regions, in the order of the umbrella; right the legal models. "
      "Filled: a passage says so. Empty: not sourced, never “not done”.");
  pages.practices = FirstBand(RegionMatrix(report, model::CodeKind::kPractice, "short-practices"));
  pages.barriers = FirstBand(RegionMatrix(report, model::CodeKind::kBarrier, "short-barriers"));
  pages.advice_title = t("What to do");
  if (const auto* chapter = ChapterOf(report.data.study, "recommendations", report.t.language())) {
    const bool is_ours = LanguageOf(report.data.study, *chapter) == report.t.language();
    Collect(report.ReadOurs(chapter->text, 1, is_ours ? report.t : report.WordsOfStudy()),
            is_ours ? "" : report.StudyLanguage(), pages.advice);
  }
  std::string last;
  for (const Advice::Item& item : AdviceOf(report, RecommendationsOf(report), AdviceOn::kOwnPage).items) {
    if (pages.advice.size() == kMaxAdvice) break;
    pages.advice.push_back({item.to == last ? std::string() : item.to, item.statement.text, report.StudyLanguage()});
    last = item.to;
  }
  pages.missing_title = t("What is missing");
  pages.missing = MissingOf(report);
  pages.foot =
      t("Case studies were purposively selected, not drawn at random: no p-values, no averages of the world. A "
        "practice is not proof that it "
        "works. Every number leads to its passages in the full report, with sources and method.");
  Page page{{PageKind::kTwoPages}, t("The summary on two pages"), {}};
  page.blocks.emplace_back(std::move(pages));
  return sink(std::move(page));
}

}  // namespace commonground::publish
