// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Steps through UTF-8 with ICU.

#include "core/code_point.h"

#include <unicode/utf8.h>

namespace commonground::core {

char32_t NextCodePoint(std::string_view text, std::size_t& at) {
  const auto length = static_cast<std::int64_t>(text.size());
  auto place = static_cast<std::int64_t>(at);
  UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
  U8_NEXT(text.data(), place, length, c);
#pragma GCC diagnostic pop
  at = static_cast<std::size_t>(place);
  return static_cast<char32_t>(c);
}

}  // namespace commonground::core
