// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A book as pandoc's document (https://pandoc.org/using-the-pandoc-api.html, API 1.22), from which pandoc makes DOCX
// and EPUB.  What pandoc 2.17 cannot carry into DOCX is told beside it, for put_docx_right.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/progress.h"
#include "core/result.h"
#include "publish/book.h"

namespace commonground::publish {

struct PandocDocument {
  // A table of the document, in its order.
  struct Table {
    std::string title;
    std::string description;                    // for those who do not see it
    std::vector<std::vector<int>> shades = {};  // of the cells below the head, 0 (none) to 5; empty: none
  };
  std::string json;
  std::string head;    // of each sheet: the report's name
  std::string author;  // of the whole, for its properties; empty: nobody is named
  std::vector<Table> tables;
  std::string text;  // all words in it, for the last look at what leaves
};

// Stands in a line of the contents where its page number goes: which page that is only a program that sets pages knows.
inline constexpr std::string_view kPageNumberMark = "\uE000";

enum class PandocFor {
  kDocx,  // the language of a run is the name of a style, "Language fr"
  kEpub,  // attributes lang and dir; no id that begins with a digit
};

// Requires: words of the book outlive the call.
// Errors: Cancelled.  Cost: O(book); the document is in memory.
core::Result<PandocDocument> PandocDocumentOf(const Book& book, PandocFor form, core::Progress& progress);

}  // namespace commonground::publish
