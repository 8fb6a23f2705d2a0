// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// SQLite's own sum, over a page without its last bytes.
#include "store/sqlite/page_checks.h"

#include <cstring>

namespace commonground::store {

namespace {

Sums SumsOf(std::span<unsigned char> page) {
  Sums sums;
  sums.Add(page.first(page.size() - kPageCheckBytes));
  return sums;
}

}  // namespace

void PutCheck(std::span<unsigned char> page) {
  const Sums sums = SumsOf(page);
  std::memcpy(page.data() + page.size() - kPageCheckBytes, &sums, kPageCheckBytes);
}

bool IsChecked(std::span<unsigned char> page) {
  const Sums sums = SumsOf(page);
  return std::memcmp(page.data() + page.size() - kPageCheckBytes, &sums, kPageCheckBytes) == 0;
}

void Sums::Add(std::span<const unsigned char> bytes, bool swapped) {
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    std::uint32_t words[2];
    std::memcpy(words, bytes.data() + at, sizeof words);
    if (swapped) {
      words[0] = __builtin_bswap32(words[0]);
      words[1] = __builtin_bswap32(words[1]);
    }
    first += words[0] + second;
    second += words[1] + first;
  }
}

void CheckPages(std::string& database) {
  const auto* header = reinterpret_cast<const unsigned char*>(database.data());
  const std::size_t size = std::size_t{header[16]} << 8 | header[17];  // of a page; 1 stands for 65536
  const std::size_t page = size == 1 ? 65536 : size;
  for (std::size_t at = 0; at + page <= database.size(); at += page) {
    PutCheck({reinterpret_cast<unsigned char*>(database.data()) + at, page});
  }
}

}  // namespace commonground::store
