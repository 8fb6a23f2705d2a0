// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a study says about itself, and what its comparison and its report go by.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/fraction.h"
#include "model/fields.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::model {

using core::Date;

struct Settings {
  std::string title;
  std::string subtitle;
  std::string publisher;
  std::string language = "en";         // of the report
  std::optional<Date> reference_date;  // "on this day": context, age of records; whole
  bool invented = false;               // every page says so
  std::string frame_note;
  std::vector<SourceId> frame_sources;
  int at_most_per_country = 0;                      // 0: no limit
  std::vector<DefinitionId> definitions;            // assessed by default, in this order
  int record_months = 24;                           // how long a leadership record holds
  std::map<std::string, std::string> claims_about;  // source id -> definition id its published claims speak about
  core::Fraction common_ground_share{1, 2};
  core::Fraction most_regions_share{1, 2};
  GapUnit gap_unit = GapUnit::kDocument;
  int smallest_cell = 5;                 // tables that count people hide less (METHODS 10)
  std::vector<std::string> many_valued;  // statement properties that may hold several values at once
  std::string licence;
  friend bool operator==(const Settings&, const Settings&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Settings> auto& settings) {
  visit.Words("title", settings.title);
  visit.Words("subtitle", settings.subtitle);
  visit.Words("publisher", settings.publisher);
  visit.Words("language", settings.language);
  visit("reference_date", settings.reference_date);
  visit("invented", settings.invented);
  visit.Words("frame_note", settings.frame_note);
  visit("frame_sources", settings.frame_sources);
  visit("at_most_per_country", settings.at_most_per_country);
  visit("definitions", settings.definitions);
  visit("record_months", settings.record_months);
  visit("claims_about", settings.claims_about);
  visit("common_ground_share", settings.common_ground_share);
  visit("most_regions_share", settings.most_regions_share);
  visit("gap_unit", settings.gap_unit);
  visit("smallest_cell", settings.smallest_cell);
  visit.Words("many_valued", settings.many_valued);
  visit.Words("licence", settings.licence);
}

}  // namespace commonground::model
