// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A page of a long list, by `from` and `most` in the address.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace commonground::server {

struct Page {
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> most;

  static constexpr std::int64_t kLongest = 1000;
  static constexpr std::int64_t kUsual = 100;

  // The part of the list that was asked for.
  template <typename Thing>
  std::span<const Thing> Of(const std::vector<Thing>& all) const {
    const auto size = static_cast<std::int64_t>(all.size());
    const std::int64_t first = std::clamp<std::int64_t>(from.value_or(0), 0, size);
    const std::int64_t count = std::min(std::clamp<std::int64_t>(most.value_or(kUsual), 1, kLongest), size - first);
    return std::span(all).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count));
  }
};
// The two fields, within the Describe of an input that has a page.
template <typename Visit, typename Given>
void DescribePage(Visit& visit, Given& page) {
  visit.Query("from", page.from, "the first one, counted from 0");
  visit.Query("most", page.most, "how many, at most 1000; 100 if it is not said");
}

}  // namespace commonground::server
