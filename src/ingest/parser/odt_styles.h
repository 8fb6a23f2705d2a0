// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the styles of an ODT say of a paragraph, a run or a list (OpenDocument 1.3, part 3, 16 and 19).
#pragma once

#include <map>
#include <optional>
#include <string>

#include "ingest/parser/reading.h"
#include "ingest/parser/xml_tree.h"

namespace commonground::ingest::parser {

class OdtStyles {
 public:
  // One style, list style, outline style or default style; others say nothing.  Of two of a name the first stands.
  void Add(const xmlNode* style);

  As KindOf(const std::string& paragraph_style) const;
  bool IsHidden(const std::string& family, const std::string& style) const;
  std::string LanguageOf(const std::string& paragraph_style) const;
  std::string ListStyleOf(const std::string& paragraph_style) const;

  struct Level {
    std::string form;
    std::string before;
    std::string after;
    int shown = 1;  // numbers of so many levels
    int start = 1;
  };
  // nullptr: a bullet, or no such level.  `list_style` "": that of headings.
  const Level* Find(const std::string& list_style, int level) const;

 private:
  struct Style {
    std::string parent;
    std::string name;
    std::string list;
    std::string language;
    std::optional<bool> hidden;
  };
  const Style* Get(const std::string& family, const std::string& name) const;

  std::map<std::pair<std::string, std::string>, Style> styles_;  // by family and name
  std::map<std::string, std::map<int, Level>> lists_;
  std::string language_;
};

// Counts the items of lists.
class OdtNumbers {
 public:
  explicit OdtNumbers(const OdtStyles& styles) : styles_(styles) {}

  void BeginList(const std::string& style) { counts_[style].clear(); }
  // The number of the next item, as it is shown; empty for a bullet.  `start`: what the item itself begins with.
  std::string Next(const std::string& style, int level, std::optional<int> start);

 private:
  const OdtStyles& styles_;
  std::map<std::string, std::map<int, int>> counts_;
};

}  // namespace commonground::ingest::parser
