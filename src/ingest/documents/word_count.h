// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts words of a text in any language.

#pragma once

#include <cstdint>
#include <string_view>

namespace commonground::ingest {

// Words of a text in any language, by ICU's word boundaries: those with a letter, digit or ideograph.
// Requires: valid UTF-8.  Threads: any.  Cost: linear.
std::int64_t CountWords(std::string_view text);

}  // namespace commonground::ingest
