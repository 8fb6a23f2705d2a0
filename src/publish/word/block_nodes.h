// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Each kind of block as nodes of pandoc's document.
#pragma once

#include <string>
#include <vector>

#include "publish/book.h"
#include "publish/word/pandoc_document.h"
#include "publish/word/pandoc_json.h"

namespace commonground::publish {

class BlockNodes {
 public:
  // Both outlive it.
  BlockNodes(PandocFor form, const Words& words, PandocDocument& document)
      : form_(form), t(words), document_(document) {}

  // A page with its heading; what follows goes deeper, and no level is skipped.
  void Add(const Page& page);
  pandoc::json Take() { return std::move(blocks_); }

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
  struct Grid {  // a table on its way: cells are lists of inlines
    std::string id;
    std::string caption;
    std::vector<std::string> head;
    std::vector<std::vector<pandoc::json>> rows = {};
    std::vector<std::vector<int>> shades = {};
    std::string language = {};  // BCP 47 of the head; empty: the document's
  };
  pandoc::json Text(const std::string& text, const std::string& language = {});
  pandoc::json Inlines(const Spans& spans);
  pandoc::json Inlines(const Span& span) { return Inlines(Spans{span}); }
  pandoc::json Inlines(const std::vector<Run>& runs, const std::string& language);
  pandoc::json Blocks(const std::vector<ProseBlock>& blocks, const std::string& language);
  pandoc::json LinkTo(const Target& target, pandoc::json inlines);
  pandoc::json Words(const Tally& tally);
  pandoc::json Anchored(const std::string& id, pandoc::json inlines);
  pandoc::json Styled(const char* style, pandoc::json blocks);
  void Put(pandoc::json block) { blocks_.push_back(std::move(block)); }
  void PutPara(pandoc::json inlines);
  void PutTitle(const std::string& text, int level, const std::string& id = {}, const std::string& language = {});
  void PutGrid(const Grid& grid);
  void PutQuote(const Quotation& quote);
  void PutStrips(const StripList& list);
  std::string IdOf(const std::string& name) const { return name.empty() ? "" : PlaceOfPage(name); }
  std::string PlaceOfPage(const std::string& name) const;

  PandocFor form_;
  const publish::Words& t;
  PandocDocument& document_;
  PageId page_;
  int base_ = 1;   // level of the page's title
  int depth_ = 0;  // level of the last heading
  pandoc::json blocks_ = pandoc::json::array();
};

}  // namespace commonground::publish
