// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Organisations, and sourced, dated facts about them (and about countries, and the study).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::model {

using core::Date;

struct Organisation {
  OrganisationId id;
  std::string name;
  std::string short_name;
  std::optional<CountryCode> country;
  std::optional<RegionId> region;
  std::vector<std::string> languages;  // BCP 47
  Visibility visibility = Visibility::kPrivate;
  std::string note;
  friend bool operator==(const Organisation&, const Organisation&) = default;
};

// A sourced, dated fact.  `subject` is an organisation's id, a country's code or "study".
struct Statement {
  std::string subject;
  std::string property;  // e.g. "founded"
  std::string value;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  std::optional<Date> as_of;
  Grade grade = Grade::kDocumented;
  std::vector<SourceId> sources;  // never empty
  std::string validated_by;       // a role or body, never a person's name
  std::string note;
  friend bool operator==(const Statement&, const Statement&) = default;
};

}  // namespace commonground::model
