// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The read gateway for publishing: the only place that turns a study into something that a reader may see.  What
// consent does not cover is taken out here, so that a renderer cannot leak it.
#pragma once

#include <map>
#include <vector>

#include "app/gateway/redaction.h"
#include "core/date.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/results/publication.h"
#include "model/study.h"

namespace commonground::app {

struct PublishingInput {
  const model::Study& study;                   // with texts and codings
  core::Date today;                            // consent and embargo
  core::Date on;                               // context and records
  std::vector<model::Assessment> assessments;  // of every organisation under every default definition
};

struct Published {
  model::Publication publication;
  // How each organisation appears, by its own id: for the last look at what leaves (leaving/leaving_check.h).
  std::map<model::OrganisationId, Appearance> appearances;
};

// Rules, all default closed:
// - an organisation appears if its case is in the comparison or it consents to be named; others do not exist;
// - without consent to be named: id, name, languages, title, sources, ties, statements are replaced or removed, and the
//   pseudonym's number says nothing about the order in the files; without consent to name the place, no country, and
//   facts of a country that only such organisations are in are left out;
// - text: a summary needs consent to summarise, an account consent to quote;
// - leadership records, consents, memos, internal notes and coders' ids never appear; a verdict only with consent to
//   publish it.
// Errors: Cancelled.  Threads: any.  Cost: O(study) and one comparison.
core::Result<Published> ForPublishing(const PublishingInput& input, core::Progress& progress);

}  // namespace commonground::app
