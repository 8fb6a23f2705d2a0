// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Partners of organisations, and the ties to them (METHODS 9).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::model {

using core::Date;

struct Partner {
  PartnerId id;
  std::string name;
  CodeId sector;
  std::optional<CountryCode> country;
  std::string note;
  friend bool operator==(const Partner&, const Partner&) = default;
};

struct Tie {
  OrganisationId organisation;
  PartnerId partner;
  TieKind kind = TieKind::kDialogue;
  std::optional<Date> since;
  std::vector<SourceId> sources;
  bool publish = false;
  friend bool operator==(const Tie&, const Tie&) = default;
};

}  // namespace commonground::model
