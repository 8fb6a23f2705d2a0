// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Partners of organisations, and the ties to them (METHODS 9).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "model/fields.h"
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
template <typename Visit>
void Fields(Visit& visit, Is<Partner> auto& partner) {
  visit.Key("partner", partner.id);
  visit.Words("name", partner.name);
  visit("sector", partner.sector);
  visit("country", partner.country);
  visit.Remark("note", partner.note);
}

struct Partnership {
  OrganisationId organisation;
  PartnerId partner;
  TieKind kind = TieKind::kDialogue;
  std::optional<Date> since;
  std::vector<SourceId> sources;
  bool publish = false;
  TieId id = {};  // empty: IdOf(tie), model/identity.h
  friend bool operator==(const Partnership&, const Partnership&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Partnership> auto& tie) {
  visit("organisation", tie.organisation);
  visit("partner", tie.partner);
  visit("kind", tie.kind);
  visit("since", tie.since);
  visit("sources", tie.sources);
  visit("publish", tie.publish);
  visit.OwnId("id", tie.id);
}

}  // namespace commonground::model
