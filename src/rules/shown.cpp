// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Cuts texts to what a line can show, and lists at their semicolons.
#include "rules/shown.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "core/code_point.h"

namespace commonground::rules {

namespace {

constexpr int kMaxShown = 80;  // code points: enough to recognise a cell, short enough for a line on a terminal

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\n";
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

}  // namespace

std::string Shown(std::string_view value) {
  std::string shown;
  std::size_t at = 0;
  for (int count = 0; count < kMaxShown && at < value.size(); ++count) {
    const std::size_t begin = at;
    const char32_t c = core::NextCodePoint(value, at);
    if (c == core::kNoCodePoint) {
      shown += "\xEF\xBF\xBD";  // U+FFFD
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      shown += ' ';
    } else {
      shown += value.substr(begin, at - begin);
    }
  }
  return shown;
}

std::vector<std::string_view> ItemsOf(std::string_view text,
                                      const std::function<void(std::string message, std::string fix)>& fault) {
  std::vector<std::string_view> items;
  std::unordered_set<std::string_view> named;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    const std::string_view item = Trimmed(text.substr(begin, end - begin));
    if (item.empty()) {
      fault("has a blank item in its list", "take the extra semicolon out");
    } else if (!named.insert(item).second) {
      fault(fmt::format("names {} twice", Shown(item)), "name it once");
    } else {
      items.push_back(item);
    }
    begin = end + 1;
  }
  return items;
}

}  // namespace commonground::rules
