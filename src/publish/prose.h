// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// People's own Markdown as values (libcmark's tree): raw HTML, pictures and links that are not to the web are dropped,
// their words stay; citations become links to their sources.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/words.h"
#include "publish/book.h"
#include "rules/placeholders.h"

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

// `cite` gives the link that stands for one source.  Headings move down by `shift` levels, and stay between 2 and 6.
// Blocks deeper than kMaxProseDepth stand at that depth.  Threads: any.  Cost: O(text).
// `place`: what stands in place of a placeholder within a sentence; nothing: it stays as it was written.
using Placing = std::function<std::optional<Spans>(const rules::Placeholder&)>;
std::vector<ProseBlock> ReadMarkdown(std::string_view markdown, int shift,
                                     const std::function<Span(const std::string& source)>& cite,
                                     const Placing& place = {});

// What a report does not show as people's Markdown means it, with its line: raw HTML, pictures, links that are not to
// the web, tables drawn with bars.
struct LeftOut {
  enum class What { kHtml, kPicture, kLink, kTable };
  What what = What::kHtml;
  int line = 1;
  std::string words;  // of the picture or link, the markup, or the head of the table
};
std::vector<LeftOut> FindLeftOut(std::string_view markdown);

// One part of a text that was taken from a file; `level` is that of a heading on the page.
ProseBlock ReadPart(std::string_view text, model::PartKind kind, int level);

// The words of prose, without marks; blocks on lines of their own.
std::string WordsOf(const std::vector<ProseBlock>& blocks);

// Parts of a text between blank lines, with where each begins and ends in bytes.
struct TextBlock {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<TextBlock> SplitBlocks(std::string_view text);

}  // namespace commonground::publish
