// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// All that a report may show.  Made by app's read gateway, the only place that turns a study into something to publish:
// what consent does not cover is not in here, so a renderer cannot leak it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/results/assessment.h"
#include "model/results/comparison.h"
#include "model/results/context_view.h"
#include "model/results/edition_change.h"
#include "model/snapshot.h"
#include "model/study.h"

namespace commonground::model {

// Why a document's text is not shown.
enum class TextAccess {
  kShown,  // summary with consent to summarise, or account with consent to quote
  kNoConsent,
};

// A place in the frame as readers see it.  Why a place has no case in this edition (no organisation, no document, no
// consent, an embargo, a verdict) is told to nobody: each of these is private to the organisation.
struct PublishedPlace {
  SlotId slot;  // empty: a case that may not be named, or a place of which nothing may be told
  RegionId region;
  std::optional<CountryCode> country;
  std::optional<OrganisationId> organisation;  // as it appears
  bool in_edition = false;                     // its case is in this edition
};

struct PublishedRegion {
  RegionId region;
  int asked = 0;         // case studies that the frame asks for
  int cases = 0;         // in this edition
  int counted_only = 0;  // of these
};

// A case that may be analysed and nothing else: it is in the numbers, and in no list.
struct CountedCase {
  std::int32_t case_index = 0;
  std::vector<std::int32_t> codes;  // that it has a passage of, and those above; sorted
};

// Made of what is published and nothing else.  Says nothing of verdicts.
struct PublishedFrame {
  std::vector<PublishedPlace> places;    // by region; named ones in file order, then pseudonyms, then empty ones
  std::vector<PublishedRegion> regions;  // in frame order
  int asked = 0;
  int cases = 0;
};

// What changed of what a finding rests on, since people last looked at it.  No numbers: they would count in cases that
// are not shown.  Not consents: one that ended looks as one that was never given.
struct ChangedEvidence {
  bool was_coded = false;    // passages were added
  bool was_changed = false;  // codings were changed or taken out
};

struct Publication {
  // The study with everything removed that may not be published: no leadership records, consents, embargoes; only
  // organisations that appear, those without consent to be named last and under a number that holds for this edition
  // only ("organisation-3") and, without consent to name the place, without country; documents and codings without
  // consent carry no text, and their places in it are counted from 0 in the order in which they come.  Slots are those
  // of which something may be told; countries those of a published place or organisation.  Cases not in the comparison
  // are absent from cases, documents and codings.
  Study study;
  std::map<DocumentId, TextAccess> text_access;  // by document of `study`
  std::map<OrganisationId, bool> named;          // consent to be named
  // What of a consent is used here, and can be seen anyway: a scope that holds and is not used is not told.
  std::map<OrganisationId, std::vector<ConsentScope>> scopes;
  std::map<OrganisationId, ConsentBasis> consent_basis;  // of the consent to analyse; of named cases only
  // Findings of which passages or codings that they rest on changed since people looked at it.
  std::map<FindingId, ChangedEvidence> look_again;
  ContextView context;
  std::optional<EditionChange> since;  // what changed since an edition that somebody named
  PublishedFrame frame;
  std::vector<Assessment> assessments;  // only with consent to publish the verdict; the verdict alone
  int assessments_private = 0;          // of the cases in this edition, those whose verdict is not published
  // Of `study` alone.  Codings sorted by (code, case, document, start).  Only the grouping by region has cases without
  // a country in it; the others have them in no group (-1).
  Snapshot snapshot;
  // An edition that takes the place of one before, made on this day: it says so, and not why.
  std::optional<core::Date> reissued = {};
  // The last cases of the comparison.  Their ids are empty, and nothing else of them is in here: no organisation, case,
  // document, coding or pseudonym.  Their passages are in the sums of `comparison.material`.
  std::vector<CountedCase> counted_only = {};
  Comparison comparison;  // of `snapshot`; material counts characters that are shown, and sources that are named
};

}  // namespace commonground::model
