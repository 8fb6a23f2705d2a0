// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Bringing the tables from what they hold to what a study says.
#pragma once

#include <vector>

#include "core/progress.h"
#include "store/database.h"
#include "store/digest.h"
#include "store/study_store.h"
#include "store/tables.h"

namespace commonground::store {

// The digest `codings_accepted`: the codings that LoadCodingColumns reads, so that it need not read the others.
inline constexpr const char* kAcceptedDigest = "codings_accepted";
class AcceptedDigest {
 public:
  void Add(long long position, long long document, long long code, long long coder, long long start, long long end) {
    const long long row[] = {position, document, code, coder, start, end};
    digest_.Add({reinterpret_cast<const char*>(row), sizeof row});
    ++rows_;
  }
  std::int64_t rows() const { return rows_; }
  std::string Finish() { return digest_.Finish(); }

 private:
  Digest digest_;
  std::int64_t rows_ = 0;
};

// Requires a transaction.  Throws soci_error or Failure: the caller rolls back.
// `before`: what the database holds, if the caller has it already: it is not read again, and where codings were only
// taken out, the others stay where they are.
SaveReport WriteStudy(Database& database, const model::Study& study, std::span<const model::FileHash> files,
                      core::Progress& progress, const model::Study* before = nullptr);

// One table alone: its rows in `saved`, and nothing of the others.  Requires a transaction in which nobody else writes.
// True: something changed.
bool SaveOne(Database& database, const Table& table, const Saved& saved);

// The codebook alone, in the order of its places.  SaveCodebook requires a transaction in which nobody else writes, and
// leaves the index of passages to the next save.
std::vector<model::Code> ReadCodebook(Database& database);
void SaveCodebook(Database& database, const std::vector<model::Code>& codes);

}  // namespace commonground::store
