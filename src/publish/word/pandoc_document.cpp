// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The pages that are read, one after another, and the title, language and contents of the whole.

#include "publish/word/pandoc_document.h"

#include "publish/titles.h"
#include "publish/word/block_nodes.h"
#include "publish/word/reading_order.h"

namespace commonground::publish {

using namespace pandoc;

namespace {

json LineOfContents(const Page& page) {
  const char* style = LevelOf(page.id) == 1 ? "toc 1" : "toc 2";
  json words = json::array({Str(page.title), Str(std::string(kPageNumberMark))});
  json line = Para(json::array({LinkNode("#" + PlaceOf(Target(page.id)), std::move(words))}));
  return Div(Attr({}, {{"custom-style", style}}), json::array({std::move(line)}));
}

void PutAll(json more, json& blocks) {
  for (auto& one : more) blocks.push_back(std::move(one));
}

}  // namespace

core::Result<PandocDocument> PandocDocumentOf(const Book& book, PandocFor form, core::Progress& progress) {
  progress.Begin(form == PandocFor::kDocx ? "Writing the Word document" : "Writing the e-book", 0);
  PandocDocument document;
  BlockNodes nodes(form, book.words, document);
  if (book.invented) {
    const std::string text = book.words("Invented example: no organisation here is real.");
    nodes(Paragraph{{{text, {}, "strong"}}, ""});
  }
  if (!book.notice.text.empty()) {
    Prose prose{{{ProseBlock::Kind::kParagraph, 0, 0, {{book.notice.text, Run::kStrong}}}}, book.notice.language};
    if (prose.language == book.words.language()) prose.language.clear();
    nodes(prose);
  }
  nodes(Paragraph{{{book.footer}}, "note"});    // when, on what terms: with the title
  const bool lists = form == PandocFor::kDocx;  // an e-book has contents of its own
  if (lists) nodes(Heading{book.words("Contents"), "contents", 2});
  json blocks = nodes.Take();
  json contents = json::array();
  CG_RETURN_IF_ERROR(book.pages([&](const Page& page) -> core::Status {
    if (progress.Cancelled())
      return core::Fail(core::ErrorCode::kCancelled, "the report was stopped; nothing was written");
    if (!IsRead(page.id)) return {};
    nodes.Add(page);
    if (lists) contents.push_back(LineOfContents(page));
    return {};
  }));
  PutAll(std::move(contents), blocks);
  PutAll(nodes.Take(), blocks);
  document.head = LinesOf(book.title).name;
  document.author = book.author;
  const auto meta = [](const std::string& text) { return Node("MetaInlines", json::array({Str(text)})); };
  document.text += book.title + "\n";
  const json whole{{"pandoc-api-version", {1, 22, 1}},
                   {"meta",
                    {{"title", meta(book.title)},
                     {"lang", meta(book.words.language())},
                     {"toc-title", meta(book.words("Contents"))}}},
                   {"blocks", std::move(blocks)}};
  document.json = whole.dump(-1, ' ', false, json::error_handler_t::replace);
  progress.End();
  return document;
}

}  // namespace commonground::publish
