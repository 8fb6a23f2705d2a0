// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Editions of the report, and what was corrected in each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "model/fields.h"
#include "model/ids.h"

namespace commonground::model {

using core::Date;

struct Edition {
  EditionId id;  // "2"
  std::optional<Date> date;
  std::string text;                      // what is new in it, in a sentence or two
  std::vector<std::string> corrections;  // what the edition before had wrong, and what is right
  friend bool operator==(const Edition&, const Edition&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Edition> auto& edition) {
  visit.Key("edition", edition.id);
  visit("date", edition.date);
  visit.Words("text", edition.text);
  visit.Words("corrections", edition.corrections);
}

}  // namespace commonground::model
