// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a study says of itself, one field each; claims are written as SOURCE=DEFINITION, with semicolons between them.

#include "app/nouns/settings_fields.h"

#include <fmt/format.h>

#include "app/nouns/number_column.h"

namespace commonground::app {

namespace {

using model::Settings;

void ReadClaims(std::string_view cell, const ingest::SourceLocation& at, Settings& settings) {
  for (const std::string_view item : ingest::ReadItems(cell, at)) {
    const std::size_t sign = item.find('=');
    if (sign == std::string_view::npos) return at.Bad(item, "names no definition", "write SOURCE=DEFINITION");
    ingest::ReadValue(ingest::Trimmed(item.substr(sign + 1)), at,
                      settings.claims_about[std::string(ingest::Trimmed(item.substr(0, sign)))]);
  }
}

std::string WriteClaims(const Settings& settings) {
  std::string text;
  for (const auto& [source, definition] : settings.claims_about) {
    text += fmt::format("{}{}={}", text.empty() ? "" : "; ", source, definition);
  }
  return text;
}

}  // namespace

const ingest::Table<Settings>& SettingsFields() {
  using ingest::ColumnOf;
  static const ingest::Table<Settings> kTable{"settings",
                                              nullptr,
                                              {ColumnOf<&Settings::title>("title", ingest::kRequired),
                                               ColumnOf<&Settings::subtitle>("subtitle"),
                                               ColumnOf<&Settings::publisher>("publisher"),
                                               ColumnOf<&Settings::language>("language"),
                                               ColumnOf<&Settings::reference_date>("reference_date"),
                                               ColumnOf<&Settings::invented>("invented"),
                                               ColumnOf<&Settings::frame_note>("frame_note"),
                                               ColumnOf<&Settings::frame_sources>("frame_sources"),
                                               NumberColumn<&Settings::at_most_per_country>("at_most_per_country"),
                                               ColumnOf<&Settings::definitions>("definitions"),
                                               NumberColumn<&Settings::record_months>("record_months"),
                                               {"claims_about", ingest::kOptional, &ReadClaims, &WriteClaims},
                                               ColumnOf<&Settings::common_ground_share>("common_ground_share"),
                                               ColumnOf<&Settings::most_regions_share>("most_regions_share"),
                                               ColumnOf<&Settings::gap_unit>("gap_unit"),
                                               NumberColumn<&Settings::smallest_cell>("smallest_cell"),
                                               ColumnOf<&Settings::many_valued>("many_valued"),
                                               ColumnOf<&Settings::licence>("licence")}};
  return kTable;
}

}  // namespace commonground::app
