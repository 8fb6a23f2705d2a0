// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Markdown and plain text in blocks, as pages and the search index see them: in order, within the text, and the same.
#include <unicode/unistr.h>

#include <cstdlib>

#include "core/text_range.h"
#include "publish/markdown.h"
#include "store/search/index.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace commonground;
  model::Document document;
  icu::UnicodeString::fromUTF8({reinterpret_cast<const char*>(data), static_cast<int>(size)})
      .toUTF8String(document.text);
  const core::TextIndex index(document.text);
  std::int64_t end = 0;
  for (const auto& range : store::PassagesOf(document)) {
    if (range.start < end || range.end <= range.start || !index.Slice(range)) std::abort();
    end = range.end;
  }
  std::size_t at = 0;
  for (const auto& block : publish::SplitBlocks(document.text)) {
    if (block.begin < at || block.end <= block.begin || block.end > document.text.size()) std::abort();
    at = block.end;
  }
  const std::string html = publish::MarkdownToHtml(document.text, 1, [](const std::string& source) { return source; });
  if (html.find("<script") != std::string::npos) std::abort();
  return 0;
}
