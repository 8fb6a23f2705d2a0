// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Organisations, and sourced, dated facts about them (and about countries, and the study).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "model/fields.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::model {

using core::Date;

struct Organisation {
  OrganisationId id;
  std::string name;
  std::string short_name;
  std::optional<CountryCode> country;
  std::optional<RegionId> region;
  std::vector<std::string> languages;  // BCP 47
  Visibility visibility = Visibility::kPrivate;
  std::string note;
  friend bool operator==(const Organisation&, const Organisation&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Organisation> auto& organisation) {
  visit.Key("organisation", organisation.id);
  visit.Words("name", organisation.name);
  visit.Words("short_name", organisation.short_name);
  visit("country", organisation.country);
  visit("region", organisation.region);
  visit.Words("languages", organisation.languages);
  visit("visibility", organisation.visibility);
  visit.Remark("note", organisation.note);
}

// A sourced, dated fact.  `subject` is an organisation's id, a country's code or "study".
struct Statement {
  std::string subject;
  std::string property;  // e.g. "founded"
  std::string value;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  std::optional<Date> as_of;
  EvidenceType evidence_type = EvidenceType::kDocumented;
  std::vector<SourceId> sources;  // never empty
  std::string validated_by;       // a role or body, never a person's name
  std::string note;
  StatementId id = {};  // empty: IdOf(statement), model/identity.h
  friend bool operator==(const Statement&, const Statement&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Statement> auto& statement) {
  visit.Subject("subject", statement.subject);
  visit.Words("property", statement.property);
  visit.Words("value", statement.value);
  visit("valid_from", statement.valid_from);
  visit("valid_to", statement.valid_to);
  visit("as_of", statement.as_of);
  visit("evidence_type", statement.evidence_type);
  visit("sources", statement.sources);
  visit.Remark("validated_by", statement.validated_by);
  visit.Remark("note", statement.note);
  visit.OwnId("id", statement.id);
}

}  // namespace commonground::model
