// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::ContextFact>& ContextsTable() {
  using model::ContextFact;
  static const Table<ContextFact> table{"contexts.csv",
                                        &model::Study::contexts,
                                        {
                                            ColumnOf<&ContextFact::country>("country", kRequired),
                                            ColumnOf<&ContextFact::area>("area"),
                                            ColumnOf<&ContextFact::indicator>("indicator", kRequired),
                                            ColumnOf<&ContextFact::value>("value", kRequired),
                                            ColumnOf<&ContextFact::valid_from>("valid_from"),
                                            ColumnOf<&ContextFact::valid_to>("valid_to"),
                                            ColumnOf<&ContextFact::as_of>("as_of"),
                                            ColumnOf<&ContextFact::citation>("citation"),
                                            ColumnOf<&ContextFact::sources>("source", kRequired),
                                            ColumnOf<&ContextFact::validated_by>("validated_by"),
                                            ColumnOf<&ContextFact::note>("note"),
                                        }};
  return table;
}

}  // namespace commonground::ingest
