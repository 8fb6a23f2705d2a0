// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tags of languages hold letters, digits and hyphens only, so a comma parts them.
#include "ingest/sandbox/wishes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace commonground::ingest {

namespace {

std::optional<int> NumberOf(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

std::vector<std::string> Parts(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    if (comma > 0) parts.emplace_back(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return parts;
}

}  // namespace

std::vector<std::string> WordsOf(const parser::ParseOptions& wishes) {
  std::vector<std::string> words;
  if (!wishes.language.empty()) words.push_back("language=" + wishes.language);
  if (!wishes.likely.empty()) words.push_back(fmt::format("likely={}", fmt::join(wishes.likely, ",")));
  if (wishes.pages.first != 1 || wishes.pages.last != 0) {
    words.push_back(fmt::format("pages={}-{}", wishes.pages.first, wishes.pages.last));
  }
  return words;
}

std::optional<parser::ParseOptions> WishesOf(const std::vector<std::string_view>& words) {
  parser::ParseOptions wishes;
  for (const std::string_view word : words) {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const std::string_view name = word.substr(0, equals);
    const std::string_view value = word.substr(equals + 1);
    if (name == "language") {
      wishes.language = value;
    } else if (name == "likely") {
      wishes.likely = Parts(value);
    } else if (name == "pages") {
      const std::size_t to = std::min(value.find('-'), value.size());
      const auto first = NumberOf(value.substr(0, to));
      const auto last = to < value.size() ? NumberOf(value.substr(to + 1)) : std::nullopt;
      if (!first || !last) return std::nullopt;
      wishes.pages = {*first, *last};
    } else {
      return std::nullopt;
    }
  }
  return wishes;
}

}  // namespace commonground::ingest
