// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Adds a problem at its place, cut to what a line can show.

#include "ingest/folder/spot.h"

#include "ingest/folder/code_point.h"

namespace commonground::ingest {

namespace {
constexpr int kMaxShown = 80;  // code points: enough to recognise a cell, short enough for a line on a terminal

void Add(const Spot& spot, core::Severity severity, std::string_view value, std::string message, std::string fix) {
  const std::size_t limit = severity == core::Severity::kError ? kMaxProblems : kMaxProblems / 2;
  if (spot.problems->size() >= limit) return;
  if (severity == core::Severity::kError && spot.problems->size() + 1 == limit) {
    spot.problems->push_back(
        {severity,
         std::string(spot.file),
         spot.line,
         {},
         {},
         "more problems follow, which are not listed: there are at least " + std::to_string(kMaxProblems),
         "correct those above first; many of them may have one cause"});
    return;
  }
  spot.problems->push_back({severity, std::string(spot.file), spot.line, std::string(spot.column), Shown(value),
                            std::move(message), std::move(fix)});
}
}  // namespace

std::string Shown(std::string_view value) {
  std::string shown;
  std::size_t at = 0;
  for (int count = 0; count < kMaxShown && at < value.size(); ++count) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(value, at);
    if (c == kNoCodePoint) {
      shown += "\xEF\xBF\xBD";  // U+FFFD
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      shown += ' ';
    } else {
      shown += value.substr(begin, at - begin);
    }
  }
  return shown;
}

void Spot::Bad(std::string_view value, std::string message, std::string fix) const {
  Add(*this, core::Severity::kError, value, std::move(message), std::move(fix));
}

void Spot::Note(std::string_view value, std::string message, std::string fix) const {
  Add(*this, core::Severity::kNotice, value, std::move(message), std::move(fix));
}

}  // namespace commonground::ingest
