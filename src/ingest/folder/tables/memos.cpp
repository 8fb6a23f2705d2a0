// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Notes that people write while they code.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Memo>& MemosTable() {
  using model::Memo;
  static const Table<Memo> table{"memos.csv",
                                 &model::Study::memos,
                                 {
                                     ColumnOf<&Memo::id>("memo", kKey),
                                     ColumnOf<&Memo::kind>("kind"),
                                     ColumnOf<&Memo::about>("about", kRequired),
                                     ColumnOf<&Memo::subject>("subject"),
                                     ColumnOf<&Memo::document>("document", kSparse),
                                     ColumnOf<&Memo::coder>("coder", kRequired),
                                     ColumnOf<&Memo::at>("at"),
                                     ColumnOf<&Memo::text>("text", kRequired),
                                 }};
  return table;
}

}  // namespace commonground::ingest
