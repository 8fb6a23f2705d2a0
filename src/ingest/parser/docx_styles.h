// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the styles and numberings of a DOCX say of a paragraph or a run (ECMA-376, part 1, 17.7 and 17.9).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/parser/reading.h"
#include "ingest/parser/xml_tree.h"

namespace commonground::ingest::parser {

// Is an on-off property on?  `property` may be nullptr: it is not.
bool IsOn(const xmlNode* property);

class DocxStyles {
 public:
  explicit DocxStyles(const xmlNode* styles);  // the root of styles.xml, or nullptr

  // As which block a paragraph counts, without its list.  `properties`: w:pPr, or nullptr.
  As KindOf(const xmlNode* properties) const;
  // Is a run hidden?  `run`: its w:rPr; `paragraph`: its paragraph's w:pPr; either may be nullptr.
  bool IsHidden(const xmlNode* run, const xmlNode* paragraph) const;

  // Does the style of a table hide its words?  `properties`: w:tblPr, or nullptr.
  bool HidesTable(const xmlNode* properties) const;

  struct ListPlace {
    std::string number;  // id of the numbering
    int level = 0;
    std::string style;  // id of the style that says so; empty: the paragraph itself
  };
  std::optional<ListPlace> ListOf(const xmlNode* properties) const;
  // The numbering that a list style stands for; empty when there is none.
  std::string NumberingOf(const std::string& style) const;

  const std::string& language() const { return language_; }  // of what says nothing else; may be empty

 private:
  struct Style {
    std::string name;  // small letters
    std::string based_on;
    std::optional<bool> hidden;
    std::optional<int> outline;
    std::string number;
    std::optional<int> level;
  };
  const Style* Find(const std::string& id) const;
  const Style* OfParagraph(const xmlNode* properties) const;
  bool IsHiddenBy(const Style* style) const;

  std::map<std::string, Style> styles_;
  std::string default_paragraph_;
  bool hidden_ = false;
  std::string language_;
};

// Counts as a word processor does.
class DocxNumbering {
 public:
  DocxNumbering(const xmlNode* numbering, const DocxStyles& styles);  // the root of numbering.xml, or nullptr

  // The number before the next paragraph of this list, as it is shown ("2.1", "b)"); empty for a bullet.
  // Returns: nothing for "no list" (0, or a list that the file does not hold).
  std::optional<std::string> Next(const DocxStyles::ListPlace& place);
  int LevelFor(const DocxStyles::ListPlace& place) const;

 private:
  static constexpr int kLevels = 9;
  struct Level {
    int start = 1;
    std::string form = "decimal";
    std::string text;
    std::string style;
    bool digits_only = false;
    std::optional<int> restart;
  };
  using Levels = std::map<int, Level>;
  struct Number {
    std::string list;  // the abstract numbering, whose count it shares
    Levels instead;
    std::map<int, int> starts;
    bool begun = false;
  };
  static Level ReadLevel(const xmlNode* level);
  const Level* Find(const Number& number, int level) const;

  std::map<std::string, Levels> lists_;
  std::map<std::string, Number> numbers_;
  std::map<std::string, std::map<int, int>> counts_;  // by list and level; a level that has begun
};

}  // namespace commonground::ingest::parser
