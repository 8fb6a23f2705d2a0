// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The read gateway for publishing: the only place that turns a study into something that a reader may see.  What
// consent does not cover is taken out here, so that a renderer cannot leak it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/gateway/look_again.h"
#include "app/gateway/redaction.h"
#include "core/date.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/results/publication.h"
#include "model/study.h"

namespace commonground::app {

struct PublishingInput {
  // With texts and codings.  Is put in the order of what is published, and loses its codings.
  model::Study& study;
  core::Date today;                            // consent and embargo
  core::Date on;                               // context and records
  std::vector<model::Assessment> assessments;  // of every organisation under every default definition
  std::string secret;                          // StudyStore::Secret
};

struct Published {
  model::Publication publication;
  // How each organisation appears, by its own id: for the last look at what leaves (leaving/leaving_check.h).
  std::map<model::OrganisationId, Appearance> appearances;
  // Of each of the study's findings, in their order: what changed since people last looked at it, consents included.
  // For whoever makes the report; a reader is not told of consents.
  std::vector<ChangedSince> changed;
  // Passages that were taken back and are not found any more, so that nothing of their texts is shown
  // (HiddenPassages::WithoutPlace).  For whoever makes the report.
  std::vector<std::string> lost_passages;
};

// Rules, all default closed:
// - an organisation appears if its case is in the comparison or it consents to be named; others do not exist;
// - without consent to be named: id, name, languages, title, sources, ties, statements and place in the frame are
//   replaced or removed; number and order come from the secret and hold for this edition only;
// - without consent to name the place: no country, and no group but the region;
// - text: a summary needs consent to summarise, an account consent to quote; without it its length is not told either;
// - outcomes and answers of a case: with consent to summarise it and to be named; a translation: with consent to
//   translate, where the words that it translates are shown;
// - leadership records, consents, memos, internal notes, embargoes and coders' ids never appear; a verdict only with
//   consent to publish it, and nothing that is counted or said depends on one that may not be published;
// - what is coded in a document that somebody still codes is not there: who codes blind reads reports too;
// - all else is made of what is left: why a case is not there looks the same whatever the reason.
// Errors: Cancelled.  Threads: any.  Cost: O(study) and one comparison.
core::Result<Published> ForPublishing(const PublishingInput& input, core::Progress& progress);

}  // namespace commonground::app
