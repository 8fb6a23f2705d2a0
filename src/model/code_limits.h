// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How many codes a codebook may have, and how deep they may lie below each other.  Every passage is found by all codes
// above its own, so that a chain costs the square of its length; codebooks of people have a handful of levels.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "model/codebook.h"

namespace commonground::model {

inline constexpr std::size_t kMaxCodes = 100'000;
inline constexpr int kMaxCodeDepth = 64;

// The first code that has more than kMaxCodeDepth - 1 codes above it; nullopt if there is none.
// Requires: nothing; a parent that is not there is as none, and a circle is not too deep.
// Cost: O(codes).
std::optional<std::size_t> FirstTooDeep(std::span<const Code> codebook);

}  // namespace commonground::model
