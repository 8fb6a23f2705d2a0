// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What others agreed to reach, as their text says it: never computed from case studies.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "model/fields.h"
#include "model/ids.h"

namespace commonground::model {

using core::Date;

struct Target {
  TargetId id;
  std::string series;     // the set that it is one of: "30-80-60"
  std::string statement;  // what is to be reached, in a sentence
  std::string value;      // "80"; digits and at most one point; blank: the text names no figure
  std::string unit;       // "%"
  std::optional<Date> due;
  std::vector<SourceId> sources;  // never empty
  std::string note;
  friend bool operator==(const Target&, const Target&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Target> auto& target) {
  visit.Key("target", target.id);
  visit.Words("series", target.series);
  visit.Words("statement", target.statement);
  visit.Words("value", target.value);
  visit.Words("unit", target.unit);
  visit("due", target.due);
  visit("sources", target.sources);
  visit.Remark("note", target.note);
}

}  // namespace commonground::model
