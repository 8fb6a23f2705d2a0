// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// People's own Markdown as markup: raw HTML and unsafe links are dropped (libcmark's safe mode), citations become
// links.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/words.h"

namespace commonground::publish {

// A citation "[@one; @two]" in a text.
struct Citation {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  std::vector<std::string> sources;
};
std::vector<Citation> FindCitations(std::string_view markdown);

// The text without its citations; space before them is taken too.
std::string WithoutCitations(std::string_view markdown);

// `cite` gives the Markdown that stands for one source.  Headings move down by `shift` levels.  Threads: any.
std::string MarkdownToHtml(std::string_view markdown, int shift,
                           const std::function<std::string(const std::string& source)>& cite);

// Plain text as markup: escaped, one paragraph.
std::string TextToHtml(std::string_view text);

// The same of one part of a text that was taken from a file.  `level` is that of a heading on the page.
std::string PartToHtml(std::string_view text, model::PartKind kind, int level);

// Parts of a text between blank lines, with where each begins and ends in bytes.
struct TextBlock {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<TextBlock> SplitBlocks(std::string_view text);

}  // namespace commonground::publish
