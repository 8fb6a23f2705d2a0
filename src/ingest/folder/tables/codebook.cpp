// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of codebook.csv.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Code>& CodebookTable() {
  using model::Code;
  static const Table<Code> table{
      "codebook.csv",
      &model::Study::codebook,
      {
          ColumnOf<&Code::id>("code", kKey),
          ColumnOf<&Code::parent>("parent"),
          ColumnOf<&Code::kind>("kind", kRequired),
          ColumnOf<&Code::label>("label", kRequired),
          ColumnOf<&Code::definition>("definition"),
          ColumnOf<&Code::basis>("basis"),
          ColumnOf<&Code::sources>("source"),
          ColumnOf<&Code::include>("include", kSparse),
          ColumnOf<&Code::exclude>("exclude", kSparse),
          ColumnOf<&Code::colour>("colour", kSparse),
          {"retired", kSparse,
           [](std::string_view text, const SourceLocation& spot, Code& row) { ReadValue(text, spot, row.retired); },
           [](const Code& row) { return std::string(row.retired ? "yes" : ""); }, nullptr, WordsOfValue<bool>::kWords},
          ColumnOf<&Code::merged_into>("merged_into", kSparse),
          ColumnOf<&Code::guid>("guid", kSparse),
      }};
  return table;
}

}  // namespace commonground::ingest
