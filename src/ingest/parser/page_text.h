// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The words of a web page, or of a chapter of an e-book, as a reader sees them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/parser/page_styles.h"
#include "ingest/parser/reading.h"
#include "ingest/parser/xml_tree.h"

namespace commonground::ingest::parser {

// Blocks go to `reading`; what a reader does not see is left out there: hidden by an attribute or a style rule,
// deleted, instead of a film or a frame, the title of the window.  aria-hidden and a closed <details> can be seen: they
// stay. Threads: one.  Requires: nested at most kMaxPageDepth deep.
class PageText {
 public:
  PageText(const PageStyles& styles, Reading& reading) : styles_(styles), reading_(reading) {}
  void Read(const xmlNode* root);

 private:
  struct Seen {
    As as;
    int lists = 0;
    bool hidden = false;
    std::string language;
  };
  void Walk(const xmlNode* node, const Seen& seen);
  bool LeaveElement(const xmlNode* node, std::string_view name, const Seen& seen);
  void Inside(const xmlNode* node, std::string_view name, const PageStyle& style, Seen seen);
  void List(const xmlNode* node, const PageStyle& style, const Seen& seen);
  void Table(const xmlNode* node, const Seen& seen);
  void Described(const xmlNode* node, std::string_view name, const Seen& seen);
  void Put(std::string_view words, const Seen& seen);
  void PutMade(const std::string& words, const Seen& seen);
  void Flush();

  const PageStyles& styles_;
  Reading& reading_;
  std::string text_;
  As as_;
  std::string number_;  // of the item that begins
  int row_ = 0;
};

inline constexpr int kMaxPageDepth = 1'000;

// HTML as libxml2 reads it.  Errors: InvalidInput: nested too deeply, entities of its own.
core::Result<XmlTree> ReadPage(const std::string& utf8);

// All words of a page, read for themselves: what stands outside tags, comments, scripts and style rules.
std::string OwnTextOfPage(std::string_view utf8);

}  // namespace commonground::ingest::parser
