// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of outcomes.csv: what changed in each case.
#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Outcome>& OutcomesTable() {
  using model::Outcome;
  static const Table<Outcome> table{"outcomes.csv",
                                    &model::Study::outcomes,
                                    {
                                        ColumnOf<&Outcome::organisation>("organisation", kRequired),
                                        ColumnOf<&Outcome::codes>("codes"),
                                        ColumnOf<&Outcome::measure>("measure", kRequired),
                                        ColumnOf<&Outcome::before>("before"),
                                        ColumnOf<&Outcome::after>("after"),
                                        ColumnOf<&Outcome::unit>("unit"),
                                        ColumnOf<&Outcome::before_when>("before_when"),
                                        ColumnOf<&Outcome::after_when>("after_when"),
                                        ColumnOf<&Outcome::evidence_type>("evidence_type"),
                                        ColumnOf<&Outcome::sources>("source"),
                                        ColumnOf<&Outcome::how>("how"),
                                        ColumnOf<&Outcome::note>("note"),
                                        ColumnOf<&Outcome::id>("id", kSparse),
                                    }};
  return table;
}

}  // namespace commonground::ingest
