// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Gives codes colours that can be told apart and read.

#include "coding/codebook/colours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace commonground::coding {

std::string_view ColourOfPlace(std::size_t place) {
  static constexpr std::array<std::string_view, 12> kColours{"#0b5c8f", "#9a4a00", "#00654a", "#8a3a72",
                                                             "#5b5200", "#6a1b9a", "#a3271f", "#155e75",
                                                             "#3f5f13", "#7a3b10", "#3d4a99", "#5a4a5a"};
  return kColours[place % kColours.size()];
}

std::string ColourOf(const std::vector<model::Code>& codebook, const model::Code& code) {
  const model::Code* at = &code;
  std::size_t top = 0;
  for (std::size_t steps = 0; steps <= codebook.size(); ++steps) {
    if (!at->colour.empty()) return at->colour;
    const auto above = at->parent ? std::ranges::find(codebook, *at->parent, &model::Code::id) : codebook.end();
    if (above == codebook.end()) break;
    at = &*above;
  }
  for (const auto& one : codebook) {
    if (one.id == at->id) break;
    if (!one.parent) ++top;
  }
  return std::string(ColourOfPlace(top));
}

std::optional<double> ContrastWithPaper(std::string_view colour) {
  if (colour.size() != 7 || colour[0] != '#') return std::nullopt;
  const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
  std::array<double, 3> linear{};
  for (std::size_t i = 0; i < 3; ++i) {
    const int high = digit(colour[1 + 2 * i]);
    const int low = digit(colour[2 + 2 * i]);
    if (high < 0 || low < 0) return std::nullopt;
    const double value = (high * 16 + low) / 255.0;  // sRGB, IEC 61966-2-1
    linear[i] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  }
  const double luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  return 1.05 / (luminance + 0.05);
}

}  // namespace commonground::coding
