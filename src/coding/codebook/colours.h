// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Colours of codes: dark enough to be read as text on paper.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/study.h"

namespace commonground::coding {

// Twelve hues that stay apart for readers who do not see all colours (after Okabe and Ito, 2008), darkened; they
// repeat.
std::string_view ColourOfPlace(std::size_t place);

// Code::colour, or that of the topmost code above it by its place.
std::string ColourOf(const std::vector<model::Code>& codebook, const model::Code& code);

// Contrast with white by WCAG 2.2 (1 to 21); nullopt: it is not "#rrggbb".
std::optional<double> ContrastWithPaper(std::string_view colour);
inline constexpr double kMinContrast = 4.5;

}  // namespace commonground::coding
