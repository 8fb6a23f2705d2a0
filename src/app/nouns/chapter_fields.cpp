// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a chapter has: a name and a text.

#include "app/nouns/chapter_fields.h"

namespace commonground::app {

const ingest::Table<model::Chapter>& ChapterFields() {
  using ingest::ColumnOf;
  using model::Chapter;
  static const ingest::Table<Chapter> kTable{
      "chapters",
      &model::Study::chapters,
      {ColumnOf<&Chapter::id>("chapter", ingest::kKey), ColumnOf<&Chapter::text>("text", ingest::kRequired)}};
  return kTable;
}

}  // namespace commonground::app
