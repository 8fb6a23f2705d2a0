// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A checksum at the end of every page of a study file, so that a damaged page is an error and never another list: of
// rows, of indexes and of the search index, whatever is read of them.  SQLite leaves the room (its "reserved" bytes)
// and reads and writes pages through study_vfs.h.  The log (-wal) has checksums of SQLite's own; see log_check.h.
//
// It finds damage, not malice: whoever writes the file can write checksums, too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace commonground::store {

inline constexpr int kPageCheckBytes = 8;
// Where the header of a file says how many bytes of a page SQLite leaves alone.
inline constexpr std::size_t kReservedAt = 20;

// Puts it into the end of a page, and compares it.
void PutCheck(std::span<unsigned char> page);
bool IsChecked(std::span<unsigned char> page);

// Puts the checksums into a whole database that was made in memory, with kPageCheckBytes reserved.
void CheckPages(std::string& database);

// SQLite's own sum, of its log: of pairs of words of the machine's order, or, `swapped`, of the other one.
struct Sums {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  void Add(std::span<const unsigned char> bytes, bool swapped = false);
  friend bool operator==(const Sums&, const Sums&) = default;
};

}  // namespace commonground::store
