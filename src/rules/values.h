// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What one value may be, whatever it belongs to: asked by the rules of a study, by the readers of files and by the
// store that does not believe a file.  Threads: any.  Cost: O(length).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "model/study.h"

namespace commonground::rules {

// Of people, members, quotas; sums of a few still fit into core::Compare.
inline constexpr std::int64_t kMaxCounted = 1'000'000'000;
inline constexpr std::array<std::string_view, 5> kReportLanguages{"en", "fr", "es", "ru", "zh"};
inline constexpr int kMinRecordMonths = 1;
inline constexpr int kMaxRecordMonths = 1200;

inline constexpr bool IsCounted(std::int64_t count) {
  return count >= 0 && count <= kMaxCounted;
}
bool IsReportLanguage(std::string_view language);
bool IsRecordMonths(int months);
// "#1b6ca8", or empty: that of its place in the codebook.
bool IsColour(std::string_view colour);
// "31", "22500" or "3.5": at most 15 digits, with at most one point between them.
bool IsAmount(std::string_view text);
// In lower case, or empty: one that follows from the thing.
bool IsGuid(std::string_view guid);
// Does `to` not lie before `from`?  A date without its day may be any day of it; none is open.
bool AreInOrder(const std::optional<core::Date>& from, const std::optional<core::Date>& to);

// Does it begin in a text, and not end before it begins?  An empty one stands for the text as a whole.
bool IsPassage(const core::TextRange& range);

// The first part that overlaps the one before, is empty or leaves the text of `length` code points; none: all are good.
std::optional<std::size_t> FirstWrongPart(std::span<const model::Part> parts, std::int64_t length);

// Codes above themselves: each circle once, from the code at which it closes, upwards.
// Requires: nothing; a parent that is not there is as none.  Cost: O(codes).
std::vector<std::vector<std::size_t>> Circles(std::span<const model::Code> codebook);

// What is wrong with a text, in the words of an import; nothing changes it.
struct Wrong {
  std::string_view message;
  std::string_view fix;
};
inline constexpr Wrong kNotAnId{"is not an id",
                                "use ASCII letters, digits, '.', '_' and '-' only, beginning with a letter or digit, "
                                "at most 120 characters"};
inline constexpr Wrong kNotAGuid{"is not a GUID in lower case", "leave it blank: a program gives one"};
inline constexpr Wrong kNotADocument{
    "is not a document's name",
    "write the case study's folder, a slash and the file's name, such as org/case-study.md"};
inline constexpr Wrong kNotACountry{"is not a country's three-letter code (ISO 3166-1 alpha-3)",
                                    "write the code in capital letters, such as KEN for Kenya"};
inline constexpr Wrong kBlank{"is blank, but this column must be filled", "fill it in, or take the row out"};
inline constexpr Wrong kLessThanNone{"is less than 0",
                                     "write how many there are, or leave it blank if that is not sourced"};
inline constexpr Wrong kTooMany{"is more than 1,000,000,000",
                                "write how many there are, or leave it blank if that is not sourced"};
inline constexpr Wrong kNotAShare{"is not a share from 0 to 1", "write it as 1/2 or 50%"};

}  // namespace commonground::rules
