// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The words of a DOCX in the order in which they are read.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ingest/parser/docx_styles.h"
#include "ingest/parser/reading.h"
#include "ingest/parser/xml_tree.h"

namespace commonground::ingest::parser {

// What stands in other parts and is named by an id.  nullptr or empty: there is none.
struct DocxBeside {
  std::map<std::string, const xmlNode*> footnotes;
  std::map<std::string, const xmlNode*> endnotes;
  std::map<std::string, std::string> comments;               // their words
  std::map<std::string, std::vector<std::string>> drawings;  // charts, diagrams: their words, a paragraph each
};

// Numbers that the program needs, and instructions: no words of a document.
extern const OwnText kDocxOwn;

// Paragraphs, table cells (row by row), list items with their numbers; what hangs on a paragraph (text boxes, notes,
// charts) stands after it.  Tracked changes as if accepted.  What is hidden or deleted is left out, as `reading` says.
// Threads: one.  Memory: of a paragraph.
class DocxText {
 public:
  DocxText(const DocxStyles& styles, DocxNumbering& numbering, const DocxBeside& beside, Reading& reading)
      : styles_(styles), numbering_(numbering), beside_(beside), reading_(reading) {}

  void Block(const xmlNode* node) { Block(node, {}, false); }
  // After the last block: what waits for one more, and notes and comments that nothing names.
  void End();
  // The file holds a document of another format within itself (altChunk).
  bool has_other_document() const { return has_other_document_; }

 private:
  struct Paragraph {
    std::string text;
    const xmlNode* properties = nullptr;
    As as;
    std::vector<std::function<void()>> after;
  };
  struct Seen {
    bool deleted = false;
    bool hidden = false;
    std::string font;
  };

  void Block(const xmlNode* node, As as, bool deleted);
  void ReadParagraph(const xmlNode* node, As as, bool deleted);
  void Finish(Paragraph& paragraph);
  void Table(const xmlNode* node, As as, bool deleted);
  void Rows(const xmlNode* node, As as, bool deleted, int& row);
  void Cells(const xmlNode* node, As as, bool deleted);
  void Story(const xmlNode* node, As as);

  void Inlines(const xmlNode* node, Paragraph& paragraph, const Seen& seen);
  void Inline(const xmlNode* node, Paragraph& paragraph, const Seen& seen);
  void Field(const xmlNode* node, Paragraph& paragraph, const Seen& seen);
  void Drawing(const xmlNode* node, Paragraph& paragraph, const Seen& seen);
  void Note(const xmlNode* node, const std::map<std::string, const xmlNode*>& notes, Paragraph& paragraph,
            const Seen& seen);
  // The file's own words; made ones (of an attribute) are only set when they are seen.
  void Put(std::string_view words, Paragraph& paragraph, const Seen& seen);
  void PutMade(const std::string& words, Paragraph& paragraph, const Seen& seen);
  bool InInstruction() const;

  const DocxStyles& styles_;
  DocxNumbering& numbering_;
  const DocxBeside& beside_;
  Reading& reading_;
  struct Open {
    bool in_instruction = true;
    std::string instruction;
  };
  std::vector<Open> fields_;
  std::string carried_;               // of a paragraph whose end was deleted: it goes on in the next
  std::map<std::string, int> named_;  // notes and comments that were read
  bool has_other_document_ = false;
};

// Words of a formula in a line: "a/b", "x^2".  `node`: m:oMath, or MathML's math.
std::string LineOfMath(const xmlNode* node);

}  // namespace commonground::ingest::parser
