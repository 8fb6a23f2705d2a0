// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Are bytes UTF-8, whole and without surrogates?
#pragma once

#include <unicode/utf8.h>

#include <cstdint>
#include <string_view>

namespace commonground::ingest {

inline bool IsUtf8(std::string_view bytes) {
  const auto* start = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t i = 0; i < length;) {
    UChar32 character = 0;
    U8_NEXT(start, i, length, character);
    if (character < 0) return false;
  }
  return true;
}

}  // namespace commonground::ingest
