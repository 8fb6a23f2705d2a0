// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A field that holds a small number, which cells have as any other.  For app alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/folder/table.h"
#include "ingest/folder/values.h"

namespace commonground::app {

template <auto Member>
auto NumberColumn(std::string_view name) {
  using Row = typename ingest::RowOf<decltype(Member)>::type;
  return ingest::Column<Row>{name, ingest::kOptional,
                             [](std::string_view cell, const ingest::SourceLocation& at, Row& row) {
                               std::int64_t read = row.*Member;
                               ingest::ReadValue(cell, at, read);
                               row.*Member = static_cast<int>(read);
                             },
                             [](const Row& row) { return std::to_string(row.*Member); }};
}

}  // namespace commonground::app
