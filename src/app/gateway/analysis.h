// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The read gateway for comparison: which cases may be counted, and their codings as numbers.  One of two doors (the
// other: publishing.h); no other code of the program reads content out of a study for a person.
#pragma once

#include <set>
#include <span>
#include <vector>

#include "app/gateway/consent_book.h"
#include "core/date.h"
#include "model/results/context_view.h"
#include "model/snapshot.h"
#include "model/study.h"

namespace commonground::app {

// Accepted codings as the study file or ColumnsOf gives them: case_index into Study::cases, code into Study::codebook,
// document_index into Study::documents, coder into `coders`.
struct CodingSet {
  std::vector<model::CodingColumn> columns;
  std::vector<model::CoderId> coders;
};

// From a study that was loaded with its codings.  Cost: O(codings log documents).
CodingSet ColumnsOf(const model::Study& study);

// Who is asked about: cases under embargo are analysed, but not published.
enum class Embargo { kIgnored, kRespected };
bool IsUnderEmbargo(const model::CaseStudy& one, const core::Date& today);

// Cases with a document whose analysis is consented to today, and, if embargoes are respected, that are under none.
std::set<model::OrganisationId> ComparedCases(const model::Study& study, const ConsentBook& book,
                                              const core::Date& today, Embargo embargo);

// Documents that somebody still codes: whoever codes blind sees comparisons too, so nobody's codings of them are
// counted.
std::set<model::DocumentId> StillCoded(const model::Study& study);

// Only cases with a document whose analysis is consented to today; only codings of such documents that nobody codes
// now.  Cases, documents and codes keep the study's order; document_index still counts in Study::documents. Groupings:
// "region"; "legal_model"; then every choice indicator, each with the group "unknown" (not sourced) last, and
// "disputed" before it where a case needs it. Requires: `context` is of the same study.  Threads: any.  Cost: O(study +
// codings).
model::Snapshot SnapshotOf(const model::Study& study, const CodingSet& codings, const model::ContextView& context,
                           const core::Date& today, Embargo embargo);

// Of a study from which all was taken out that may not be published (redaction.h): every case and document of it.  A
// case without a country is in no group but its region: the law where it is would place it.
model::Snapshot SnapshotOfPublished(const model::Study& redacted, const model::ContextView& context);

}  // namespace commonground::app
