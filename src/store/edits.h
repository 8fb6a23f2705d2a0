// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One coding as it is edited.
#pragma once

#include <cstdint>

#include "model/study.h"

namespace commonground::store {

// Which coding, and as it was when.  Copies of it stay good until somebody changes that coding or saves the whole
// study.
struct CodingKey {
  std::int64_t number = 0;
  std::int64_t version = 0;
  std::int64_t edition = 0;  // of the study as a whole
  friend bool operator==(const CodingKey&, const CodingKey&) = default;
};

struct StoredCoding {
  CodingKey key;
  model::Coding coding;
};

// How many codings a code has itself, those below it not counted.
struct CodeCount {
  model::CodeId code;
  std::int64_t codings = 0;
  friend bool operator==(const CodeCount&, const CodeCount&) = default;
};

}  // namespace commonground::store
