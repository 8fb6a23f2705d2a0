// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Adds a problem at its place, cut to what a line can show.

#include "ingest/folder/source_location.h"

namespace commonground::ingest {

namespace {
void Add(const SourceLocation& spot, core::Severity severity, std::string_view value, std::string message,
         std::string fix) {
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

void SourceLocation::Bad(std::string_view value, std::string message, std::string fix) const {
  Add(*this, core::Severity::kError, value, std::move(message), std::move(fix));
}

void SourceLocation::Note(std::string_view value, std::string message, std::string fix) const {
  Add(*this, core::Severity::kNotice, value, std::move(message), std::move(fix));
}

}  // namespace commonground::ingest
