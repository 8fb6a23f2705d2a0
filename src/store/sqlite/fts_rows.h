// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which passages the rows of the FTS5 table are.  Rows of a document follow one another, so two numbers a document say
// whose they are; how many words each has and where it stands are rows of numbers, a few bytes a passage
// (schema/0009-passages.sqlite.sql).  Functions throw soci_error or Failure(Corrupt).
#pragma once

#include <soci/sqlite3/soci-sqlite3.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "core/text_range.h"
#include "store/search/match.h"

namespace commonground::store {

struct FtsRows {
  long long document = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;  // before the first: there are none
};

// Of the documents that have the facets of the question, apart from codes, in the order of their rows.  `documents`: no
// others than these; nullptr: any.
std::vector<FtsRows> RowsFor(sqlite_api::sqlite3* database, const Match& match, const std::set<long long>* documents);

// A row of numbers, none of them negative, and back.  Nothing that was not made by Pack is read without a Failure or
// past its end.
std::string Pack(const std::vector<std::int64_t>& numbers);
std::vector<std::int64_t> Unpack(const std::string& bytes);

std::string PackPlaces(const std::vector<core::TextRange>& places);
std::vector<core::TextRange> UnpackPlaces(const std::string& bytes);

}  // namespace commonground::store
