// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Each kind of block as elements, in the classes of html/style.css.
#pragma once

#include "publish/book.h"
#include "publish/html/markup.h"

namespace commonground::publish {

enum class For { kScreen, kPaper };

class BlockWriter {
 public:
  // All outlive the writer.
  BlockWriter(Markup& markup, const PageId& page, const Words& words, For medium = For::kScreen)
      : html_(markup), page_(page), t(words), for_(medium) {}

  // The page's head and its bands: all between <main> and </main>.
  void Write(const Page& page, int chapter = 0);  // 0: it is no chapter, and its head does not say which

  // The heading of the band that follows: a table with the same words as its caption shows them once.
  void Under(const std::string& heading) { under_ = heading; }
  void Put(const Spans& spans);
  void operator()(const Heading& heading);
  void operator()(const Paragraph& paragraph);
  void operator()(const Bullets& bullets);
  void operator()(const Table& table);
  void operator()(const Figure& figure);
  void operator()(const Prose& prose);
  void operator()(const Passage& passage);
  void operator()(const Evidence& evidence);
  void operator()(const SourceEntry& source);
  void operator()(const Sides& sides);
  void operator()(const Cover& cover);
  void operator()(const Cards& cards);
  void operator()(const Numbers& numbers);
  void operator()(const Strips& strips);
  void operator()(const Matrix& matrix);
  void operator()(const Tiles& tiles);
  void operator()(const Ways& ways);
  void operator()(const Quotations& quotations);
  void operator()(const Pull& pull);
  void operator()(const Bars& bars);
  void operator()(const Facts& facts);
  void operator()(const CaseCards& cards);
  void operator()(const Steps& steps);
  void operator()(const Bubbles& map);
  void operator()(const Notes& notes);
  void operator()(const Index& index);
  void operator()(const Network& network);
  void operator()(const Dots& dots);
  void operator()(const RegionLists& lists);
  void operator()(const Filters& filters);
  void operator()(const Timeline& line);
  void operator()(const WorldMap& map);
  void operator()(const TwoPages& pages);
  void operator()(const Grading& grading);
  void operator()(const Changes& changes);
  void operator()(const Advice& advice);
  void operator()(const Moves& moves);
  void operator()(const Disputed& disputed);
  void operator()(const Parts& parts);
  void operator()(const WholeTexts& whole);

 private:
  static std::string HueOf(int hue);  // a class of the style sheet
  void Put(const Page& page, const Head& head, int chapter);
  void Put(const Span& span);
  void Put(const Shape& shape, const std::string& figure);
  void Put(const std::vector<ProseBlock>& blocks);  // calls itself at most kMaxProseDepth deep
  void PutRuns(const std::vector<Run>& runs);
  void Put(const Quote& quote);
  void Put(const EvidenceGroup& group);
  void Put(const StripList& list);
  void Put(const Card& card, bool leads);
  void PutHead(const Matrix& matrix);
  void Put(const Matrix& matrix, const Matrix::Row& row);
  void Put(const Matrix& matrix, const Matrix::Band& band);
  void Put(const Bubbles& map, const Bubbles::Row& row);
  void Put(const Quotation& quote);
  void PutOriginal(const Translated& translated, const std::string& text, const std::string& language);
  void PutTable(const Table& table);
  void PutCells(const Passage& passage);
  void Squares(const std::vector<Mark>& squares);
  void Big(const Tally& tally);
  void CountOf(const Span& count);
  void Umbrella(const Cover& cover);
  void Glyph(const StripList& list);
  Table TwinOf(const Matrix& matrix);
  void Draw(const Network& network);
  void Draw(const WorldMap& map);
  void Short(const Card& card);
  void Small(const Matrix& matrix);

  Markup& html_;
  const PageId& page_;
  const Words& t;
  For for_;
  std::string under_;
};

}  // namespace commonground::publish
