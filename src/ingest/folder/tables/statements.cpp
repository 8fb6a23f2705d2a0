// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of statements.csv.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Statement>& StatementsTable() {
  using model::Statement;
  static const Table<Statement> table{"statements.csv",
                                      &model::Study::statements,
                                      {
                                          ColumnOf<&Statement::subject>("subject", kRequired),
                                          ColumnOf<&Statement::property>("property", kRequired),
                                          ColumnOf<&Statement::value>("value", kRequired),
                                          ColumnOf<&Statement::valid_from>("valid_from"),
                                          ColumnOf<&Statement::valid_to>("valid_to"),
                                          ColumnOf<&Statement::as_of>("as_of"),
                                          ColumnOf<&Statement::evidence_type>("evidence_type"),
                                          ColumnOf<&Statement::sources>("source", kRequired),
                                          ColumnOf<&Statement::validated_by>("validated_by"),
                                          ColumnOf<&Statement::note>("note"),
                                          ColumnOf<&Statement::id>("id", kSparse),
                                      }};
  return table;
}

}  // namespace commonground::ingest
