// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Judges single values, and finds what lies wrong within one list.
#include "rules/values.h"

#include <algorithm>
#include <unordered_map>

#include "core/guid.h"

namespace commonground::rules {

bool IsReportLanguage(std::string_view language) {
  return std::ranges::find(kReportLanguages, language) != kReportLanguages.end();
}

bool IsRecordMonths(int months) {
  return months >= kMinRecordMonths && months <= kMaxRecordMonths;
}

bool IsColour(std::string_view colour) {
  return colour.empty() || (colour.size() == 7 && colour[0] == '#' &&
                            colour.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos);
}

bool IsAmount(std::string_view text) {
  constexpr std::size_t kMaxDigits = 15;  // exact in a double, which draws its bar
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return false;
  const auto points = std::ranges::count(text, '.');
  const auto digits = std::ranges::count_if(text, is_digit);
  return points <= 1 && points + digits == std::ssize(text) && digits <= static_cast<std::ptrdiff_t>(kMaxDigits);
}

bool IsGuid(std::string_view guid) {
  return guid.empty() || core::ReadGuid(guid) == guid;
}

bool AreInOrder(const std::optional<core::Date>& from, const std::optional<core::Date>& to) {
  return !from || !to || from->First() <= to->Last();
}

bool IsPassage(const core::TextRange& range) {
  return range.start >= 0 && range.start <= range.end;
}

std::optional<std::size_t> FirstWrongPart(std::span<const model::Part> parts, std::int64_t length) {
  std::int64_t end = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const core::TextRange& range = parts[i].range;
    if (range.start < end || range.end <= range.start || range.end > length) return i;
    end = range.end;
  }
  return std::nullopt;
}

// Walks up from every code once; a code that is met again on the same walk is above itself.
std::vector<std::vector<std::size_t>> Circles(std::span<const model::Code> codebook) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < codebook.size(); ++i) places.emplace(codebook[i].id.value, i);
  const auto above = [&](std::size_t code) -> std::optional<std::size_t> {
    if (!codebook[code].parent) return std::nullopt;
    const auto found = places.find(codebook[code].parent->value);
    return found == places.end() ? std::nullopt : std::optional(found->second);
  };
  std::vector<std::vector<std::size_t>> circles;
  std::vector<std::size_t> walk(codebook.size(), 0);  // number of the walk that met the code; 0: none yet
  for (std::size_t i = 0; i < codebook.size(); ++i) {
    std::size_t at = i;
    while (walk[at] == 0) {
      walk[at] = i + 1;
      const auto next = above(at);
      if (!next) break;
      at = *next;
      if (walk[at] != i + 1) continue;
      std::vector<std::size_t>& circle = circles.emplace_back(1, at);
      for (std::size_t code = *above(at); code != at; code = *above(code)) circle.push_back(code);
      break;
    }
  }
  return circles;
}

}  // namespace commonground::rules
