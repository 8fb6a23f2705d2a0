// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One step through UTF-8 that may be invalid (ICU).
#pragma once

#include <cstddef>
#include <string_view>

namespace commonground::core {

// The code point at `at`, which moves past it; -1 for bytes that are no UTF-8 (at least one is passed).
// Requires: at < text.size().
char32_t NextCodePoint(std::string_view text, std::size_t& at);
inline constexpr char32_t kNoCodePoint = static_cast<char32_t>(-1);

}  // namespace commonground::core
