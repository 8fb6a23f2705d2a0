// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// DOCX: which part is which, and the account of all words of those that are shown.
#include <algorithm>

#include "ingest/parser/docx_text.h"
#include "ingest/parser/office.h"
#include "ingest/parser/parsed.h"

namespace commonground::ingest::parser {

namespace {

const xmlNode* RootOf(const XmlTree& tree) {
  return tree ? xmlDocGetRootElement(tree.get()) : nullptr;
}

// A chart's title and the names on its axes; numbers are drawn, not written.  A diagram's points.
std::vector<std::string> WordsOfDrawing(const std::string& bytes, bool chart) {
  std::vector<std::string> words;
  const auto add = [&words](std::string text) {
    const bool again = std::ranges::find(words, text) != words.end();
    if (!text.empty() && !again) words.push_back(std::move(text));
  };
  const XmlTree tree = ReadTree(bytes);
  std::vector<const xmlNode*> open{RootOf(tree)};
  while (!open.empty()) {
    const xmlNode* node = open.back();
    open.pop_back();
    const std::string_view name = NameOf(node);
    if (name == "p") {
      std::string text;
      EachChild(node, [&](const xmlNode* run) {
        if (NameOf(run) == "r" || NameOf(run) == "fld") text += TextBelow(run, {});
        if (NameOf(run) == "br") text += ' ';
      });
      add(text);
      continue;
    }
    if (chart && name == "strDim") {
      EachChild(node, [&](const xmlNode* level) {
        EachChild(level, [&](const xmlNode* point) { add(TextBelow(point, {})); });
      });
      continue;
    }
    if (chart && name == "strCache") {
      EachChild(node, [&](const xmlNode* point) { add(TextBelow(Child(point, "v"), {})); });
      continue;
    }
    std::vector<const xmlNode*> children;
    EachChild(node, [&](const xmlNode* child) { children.push_back(child); });
    open.insert(open.end(), children.rbegin(), children.rend());
  }
  return words;
}

class Docx {
 public:
  Docx(const Parts& parts, Reading& reading) : parts_(parts), reading_(reading) {}

  core::Result<Parsed> Read() {
    main_ = "word/document.xml";
    for (const Related& related : RelatedTo(parts_, "")) {
      if (related.type == "officeDocument") main_ = related.name;
    }
    const auto document = parts_.find(main_);
    if (document == parts_.end()) {
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "the file is named DOCX but is none. Fix: save it as DOCX in a word processor");
    }
    own_ = OwnTextOf(document->second, kDocxOwn);
    for (const Related& related : RelatedTo(parts_, main_)) TakeRelated(related);
    const DocxStyles styles(RootOf(styles_));
    DocxNumbering numbering(RootOf(numbering_), styles);
    DocxText text(styles, numbering, beside_, reading_);
    EachPart(document->second, {"document", "body"}, [&](const xmlNode* part) { text.Block(part); });
    text.End();
    for (const std::string& words : headers_) reading_.Leave(LeftOut::kHeaderOrFooter, words);
    if (text.has_other_document()) {
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "the file holds another document within itself, which only a word processor can open. Fix: "
                        "open it in a word processor and save it again");
    }
    return reading_.Finish(own_);
  }

 private:
  // A part's own words count, except those of charts and diagrams, which say the same several times.
  void TakeRelated(const Related& related) {
    const auto part = parts_.find(related.name);
    if (part == parts_.end()) return;
    const std::string& bytes = part->second;
    if (related.type == "styles") {
      styles_ = ReadTree(bytes);
    } else if (related.type == "numbering") {
      numbering_ = ReadTree(bytes);
    } else if (related.type == "footnotes" || related.type == "endnotes") {
      notes_.push_back(ReadTree(bytes));
      own_ += ' ' + OwnTextOf(bytes, kDocxOwn);
      auto& notes = related.type == "footnotes" ? beside_.footnotes : beside_.endnotes;
      EachChild(RootOf(notes_.back()), [&](const xmlNode* note) { notes.emplace(AttributeOf(note, "id"), note); });
    } else if (related.type == "comments") {
      const XmlTree comments = ReadTree(bytes);
      EachChild(RootOf(comments), [&](const xmlNode* comment) {
        std::string words = TextBelow(comment, kDocxOwn.breaks, kDocxOwn.not_words);
        own_ += ' ' + words;
        beside_.comments.emplace(AttributeOf(comment, "id"), std::move(words));
      });
      if (!beside_.comments.empty()) reading_.Remove("comments");
    } else if (related.type == "header" || related.type == "footer") {
      headers_.push_back(OwnTextOf(bytes, kDocxOwn));
      own_ += ' ' + headers_.back();
    } else if (related.type.starts_with("chart") || related.type == "diagramData") {
      beside_.drawings.emplace(related.id, WordsOfDrawing(bytes, related.type != "diagramData"));
    }
  }

  const Parts& parts_;
  Reading& reading_;
  std::string main_;
  std::string own_;
  XmlTree styles_{nullptr, &xmlFreeDoc};
  XmlTree numbering_{nullptr, &xmlFreeDoc};
  std::vector<XmlTree> notes_;
  std::vector<std::string> headers_;
  DocxBeside beside_;
};

}  // namespace

core::Result<Parsed> ParseDocx(std::string_view bytes, const ParseOptions&) {
  Reading reading;
  CG_ASSIGN_OR_RETURN(const Parts parts, OpenDocx(bytes, reading));
  return Docx(parts, reading).Read();
}

}  // namespace commonground::ingest::parser
