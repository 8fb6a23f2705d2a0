// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Cuts a label to a width, by whole characters.

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "publish/agreement/view.h"

namespace commonground::publish {

std::string Fit(const std::string& text, double width) {
  constexpr double kNarrow = 7.2;  // generous mean width of a letter at 13 px
  double used = 0;
  std::int32_t at = 0;
  const auto length = static_cast<std::int32_t>(text.size());
  while (at < length) {
    const std::int32_t before = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, length, c);
    const int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    used += wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 13 : kNarrow;
    if (used > width) return text.substr(0, static_cast<std::size_t>(before)) + "…";
  }
  return text;
}

}  // namespace commonground::publish
