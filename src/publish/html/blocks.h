// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What lies between <main> and </main>: each kind of block as elements.
#pragma once

#include "publish/book.h"
#include "publish/html/markup.h"

namespace commonground::publish {

class BlockWriter {
 public:
  // All outlive the writer.
  BlockWriter(Markup& markup, const PageId& page, const Words& words) : html_(markup), page_(page), t(words) {}

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

 private:
  void Put(const Spans& spans);
  void Put(const Span& span);
  void Put(const Shape& shape, const std::string& figure);
  void Put(const std::vector<ProseBlock>& blocks);  // calls itself at most kMaxProseDepth deep
  void PutRuns(const std::vector<Run>& runs);
  void Put(const Quote& quote);
  void Put(const EvidenceGroup& group);

  Markup& html_;
  const PageId& page_;
  const Words& t;
};

}  // namespace commonground::publish
