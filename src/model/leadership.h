// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts of who leads an organisation, and published definitions of "led by its community" (METHODS 1).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/fraction.h"
#include "model/fields.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::model {

using core::Date;

// At least / at most, as a count ("19") or as a share of the body ("all", "none", "50%", "1/3", ">50%", "<50%").
struct Bound {
  enum class Kind { kCount, kShare };
  Kind kind = Kind::kCount;
  std::int64_t count = 0;  // kCount
  core::Fraction share;    // kShare
  bool strict = false;     // kShare: more than (at_least), less than (at_most)
  friend bool operator==(const Bound&, const Bound&) = default;
};

// Counts of one body on one date.  Counts only: nobody is ever listed.
struct LeadershipRecord {
  OrganisationId organisation;
  Date as_of;
  std::string body;  // decision_making_body, spokespeople, paid_staff, governance, leadership, members, volunteers, ...
  std::optional<std::int64_t> members;
  std::optional<std::int64_t> sex_workers;
  std::optional<std::int64_t> undisclosed;  // missing is 0
  std::optional<Bound> at_least;
  std::optional<Bound> at_most;
  Basis basis = Basis::kSelfDeclared;
  std::vector<SourceId> sources;
  LeadershipId id = {};  // empty: IdOf(record), model/identity.h
  friend bool operator==(const LeadershipRecord&, const LeadershipRecord&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<LeadershipRecord> auto& record) {
  visit("organisation", record.organisation);
  visit("as_of", record.as_of);
  visit("body", record.body);
  visit("members", record.members);
  visit("sex_workers", record.sex_workers);
  visit("undisclosed", record.undisclosed);
  visit("at_least", record.at_least);
  visit("at_most", record.at_most);
  visit("basis", record.basis);
  visit("sources", record.sources);
  visit.OwnId("id", record.id);
}

enum class Comparator { kAtLeast, kMoreThan };

enum class EmptyBody { kNotApplicable, kUndetermined };

struct Criterion {
  std::string body;
  core::Fraction share;
  Comparator comparison = Comparator::kAtLeast;
  EmptyBody when_empty = EmptyBody::kUndetermined;
  friend bool operator==(const Criterion&, const Criterion&) = default;
};

// A published definition of "led by its community".  Data, never code.
struct Definition {
  DefinitionId id;
  std::string version;
  std::string label;
  std::string kind;     // numeric, majority, qualitative, gate, checklist, preference, provisional, none found, unknown
  std::string summary;  // what the source says, in our words
  std::vector<Criterion> criteria;       // empty: no test by counts
  std::vector<std::string> not_sourced;  // what of it is not known
  std::vector<SourceId> sources;
  friend bool operator==(const Definition&, const Definition&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Definition> auto& definition) {
  visit.Key("definition", definition.id);
  visit.Words("version", definition.version);
  visit.Words("label", definition.label);
  visit.Words("kind", definition.kind);
  visit.Words("summary", definition.summary);
  visit.Words("criteria", definition.criteria);
  visit.Words("not_sourced", definition.not_sourced);
  visit("sources", definition.sources);
}

}  // namespace commonground::model
