// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What may be done with whom, today.  No consent is no.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/date.h"
#include "model/study.h"

namespace commonground::app {

// Does this consent hold on `today`?  From the first day that `given` can mean (a missing one is open) to the last that
// `expires` can mean.  A withdrawal that is recorded closes it whatever its day and the clock say.
bool Holds(const model::Consent& consent, const core::Date& today);

// Read once, asked often.  Threads: any number may ask.
class ConsentBook {
 public:
  ConsentBook(const std::vector<model::Consent>& consents, const core::Date& today);

  // As commonground::app::Holds, on the book's day.
  bool Holds(const model::Consent& consent) const { return app::Holds(consent, today_); }

  bool Allows(const model::OrganisationId& organisation, model::ConsentScope scope) const;
  // A document with a row of its own for the scope follows that row; any other follows its organisation.
  bool Allows(const model::Document& document, model::ConsentScope scope) const;
  // The scopes that hold for the organisation as a whole, in the order of the words table.
  std::vector<model::ConsentScope> ScopesOf(const model::OrganisationId& organisation) const;
  // Of the consent to analyse, if it holds.
  std::optional<model::ConsentBasis> BasisOf(const model::OrganisationId& organisation) const;

 private:
  struct Entry {
    bool holds = false;
    model::ConsentBasis basis = model::ConsentBasis::kWritten;
  };
  const Entry* Find(const std::string& subject, model::ConsentScope scope) const;
  core::Date today_;
  std::map<model::ConsentScope, std::unordered_map<std::string, Entry>> entries_;  // by subject
};

// A summary of ours needs consent to summarise, an account consent to quote.
bool TextMayBeShown(const model::Document& document, const ConsentBook& book);

}  // namespace commonground::app
