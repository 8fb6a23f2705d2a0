// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What may be done with a case or a document.  No consent is no.
#pragma once

#include <optional>
#include <string>

#include "core/date.h"
#include "model/fields.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::model {

using core::Date;

// What may be done with a subject: an organisation's id (all of its case) or a document's id (that document only).
// No consent is no.
struct Consent {
  std::string subject;
  ConsentScope scope = ConsentScope::kAnalyse;
  ConsentBasis basis = ConsentBasis::kWritten;
  std::optional<Date> given;
  std::optional<Date> expires;    // last day on which it holds
  std::optional<Date> withdrawn;  // when it was taken back: once recorded, it does not hold on any day
  std::string evidence;           // where the consent is kept; for a public source, the source's id
  ConsentId id = {};              // empty: IdOf(consent), model/identity.h
  friend bool operator==(const Consent&, const Consent&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Consent> auto& consent) {
  visit.Subject("subject", consent.subject);
  visit("scope", consent.scope);
  visit("basis", consent.basis);
  visit("given", consent.given);
  visit("expires", consent.expires);
  visit("withdrawn", consent.withdrawn);
  visit.Remark("evidence", consent.evidence);
  visit.OwnId("id", consent.id);
}

}  // namespace commonground::model
