// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of indicators.csv.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Indicator>& IndicatorsTable() {
  using model::Indicator;
  static const Table<Indicator> table{"indicators.csv",
                                      &model::Study::indicators,
                                      {
                                          ColumnOf<&Indicator::id>("id", kKey),
                                          ColumnOf<&Indicator::code>("code"),
                                          ColumnOf<&Indicator::label>("label"),
                                          ColumnOf<&Indicator::side>("side", kRequired),
                                          ColumnOf<&Indicator::type>("type"),
                                          ColumnOf<&Indicator::values>("values"),
                                          ColumnOf<&Indicator::sources>("source"),
                                          ColumnOf<&Indicator::note>("note"),
                                      }};
  return table;
}

}  // namespace commonground::ingest
