// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What each thing refers to: the one list, for the rules of a study, for the store, and for whoever asks what names a
// thing before it is taken out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/consent_subject.h"
#include "model/study.h"
#include "rules/problem.h"

namespace commonground::rules {

namespace internal {

template <typename Visit, typename Tag>
void Visited(Visit& visit, std::string_view field, Kind kind, const core::Id<Tag>& id) {
  visit(field, kind, std::string_view(id.value));
}
template <typename Visit, typename Id>
void Visited(Visit& visit, std::string_view field, Kind kind, const std::optional<Id>& id) {
  if (id) Visited(visit, field, kind, *id);
}
template <typename Visit, typename Id>
void Visited(Visit& visit, std::string_view field, Kind kind, const std::vector<Id>& ids) {
  for (const Id& id : ids) Visited(visit, field, kind, id);
}

}  // namespace internal

// Each calls visit(field, kind, id) for every reference, in the order of the fields; an id may be blank or misspelt,
// and what it names may not be there.  Fields are called as columns and keys are.  Not among them: the subjects of
// statements (an organisation, a country or the study) and what the text of a chapter, finding or document cites.
template <typename Visit>
void ForEachReference(const model::Settings& settings, Visit&& visit) {
  internal::Visited(visit, "frame_sources", Kind::kSource, settings.frame_sources);
  for (const auto& [source, definition] : settings.claims_about) {
    visit("claims_about." + source, Kind::kSource, std::string_view(source));
  }
}
template <typename Visit>
void ForEachReference(const model::Slot& slot, Visit&& visit) {
  internal::Visited(visit, "region", Kind::kRegion, slot.region);
  internal::Visited(visit, "source", Kind::kSource, slot.sources);
  internal::Visited(visit, "organisation", Kind::kOrganisation, slot.organisation);
}
template <typename Visit>
void ForEachReference(const model::Organisation& organisation, Visit&& visit) {
  internal::Visited(visit, "region", Kind::kRegion, organisation.region);
}
template <typename Visit>
void ForEachReference(const model::Statement& statement, Visit&& visit) {
  internal::Visited(visit, "source", Kind::kSource, statement.sources);
}
template <typename Visit>
void ForEachReference(const model::LeadershipRecord& record, Visit&& visit) {
  internal::Visited(visit, "organisation", Kind::kOrganisation, record.organisation);
  internal::Visited(visit, "source", Kind::kSource, record.sources);
}
template <typename Visit>
void ForEachReference(const model::Definition& definition, Visit&& visit) {
  internal::Visited(visit, "sources", Kind::kSource, definition.sources);
}
template <typename Visit>
void ForEachReference(const model::Indicator& indicator, Visit&& visit) {
  internal::Visited(visit, "source", Kind::kSource, indicator.sources);
}
template <typename Visit>
void ForEachReference(const model::ContextFact& fact, Visit&& visit) {
  internal::Visited(visit, "indicator", Kind::kIndicator, fact.indicator);
  internal::Visited(visit, "source", Kind::kSource, fact.sources);
}
template <typename Visit>
void ForEachReference(const model::Code& code, Visit&& visit) {
  internal::Visited(visit, "parent", Kind::kCode, code.parent);
  internal::Visited(visit, "source", Kind::kSource, code.sources);
  internal::Visited(visit, "merged_into", Kind::kCode, code.merged_into);
}
template <typename Visit>
void ForEachReference(const model::CaseStudy& one, Visit&& visit) {
  internal::Visited(visit, "organisation", Kind::kOrganisation, one.organisation);
}
template <typename Visit>
void ForEachReference(const model::Document& document, Visit&& visit) {
  internal::Visited(visit, "organisation", Kind::kOrganisation, document.organisation);
  internal::Visited(visit, "sources", Kind::kSource, document.sources);
}
template <typename Visit>
void ForEachReference(const model::OldVersion& old, Visit&& visit) {
  internal::Visited(visit, "document", Kind::kDocument, old.document);
}
template <typename Visit>
void ForEachReference(const model::Coding& coding, Visit&& visit) {
  internal::Visited(visit, "document", Kind::kDocument, coding.document);
  internal::Visited(visit, "code", Kind::kCode, coding.code);
  internal::Visited(visit, "source", Kind::kSource, coding.sources);
}
template <typename Visit>
void ForEachReference(const model::Orphan& orphan, Visit&& visit) {
  ForEachReference(orphan.coding, visit);
}
template <typename Visit>
void ForEachReference(const model::Memo& memo, Visit&& visit) {
  constexpr std::string_view kField = "subject";
  switch (memo.about) {
    case model::MemoSubject::kStudy:
      break;
    case model::MemoSubject::kCase:
      visit(kField, Kind::kOrganisation, std::string_view(memo.subject));
      break;
    case model::MemoSubject::kDocument:
      visit(kField, Kind::kDocument, std::string_view(memo.subject));
      break;
    case model::MemoSubject::kCode:
      visit(kField, Kind::kCode, std::string_view(memo.subject));
      break;
    case model::MemoSubject::kCoding:
      visit(kField, Kind::kCoding, std::string_view(memo.subject));
      break;
  }
  internal::Visited(visit, "document", Kind::kDocument, memo.document);
}
template <typename Visit>
void ForEachReference(const model::Assignment& assignment, Visit&& visit) {
  internal::Visited(visit, "document", Kind::kDocument, assignment.document);
}
template <typename Visit>
void ForEachReference(const model::Adjudication& adjudication, Visit&& visit) {
  internal::Visited(visit, "document", Kind::kDocument, adjudication.document);
  internal::Visited(visit, "code", Kind::kCode, adjudication.code);
}
template <typename Visit>
void ForEachReference(const model::Decision& decision, Visit&& visit) {
  internal::Visited(visit, "document", Kind::kDocument, decision.document);
  internal::Visited(visit, "code", Kind::kCode, decision.code);
}
// A document's id has a slash, an organisation's has none.
inline Kind KindOfSubject(const model::Consent& consent) {
  return consent.subject.find('/') == std::string::npos ? Kind::kOrganisation : Kind::kDocument;
}
template <typename Visit>
void ForEachReference(const model::Consent& consent, Visit&& visit) {
  const Kind kind = KindOfSubject(consent);
  visit("subject", kind,
        kind == Kind::kDocument ? model::DocumentOfSubject(consent.subject) : std::string_view(consent.subject));
  if (consent.basis == model::ConsentBasis::kPublicSource && !consent.evidence.empty()) {
    visit("evidence", Kind::kSource, std::string_view(consent.evidence));
  }
}
template <typename Visit>
void ForEachReference(const model::Partner& partner, Visit&& visit) {
  internal::Visited(visit, "sector", Kind::kCode, partner.sector);
}
template <typename Visit>
void ForEachReference(const model::Partnership& tie, Visit&& visit) {
  internal::Visited(visit, "organisation", Kind::kOrganisation, tie.organisation);
  internal::Visited(visit, "partner", Kind::kPartner, tie.partner);
  internal::Visited(visit, "source", Kind::kSource, tie.sources);
}
template <typename Visit>
void ForEachReference(const model::Finding& finding, Visit&& visit) {
  internal::Visited(visit, "codes", Kind::kCode, finding.codes);
  internal::Visited(visit, "cases_for", Kind::kOrganisation, finding.cases_for);
  internal::Visited(visit, "cases_against", Kind::kOrganisation, finding.cases_against);
  internal::Visited(visit, "rests_on", Kind::kFinding, finding.rests_on);
}
template <typename Visit>
void ForEachReference(const model::Outcome& outcome, Visit&& visit) {
  internal::Visited(visit, "organisation", Kind::kOrganisation, outcome.organisation);
  internal::Visited(visit, "codes", Kind::kCode, outcome.codes);
  internal::Visited(visit, "source", Kind::kSource, outcome.sources);
}
template <typename Visit>
void ForEachReference(const model::Answer& answer, Visit&& visit) {
  internal::Visited(visit, "practice", Kind::kCode, answer.practice);
  internal::Visited(visit, "barrier", Kind::kCode, answer.barrier);
  internal::Visited(visit, "organisation", Kind::kOrganisation, answer.organisation);
  internal::Visited(visit, "source", Kind::kSource, answer.sources);
}
template <typename Visit>
void ForEachReference(const model::Target& target, Visit&& visit) {
  internal::Visited(visit, "source", Kind::kSource, target.sources);
}
template <typename Visit>
void ForEachReference(const model::Translation& translation, Visit&& visit) {
  internal::Visited(visit, "document", Kind::kDocument, translation.document);
}
// Refer to nothing.
template <typename Visit>
void ForEachReference(const model::Region& /*region*/, Visit&& /*visit*/) {}
template <typename Visit>
void ForEachReference(const model::InventedCountry& /*place*/, Visit&& /*visit*/) {}
template <typename Visit>
void ForEachReference(const model::Source& /*source*/, Visit&& /*visit*/) {}
template <typename Visit>
void ForEachReference(const model::LegalModelRule& rule, Visit&& visit) {
  for (const auto& [indicator, values] : rule.when) visit("when", Kind::kIndicator, std::string_view(indicator));
}
template <typename Visit>
void ForEachReference(const model::Set& set, Visit&& visit) {
  internal::Visited(visit, "codes", Kind::kCode, set.codes);
  internal::Visited(visit, "documents", Kind::kDocument, set.documents);
}
template <typename Visit>
void ForEachReference(const model::Chapter& /*chapter*/, Visit&& /*visit*/) {}
template <typename Visit>
void ForEachReference(const model::Edition& /*edition*/, Visit&& /*visit*/) {}

// The fields of the loaded study that name this thing: what stands in the way of taking it out.  Cost: O(study).
std::vector<About> UsersOf(const model::Study& study, Kind kind, std::string_view id);

}  // namespace commonground::rules
