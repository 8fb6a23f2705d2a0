// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// All that a report may show.  Made by app's read gateway, the only place that turns a study into something to publish:
// what consent does not cover is not in here, so a renderer cannot leak it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/results/assessment.h"
#include "model/results/comparison.h"
#include "model/results/context_view.h"
#include "model/results/coverage.h"
#include "model/snapshot.h"
#include "model/study.h"

namespace commonground::model {

// Why a document's text is not shown.
enum class TextAccess {
  kShown,  // summary with consent to summarise, or account with consent to quote
  kNoConsent,
  kUnderEmbargo,
};

struct Publication {
  // The study with everything removed that may not be published: no leadership records; organisations without consent
  // to be named under a stable pseudonym ("Organisation 3") and, without consent to name the place, without country;
  // documents and codings without consent carry no text (text, exact, prefix, suffix empty).
  // Cases not in the comparison are absent from cases, documents and codings.
  Study study;
  std::map<DocumentId, TextAccess> text_access;                // by document of `study`
  std::map<OrganisationId, bool> named;                        // consent to be named
  std::map<OrganisationId, std::vector<ConsentScope>> scopes;  // what is consented today
  std::map<OrganisationId, ConsentBasis> consent_basis;        // of the consent to analyse
  ContextView context;
  Coverage coverage;
  std::vector<Assessment> assessments;  // only with consent to publish the verdict; without counts
  int assessments_private = 0;          // organisations whose verdict is not published
  Snapshot snapshot;                    // codings sorted by (code, case, document, start)
  Comparison comparison;                // of `snapshot`
};

}  // namespace commonground::model
