// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Placeholders in what people write for a report: [[number:INT.3.1|region=africa]].  A number or a name is placed,
// never typed, and follows the data.  The kinds are a closed set.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace commonground::rules {

enum class Places { kFigure, kTable, kQuote, kFinding, kRecommendation, kNumber, kCase, kContext };
inline constexpr std::array<std::pair<std::string_view, Places>, 8> kPlaceholders{
    {{"figure", Places::kFigure},
     {"table", Places::kTable},
     {"quote", Places::kQuote},
     {"finding", Places::kFinding},
     {"recommendation", Places::kRecommendation},
     {"number", Places::kNumber},
     {"case", Places::kCase},
     {"context", Places::kContext}}};
inline constexpr std::array<std::string_view, 7> kFigureNames{"coverage",     "practices", "barriers", "gap-outcomes",
                                                              "gap-barriers", "material",  "flow"};
inline constexpr std::array<std::string_view, 3> kTableNames{"findings", "profile", "outcomes"};
inline constexpr std::array<std::string_view, 4> kTotals{"cases", "passages", "regions", "findings"};

struct Placeholder {
  std::size_t begin = 0;  // bytes of the text, from "[[" to behind "]]"
  std::size_t end = 0;
  int line = 1;
  std::optional<Places> places;  // none: `kind` is no kind of placeholder
  std::string kind;
  std::string of;      // "INT.3.1"
  std::string detail;  // behind the first bar: "region=africa"; of a quote: its first words
  bool closed = true;  // false: no "]]" in its line; it ends where the line does
  bool alone = false;  // nothing else stands in its line
};

// Words in double brackets with a colon behind the first; others, and \[[these]], are left alone.  Cost: linear.
std::vector<Placeholder> FindPlaceholders(std::string_view text);

// Those that are a block of their own and so stand alone in a line.
constexpr bool IsBlock(Places places) {
  return places == Places::kFigure || places == Places::kTable || places == Places::kQuote;
}

// "region=africa" as a pair; both empty where it is none.
std::pair<std::string_view, std::string_view> PairOf(std::string_view detail);

}  // namespace commonground::rules
