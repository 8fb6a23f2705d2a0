// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sorts numbers in linear time, least significant digits first; digits that do not vary cost nothing.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace commonground::core {

struct Keyed {
  std::uint64_t key = 0;
  std::uint32_t index = 0;
};

// By key; equal keys keep their order.  Cost: O(n) a digit of 11 bits that varies, and as much memory again.
inline void RadixSort(std::vector<Keyed>& items) {
  constexpr int kBits = 11;
  constexpr std::size_t kBuckets = std::size_t{1} << kBits;
  std::uint64_t differs = 0;
  for (const Keyed& item : items) differs |= item.key ^ items.front().key;
  std::vector<Keyed> other(items.size());
  for (int shift = 0; shift < 64; shift += kBits) {
    if (((differs >> shift) & (kBuckets - 1)) == 0) continue;
    std::array<std::size_t, kBuckets> place{};
    for (const Keyed& item : items) ++place[(item.key >> shift) & (kBuckets - 1)];
    std::size_t before = 0;
    for (std::size_t& p : place) before += std::exchange(p, before);
    for (const Keyed& item : items) other[place[(item.key >> shift) & (kBuckets - 1)]++] = item;
    items.swap(other);
  }
}

}  // namespace commonground::core
