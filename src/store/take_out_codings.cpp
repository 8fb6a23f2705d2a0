// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What stays keeps its row and its position; the digests are forgotten, as when one coding is removed.
#include "store/take_out_codings.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/failure.h"
#include "store/save.h"
#include "store/sql.h"

namespace commonground::store {

namespace {

// Which of `before` are not in `after`, as places; nullopt: something else differs too.
std::optional<std::vector<std::size_t>> OnlyRemoved(const std::vector<model::Coding>& before,
                                                    const std::vector<model::Coding>& after) {
  std::vector<std::size_t> gone;
  std::size_t next = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (next < after.size() && before[i] == after[next]) {
      ++next;
    } else {
      gone.push_back(i);
    }
  }
  if (next != after.size()) return std::nullopt;
  return gone;
}

// As stored: there are gaps where codings were removed one by one.
std::vector<long long> PositionsOf(Database& database) {
  std::vector<long long> positions;
  long long position = 0;
  soci::statement select = (database.session().prepare << "SELECT position + 0 FROM codings WHERE study = "
                                                       << database.study() << " ORDER BY position",
                            soci::into(position));
  select.execute();
  while (select.fetch()) positions.push_back(position);
  return positions;
}

}  // namespace

std::optional<TableChange> TakeOutCodings(Database& database, const std::vector<model::Coding>& before,
                                          const std::vector<model::Coding>& after) {
  constexpr std::size_t kBatchSize = 4096;
  const auto gone = OnlyRemoved(before, after);
  if (!gone) return std::nullopt;
  TableChange change;
  change.table = kCodingTable;
  change.unchanged = std::ssize(after);
  change.removed = std::ssize(*gone);
  if (gone->empty()) return change;
  const std::vector<long long> positions = PositionsOf(database);
  if (positions.size() != before.size()) {
    throw Failure(core::ErrorCode::kConflict,
                  "the codings were changed meanwhile. Nothing was changed. Fix: try again");
  }
  for (std::size_t at = 0; at < gone->size(); at += kBatchSize) {
    std::string places;
    for (std::size_t i = at; i < std::min(gone->size(), at + kBatchSize); ++i) {
      places += (places.empty() ? "" : ", ") + std::to_string(positions[(*gone)[i]]);
    }
    database.Run(fmt::format("DELETE FROM codings WHERE study = {} AND position IN ({})", database.study(), places));
  }
  database.Run(
      fmt::format("UPDATE changes SET removals = removals + {} WHERE study = {}", gone->size(), database.study()));
  WriteDigest(database, kCodingTable, {-1, ""});
  WriteDigest(database, kAcceptedDigest, {-1, ""});
  database.RecountCodings();
  return change;
}

}  // namespace commonground::store
