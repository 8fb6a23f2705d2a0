// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What keeping a study did, and what of its original files is kept.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/ids.h"

namespace commonground::model {

// What a save did to one table.  Rows are compared by what they say, not by their place.
struct TableChange {
  std::string table;  // e.g. "codings"
  std::int64_t added = 0;
  std::int64_t removed = 0;
  std::int64_t changed = 0;  // same id, other content; rows without an id count as removed and added
  std::int64_t unchanged = 0;
};

struct SaveReport {
  std::vector<TableChange> tables;  // every table, in a fixed order
  bool changed = false;             // false: the file was not written to
};

// An original file that is kept, encrypted.
struct KeptOriginal {
  DocumentId document;
  int version = 1;
  std::int64_t bytes = 0;
};

}  // namespace commonground::model
