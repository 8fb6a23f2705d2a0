// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Brings a project of another program into a study.  What the study has already stays as it is.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "coding/exchange/imported.h"
#include "model/study.h"

namespace commonground::coding {

// Who coded, and when.
enum class CoderFrom {
  kAuto,     // as kCoding, unless the codings name their codes' users (Imported::codings_name_their_codes)
  kCoding,   // what the coding says, else what the passage says
  kPassage,  // the other way round
};
// Consents that one of our own exports carries: taken over only by somebody who trusts the file.
enum class Consents { kLeftOut, kTakenOver };

// What a person records for all that comes in.
struct GivenConsent {
  std::vector<model::ConsentScope> scopes;
  model::ConsentBasis basis = model::ConsentBasis::kWritten;
  core::Date on;
  std::string evidence;  // where it is kept
};

struct MergeOptions {
  std::map<std::string, model::CoderId> coders;    // by the user's name or GUID: who that is in the study
  std::optional<model::OrganisationId> into_case;  // where new documents go; none: the case that the project names
  CoderFrom coder_from = CoderFrom::kAuto;
  Consents consents = Consents::kLeftOut;
  std::function<bool(std::string_view)> is_country;  // may a fact be about it?  None: about any three capital letters
  std::optional<GivenConsent> given;  // for documents of the project, also those that the study had already
};

// A coding on an older version of a text that the study still has: its range counts there.
struct OlderCoding {
  std::size_t coding = 0;  // index into Study::codings
  int version = 1;
};

struct CoderMapping {
  std::string user;  // its name in the project; empty: none was named
  model::CoderId coder;
  std::int64_t codings = 0;         // that are theirs now
  std::int64_t other_passages = 0;  // whose passages name somebody else
};

struct Merged {
  model::Study study;
  Report report;  // the reader's lines first
  std::vector<CoderMapping> coders;
  std::vector<OlderCoding> older;
  std::vector<model::DocumentId> new_documents;
  std::set<model::DocumentId> documents;  // of the project: the new ones, and those that the study had
  std::int64_t new_codes = 0;
  std::int64_t new_codings = 0;
  std::int64_t new_memos = 0;
  std::int64_t new_consents = 0;
};

// Matching, in this order: codes by GUID, then by label and parent; documents by GUID and text, then by text; coders by
// GUID, then by the map, then by name; codings by GUID, then by document, words (white space at their ends apart), code
// and coder; memos by GUID, then by what they say.  Texts are the same when they are but for white space at their ends.
// A new coding is submitted, unless our own file says more; a new document has no consent, so nobody can read it yet.
// Requires: `study` is valid.  Returns a valid study whose lists are in the order that ReadFolder gives.
// Threads: any.  Cost: O((study + project) log).
Merged Merge(const model::Study& study, const Imported& project, const MergeOptions& options);

// "Peer education / Outreach" -> "peer-education-outreach": a valid id, or "" if no letter of it is ASCII.
std::string IdFrom(std::string_view name);

}  // namespace commonground::coding
