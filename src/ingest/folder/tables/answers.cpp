// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of answers.csv: which practice answers which barrier.
#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Answer>& AnswersTable() {
  using model::Answer;
  static const Table<Answer> table{"answers.csv",
                                   &model::Study::answers,
                                   {
                                       ColumnOf<&Answer::practice>("practice", kRequired),
                                       ColumnOf<&Answer::barrier>("barrier", kRequired),
                                       ColumnOf<&Answer::organisation>("organisation"),
                                       ColumnOf<&Answer::sources>("source"),
                                       ColumnOf<&Answer::text>("text"),
                                       ColumnOf<&Answer::note>("note"),
                                       ColumnOf<&Answer::id>("id", kSparse),
                                   }};
  return table;
}

}  // namespace commonground::ingest
