// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codings whose passage is gone from their document's newest version.  Their place counts in the text of `version`.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

namespace {

using model::Coding;
using model::Orphan;

template <auto Member>
Column<Orphan> OfCoding(std::string_view name, Need need = kOptional) {
  return {
      name, need,
      [](std::string_view text, const SourceLocation& spot, Orphan& row) { ReadValue(text, spot, row.coding.*Member); },
      [](const Orphan& row) { return WriteValue(row.coding.*Member); }};
}

}  // namespace

const Table<Orphan>& OrphansTable() {
  static const Table<Orphan> table{"orphans.csv",
                                   &model::Study::orphans,
                                   {
                                       OfCoding<&Coding::document>("document", kRequired),
                                       {"version", kRequired,
                                        [](std::string_view text, const SourceLocation& spot, Orphan& row) {
                                          std::int64_t version = 0;
                                          ReadValue(text, spot, version);
                                          row.version = static_cast<int>(version);
                                        },
                                        [](const Orphan& row) { return WriteValue(std::int64_t{row.version}); }},
                                       OfCoding<&Coding::exact>("exact", kRequired),
                                       OfCoding<&Coding::prefix>("prefix"),
                                       OfCoding<&Coding::suffix>("suffix"),
                                       {"start", kRequired,
                                        [](std::string_view text, const SourceLocation& spot, Orphan& row) {
                                          ReadValue(text, spot, row.coding.range.start);
                                        },
                                        [](const Orphan& row) { return WriteValue(row.coding.range.start); }},
                                       {"end", kRequired,
                                        [](std::string_view text, const SourceLocation& spot, Orphan& row) {
                                          ReadValue(text, spot, row.coding.range.end);
                                        },
                                        [](const Orphan& row) { return WriteValue(row.coding.range.end); }},
                                       OfCoding<&Coding::code>("code", kRequired),
                                       OfCoding<&Coding::coder>("coder", kRequired),
                                       OfCoding<&Coding::created>("created"),
                                       OfCoding<&Coding::status>("status"),
                                       OfCoding<&Coding::evidence_type>("evidence_type"),
                                       OfCoding<&Coding::sources>("source"),
                                       OfCoding<&Coding::memo>("memo"),
                                       OfCoding<&Coding::id>("id", kSparse),
                                       OfCoding<&Coding::at>("at", kSparse),
                                       OfCoding<&Coding::hint>("hint", kSparse),
                                   }};
  return table;
}

}  // namespace commonground::ingest
