// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Texts that the history speaks of.  Those of a document go when it does.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::HistoryText>& HistoryTextsTable() {
  using model::HistoryText;
  static const Table<HistoryText> table{"history-texts.csv",
                                        &model::Study::history_texts,
                                        {
                                            ColumnOf<&HistoryText::id>("wording", kKey),
                                            ColumnOf<&HistoryText::document>("document"),
                                            ColumnOf<&HistoryText::text>("text"),
                                        }};
  return table;
}

}  // namespace commonground::ingest
