// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The words of an ODT in the order in which they are read.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ingest/parser/odt_styles.h"
#include "ingest/parser/reading.h"
#include "ingest/parser/xml_tree.h"

namespace commonground::ingest::parser {

extern const OwnText kOdtOwn;

// As DocxText does.  `objects`: of formulas and charts, by name ("Object 1"): their words, a paragraph each.
// Threads: one.  Memory: of a paragraph.
class OdtText {
 public:
  OdtText(const OdtStyles& styles, const std::map<std::string, std::vector<std::string>>& objects, Reading& reading)
      : styles_(styles), numbers_(styles), objects_(objects), reading_(reading) {}

  void Block(const xmlNode* node) { Block(node, {}); }

 private:
  struct Paragraph {
    std::string text;
    As as;
    std::vector<std::function<void()>> after;
  };
  struct List {
    std::string style;
    int level = 0;
    bool numbered = false;  // the next paragraph is the first of its item
    std::optional<int> start;
  };

  void Block(const xmlNode* node, As as);
  void Blocks(const xmlNode* node, As as);
  void ReadParagraph(const xmlNode* node, As as);
  void ReadList(const xmlNode* node, As as);
  void Table(const xmlNode* node, As as);
  void Rows(const xmlNode* node, As as, int& row);
  void Story(const xmlNode* node, As as);
  void Changes(const xmlNode* node);
  void Comment(const xmlNode* node);
  void Forms(const xmlNode* forms);

  void Inlines(const xmlNode* node, Paragraph& paragraph, bool hidden);
  void Inline(const xmlNode* node, Paragraph& paragraph, bool hidden);
  void Object(const xmlNode* node, Paragraph& paragraph, bool hidden);
  void Put(std::string_view words, Paragraph& paragraph, bool hidden);
  std::string NumberOf(const xmlNode* node, Paragraph& paragraph, As as);

  const OdtStyles& styles_;
  OdtNumbers numbers_;
  const std::map<std::string, std::vector<std::string>>& objects_;
  Reading& reading_;
  List list_;
  std::map<std::string, std::string> fields_;  // words of each, by its id
};

}  // namespace commonground::ingest::parser
