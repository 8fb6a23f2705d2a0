// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes out of a study what may not be published (the rules: publishing.h).  Of use only inside the gateway.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/gateway/consent_book.h"
#include "model/results/publication.h"
#include "model/study.h"

namespace commonground::app {

// How an organisation appears in what is published.
struct Appearance {
  model::OrganisationId id;  // its own, or a pseudonym
  bool named = false;
  bool placed = false;  // with its country
};

// Organisations that appear at all.  `compared`: those whose case is in the comparison.
std::map<model::OrganisationId, Appearance> AppearancesOf(const model::Study& study, const ConsentBook& book,
                                                          const std::set<model::OrganisationId>& compared);

struct Redacted {
  model::Study study;
  std::map<model::DocumentId, model::TextAccess> text_access;  // by the published document's id
};

// Requires: `compared` documents are those that may be analysed and are not under embargo.
Redacted Redact(const model::Study& study, const ConsentBook& book,
                const std::map<model::OrganisationId, Appearance>& appearances,
                const std::set<model::OrganisationId>& compared);

}  // namespace commonground::app
