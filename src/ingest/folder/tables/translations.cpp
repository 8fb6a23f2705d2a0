// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of translations.csv: passages in other languages.
#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Translation>& TranslationsTable() {
  using model::Translation;
  static const Table<Translation> table{"translations.csv",
                                        &model::Study::translations,
                                        {
                                            ColumnOf<&Translation::document>("document", kRequired),
                                            ColumnOf<&Translation::exact>("exact", kRequired),
                                            ColumnOf<&Translation::language>("language", kRequired),
                                            ColumnOf<&Translation::text>("text", kRequired),
                                            ColumnOf<&Translation::translator>("translator", kRequired),
                                            ColumnOf<&Translation::id>("id", kSparse),
                                        }};
  return table;
}

}  // namespace commonground::ingest
