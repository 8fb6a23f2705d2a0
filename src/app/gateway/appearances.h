// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who appears in what is published, as whom, and in which order.  Of use only inside the gateway.
#pragma once

#include <map>
#include <set>

#include "app/gateway/consent_book.h"
#include "app/gateway/hidden_passages.h"
#include "app/gateway/pseudonyms.h"
#include "model/study.h"

namespace commonground::app {

// How an organisation appears in what is published.
struct Appearance {
  model::OrganisationId id;  // its own, or a pseudonym
  bool named = false;
  bool placed = false;  // with its country
  int number = 0;       // of the pseudonym, from 1; 0: named.  Those that are counted only come last.
  // Nothing but analysis is consented to, of it and of each of its documents: it is in the numbers, and in no list.
  bool counted_only = false;
};
using Appearances = std::map<model::OrganisationId, Appearance>;

// Organisations that appear at all.  `compared`: those whose case is in the comparison.
Appearances AppearancesOf(const model::Study& study, const ConsentBook& book, const HiddenPassages& hidden,
                          const std::set<model::OrganisationId>& compared, const Pseudonyms& pseudonyms);

// A hash of what this edition publishes of its cases and codings: what the numbers of pseudonyms hold for.  What is
// private (verdicts, why a case is not there, words that are not shown) is not in it.  Cost: O(study).
std::string EditionOf(const model::Study& study, const ConsentBook& book, const HiddenPassages& hidden,
                      const std::set<model::OrganisationId>& compared);

// Puts organisations, cases, documents and codings in the order in which they are published: those of named
// organisations as in the files, then those of pseudonyms by their number, their documents in an order of the secret.
void PutInOrder(model::Study& study, const Appearances& appearances, const Pseudonyms& pseudonyms);

}  // namespace commonground::app
