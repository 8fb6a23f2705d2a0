// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "ingest/parser/markup.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/text/utf8.h"

namespace commonground::ingest::parser {

namespace {

core::Result<Parsed> Bad(std::string_view message) {
  return core::Fail(core::ErrorCode::kInvalidInput, std::string(message));
}

std::string Lower(std::string_view bytes) {
  std::string lower(bytes);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
  });
  return lower;
}

// How deep elements can at most be nested: pandoc's time grows with it.
int DeepestNesting(std::string_view html) {
  int depth = 0;
  int deepest = 0;
  for (std::size_t i = 0; i + 1 < html.size(); ++i) {
    if (html[i] != '<') continue;
    const char next = html[i + 1];
    if (next == '/') {
      depth = std::max(0, depth - 1);
    } else if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')) {
      static constexpr std::array<std::string_view, 13> kEmpty{"br",   "img",  "hr",  "meta",   "link",  "input", "wbr",
                                                               "area", "base", "col", "source", "embed", "p"};
      std::size_t end = i + 1;
      while (end < html.size() && ((html[end] | 32) >= 'a' && (html[end] | 32) <= 'z')) ++end;
      if (std::ranges::find(kEmpty, html.substr(i + 1, end - i - 1)) == kEmpty.end())
        deepest = std::max(deepest, ++depth);
    }
  }
  return deepest;
}

}  // namespace

core::Result<Parsed> CheckHtml(std::string_view bytes, const Wishes&) {
  if (bytes.find('\0') != std::string_view::npos) {
    return Bad("the page holds NUL characters or is UTF-16. Fix: save it as UTF-8");
  }
  if (!IsUtf8(bytes)) return Bad("the page is not UTF-8. Fix: open it in a browser and save its text as UTF-8");
  const std::string lower = Lower(bytes);
  if (lower.find('<') == std::string::npos) return Bad("the file is named HTML but has no tags. Fix: name it .txt");
  if (lower.find("<!entity") != std::string::npos) {
    return Bad("the page declares entities, which can be made to swell. Fix: save its text only");
  }
  if (DeepestNesting(lower) > 1'000) return Bad("the page is nested deeper than 1000. Fix: save its text only");
  Parsed parsed;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kRemoved{{{"<script", "scripts"},
                                                                                   {"<img", "pictures"},
                                                                                   {"<iframe", "frames"},
                                                                                   {"<object", "embedded objects"},
                                                                                   {"<embed", "embedded objects"},
                                                                                   {"<!--", "comments"},
                                                                                   {"name=\"author\"", "author"},
                                                                                   {"file://", "paths of a computer"}}};
  for (const auto& [mark, word] : kRemoved) {
    if (lower.find(mark) != std::string::npos && std::ranges::find(parsed.removed, word) == parsed.removed.end()) {
      parsed.removed.emplace_back(word);
    }
  }
  return parsed;
}

core::Result<Parsed> CheckRtf(std::string_view bytes, const Wishes&) {
  if (!bytes.starts_with("{\\rtf")) return Bad("the file is named RTF but is none. Fix: check the file's name");
  int depth = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\\') {
      ++i;
    } else if (bytes[i] == '{' && ++depth > 256) {
      return Bad("the file is nested deeper than 256. Fix: save it as DOCX");
    } else if (bytes[i] == '}') {
      --depth;
    }
  }
  if (depth != 0) return Bad("the file is cut off or damaged. Fix: open it in a word processor and save it anew");
  for (const std::string_view mark : {"\\objdata", "\\objocx", "\\objautlink", "\\ddeauto"}) {
    if (bytes.find(mark) != std::string_view::npos) {
      return Bad("the file holds other files (embedded objects). Fix: take them out and save it anew");
    }
  }
  Parsed parsed;
  if (bytes.find("{\\author") != std::string_view::npos || bytes.find("{\\operator") != std::string_view::npos) {
    parsed.removed.emplace_back("author");
  }
  if (bytes.find("{\\company") != std::string_view::npos) parsed.removed.emplace_back("company");
  if (bytes.find("\\pict") != std::string_view::npos) parsed.removed.emplace_back("pictures");
  if (bytes.find("\\annotation") != std::string_view::npos) parsed.removed.emplace_back("comments");
  if (bytes.find("\\revised") != std::string_view::npos) parsed.removed.emplace_back("earlier wordings");
  return parsed;
}

}  // namespace commonground::ingest::parser
