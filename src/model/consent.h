// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What may be done with a case or a document.  No consent is no.
#pragma once

#include <optional>
#include <string>

#include "core/date.h"
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
  friend bool operator==(const Consent&, const Consent&) = default;
};

}  // namespace commonground::model
