// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// ' is among what is made harmless, so that the way back is exact: what began with ' begins with ''.
#include "core/spreadsheet_safety.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace commonground::core {

namespace {

constexpr std::string_view kDangerous = "=+-@'\t\r\n";
constexpr std::string_view kSeparators = ",;|\t\r\n";
// ＝ ＋ － ＠ and ﹦ ﹢ ﹣ ﹫: spreadsheet programs of East Asia read them as the plain ones.
constexpr std::array<std::string_view, 8> kWide{"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0",
                                                "\xEF\xB9\xA6", "\xEF\xB9\xA2", "\xEF\xB9\xA3", "\xEF\xB9\xAB"};

bool IsDangerous(std::string_view rest) {
  if (rest.empty()) return false;
  if (kDangerous.find(rest.front()) != std::string_view::npos) return true;
  return rest.front() == '\xEF' && std::ranges::any_of(kWide, [&](auto wide) { return rest.starts_with(wide); });
}

// Calls `at_begin` with what follows each place where a cell may begin; it says whether the first character is kept,
// doubled, or dropped, by what it appends to `out`, and returns how many bytes of the rest it took.
template <typename AtBegin>
std::string Rewritten(std::string_view cell, const AtBegin& at_begin) {
  std::string out;
  out.reserve(cell.size() + 8);
  bool begins = true;
  for (std::size_t at = 0; at < cell.size();) {
    if (begins && cell[at] != '"') {
      at += at_begin(cell.substr(at), out);
      begins = false;
      if (at == cell.size()) break;
    }
    const char c = cell[at++];
    out += c;
    begins = kSeparators.find(c) != std::string_view::npos || (begins && c == '"');
  }
  return out;
}

bool MayNeedIt(std::string_view cell) {
  return IsDangerous(cell) || cell.starts_with('"') || cell.find_first_of(kSeparators) != std::string_view::npos;
}

}  // namespace

void MakeSafe(std::string& cell) {
  if (!MayNeedIt(cell)) return;
  cell = Rewritten(cell, [](std::string_view rest, std::string& out) -> std::size_t {
    if (IsDangerous(rest)) out += '\'';
    return 0;
  });
}

void TakeSafetyOff(std::string& cell) {
  if (!MayNeedIt(cell)) return;
  cell = Rewritten(cell, [](std::string_view rest, std::string&) -> std::size_t {
    return rest.size() > 1 && rest.front() == '\'' && IsDangerous(rest.substr(1)) ? 1 : 0;
  });
}

}  // namespace commonground::core
