// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Small letters of words that machines read: endings of files, names of encodings, ids.  Words of people: core/fold.h.
#pragma once

#include <string>
#include <string_view>

namespace commonground::core {

// A to Z become a to z; all else stays.
inline std::string SmallAscii(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

}  // namespace commonground::core
