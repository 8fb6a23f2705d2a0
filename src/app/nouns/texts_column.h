// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A field that holds sentences: its items may hold a semicolon, and then all of it is written as JSON, and read so.
//
//   reasons = few cases; coherent; rich; direct
//   reasons = ["few cases; all of one region","coherent","rich","direct"]
//
// For app alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/folder/table.h"
#include "ingest/folder/values.h"

namespace commonground::app {

// `may_repeat`: two of them may be the same.
void ReadTexts(std::string_view cell, const ingest::SourceLocation& at, std::vector<std::string>& texts,
               bool may_repeat = false);
std::string WriteTexts(const std::vector<std::string>& texts);

template <auto Member>
auto TextsColumn(std::string_view name) {
  using Row = typename ingest::RowOf<decltype(Member)>::type;
  return ingest::Column<Row>{
      name, ingest::kOptional,
      [](std::string_view cell, const ingest::SourceLocation& at, Row& row) { ReadTexts(cell, at, row.*Member); },
      [](const Row& row) { return WriteTexts(row.*Member); }};
}

}  // namespace commonground::app
