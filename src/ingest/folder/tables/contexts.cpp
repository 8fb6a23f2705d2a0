// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of contexts.csv.

#include <algorithm>

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

namespace {

// A percentage as a spreadsheet shows it: "12.5%", "12,5".  Which answers there may be: rules/facts.cpp.
void ReadAnswer(std::string_view text, const SourceLocation& spot, model::ContextFact& row) {
  std::string plain(Bare(text));
  if (plain.ends_with('%')) plain = Bare(std::string_view(plain).substr(0, plain.size() - 1));
  if (std::count(plain.begin(), plain.end(), ',') == 1) std::replace(plain.begin(), plain.end(), ',', '.');
  const bool number = !plain.empty() && plain.find_first_not_of("0123456789.") == std::string::npos;
  row.value = number ? plain : std::string(text);
  if (row.value != text) spot.Note(text, "this percentage is read as " + row.value, {});
}

}  // namespace

const Table<model::ContextFact>& ContextsTable() {
  using model::ContextFact;
  static const Table<ContextFact> table{
      "contexts.csv",
      &model::Study::contexts,
      {
          ColumnOf<&ContextFact::country>("country", kRequired),
          ColumnOf<&ContextFact::area>("area"),
          ColumnOf<&ContextFact::indicator>("indicator", kRequired),
          {"value", kRequired, &ReadAnswer, [](const ContextFact& row) { return row.value; }},
          ColumnOf<&ContextFact::valid_from>("valid_from"),
          ColumnOf<&ContextFact::valid_to>("valid_to"),
          ColumnOf<&ContextFact::as_of>("as_of"),
          ColumnOf<&ContextFact::citation>("citation"),
          ColumnOf<&ContextFact::sources>("source", kRequired),
          ColumnOf<&ContextFact::validated_by>("validated_by"),
          ColumnOf<&ContextFact::note>("note"),
          ColumnOf<&ContextFact::id>("id", kSparse),
      }};
  return table;
}

}  // namespace commonground::ingest
