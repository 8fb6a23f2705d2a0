// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A zip container, looked at before anything believes it (SECURITY C5.20).  Its list of entries is read by us, its
// bytes are inflated by libarchive; where the two disagree the file is refused.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace commonground::ingest::parser {

inline constexpr std::size_t kMaxEntries = 2'000;
inline constexpr std::size_t kMaxUnpacked = 100u << 20;  // bytes of all entries
inline constexpr std::size_t kMaxRatio = 100;            // unpacked to packed, of an entry over 1 MiB and of the whole

// An archive inside the container: what an office file never has.  A project has its documents as office files; they
// are handed over as they are, and nothing here opens them.
enum class Nested { kRefused, kHandedOver };

// By its first bytes.
bool IsArchive(std::string_view content);

// Calls `visit` with the name and bytes of every file in the container, in its order.
// Errors: InvalidInput: too many entries, too much unpacked, too high a ratio, names that leave the container or come
// twice, links, encrypted or overlapping entries, headers that say different things, another archive inside; or what
// `visit` returns.  Threads: any.  Cost: linear in the unpacked bytes; memory: the largest entry.
core::Status VisitZip(std::string_view bytes,
                      const std::function<core::Status(const std::string& name, std::string_view content)>& visit,
                      Nested nested = Nested::kRefused);

// A container of these files, stored as they are.  Errors: InvalidInput: not enough memory.
core::Result<std::string> MakeZip(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace commonground::ingest::parser
