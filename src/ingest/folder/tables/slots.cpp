// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of slots.csv.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Slot>& SlotsTable() {
  using model::Slot;
  static const Table<Slot> table{"slots.csv",
                                 &model::Study::slots,
                                 {
                                     ColumnOf<&Slot::id>("slot", kKey),
                                     ColumnOf<&Slot::region>("region", kRequired),
                                     ColumnOf<&Slot::country>("country"),
                                     ColumnOf<&Slot::organisation>("organisation"),
                                     ColumnOf<&Slot::sources>("source"),
                                     ColumnOf<&Slot::note>("note"),
                                 }};
  return table;
}

}  // namespace commonground::ingest
