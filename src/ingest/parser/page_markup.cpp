// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Goes through the tags of a page; what stands in scripts, styles and the like is no markup.
#include "ingest/parser/page_markup.h"

#include <algorithm>
#include <array>

#include "core/small_ascii.h"

namespace commonground::ingest::parser {

namespace {

constexpr std::array<std::string_view, 9> kRaw{"script", "style",   "textarea", "title",    "xmp",
                                               "iframe", "noembed", "noframes", "plaintext"};

bool IsAsciiLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string TagName(std::string_view page, std::size_t at) {
  std::size_t end = at;
  while (end < page.size() && std::string_view(" \t\r\n\f/>").find(page[end]) == std::string_view::npos) ++end;
  return core::SmallAscii(page.substr(at, end - at));
}

// Behind the ">" that ends the tag at `at`; a ">" within quotation marks does not.
std::size_t BehindTag(std::string_view page, std::size_t at) {
  char quote = '\0';
  for (; at < page.size(); ++at) {
    if (quote != '\0') {
      if (page[at] == quote) quote = '\0';
    } else if ((page[at] == '"' || page[at] == '\'') && page[at - 1] == '=') {
      quote = page[at];
    } else if (page[at] == '>') {
      return at + 1;
    }
  }
  return page.size();
}

// Behind the comment that begins at `at` with "<!--"; npos: it never ends.
std::size_t BehindComment(std::string_view page, std::size_t at) {
  if (page.substr(at + 4, 1) == ">") return at + 5;
  if (page.substr(at + 4, 2) == "->") return at + 6;
  const std::size_t plain = page.find("-->", at + 4);
  const std::size_t odd = page.find("--!>", at + 4);
  if (odd < plain) return odd + 4;
  return plain == std::string_view::npos ? plain : plain + 3;
}

}  // namespace

PageMarkup WithoutComments(std::string_view page) {
  const std::string lower = core::SmallAscii(page);
  PageMarkup read;
  std::size_t kept = 0;  // up to here
  const auto leave = [&](std::size_t from, std::size_t to) {
    read.page += page.substr(kept, from - kept);
    kept = to;
  };
  for (std::size_t at = 0; (at = page.find('<', at)) != std::string_view::npos;) {
    const char next = at + 1 < page.size() ? page[at + 1] : '\0';
    std::size_t end = at + 1;
    if (page.substr(at, 4) == "<!--") {
      end = BehindComment(page, at);
      if (end == std::string_view::npos) {
        read.unseen = page.substr(at + 4);
        end = page.size();
      }
      leave(at, end);
    } else if (next == '!' && lower.compare(at, 9, "<!doctype") != 0) {
      end = std::min(page.find('>', at), page.size() - 1) + 1;
      leave(at, end);
    } else if (next == '?') {
      end = std::min(page.find('>', at), page.size() - 1) + 1;
      leave(at, end);
    } else if (next == '/' && at + 2 < page.size() && IsAsciiLetter(page[at + 2])) {
      const std::string name = TagName(page, at + 2);
      end = BehindTag(page, at + 2);
      if (name == "body" || name == "html") leave(at, end);
    } else if (next == '/') {
      end = std::min(page.find('>', at), page.size() - 1) + 1;
      leave(at, end);
    } else if (IsAsciiLetter(next)) {
      const std::string name = TagName(page, at + 1);
      end = BehindTag(page, at + 1);
      if (std::ranges::find(kRaw, name) != kRaw.end()) end = std::min(lower.find("</" + name, end), page.size());
    }
    at = end;
  }
  leave(page.size(), page.size());
  return read;
}

}  // namespace commonground::ingest::parser
