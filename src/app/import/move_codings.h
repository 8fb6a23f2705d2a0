// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Takes codings that were made on an older text of a document to its newest text.
#pragma once

#include <span>
#include <vector>

#include "ingest/folder/passages.h"
#include "model/study.h"

namespace commonground::app {

// What became of one document's codings.  kept + moved + edited + orphaned = all of them.
struct CodingMoves {
  model::DocumentId document;
  int from = 0;      // the oldest version that a coding stood on
  int to = 0;        // the newest
  int kept = 0;      // the same words at the same place
  int moved = 0;     // the same words at another place
  int edited = 0;    // words that changed a little: the coding stands on the new ones
  int orphaned = 0;  // not found, or in more than one place: kept in Study::orphans, never guessed at
};

// Afterwards every coding of the study lies in its document's newest text; the rest are orphans.
// Requires: `stale` as ReadFolder gave it.  Returns a row for every document that has an older version, in the study's
// order.  Cost: one diff a document and older version, and a search for each coding that it does not settle.
std::vector<CodingMoves> MoveCodings(model::Study& study, std::span<const ingest::StaleCoding> stale);

}  // namespace commonground::app
