// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What changed in a case, as its source says it, and which practice answers which barrier.
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

// A figure before and after, or words.  Never computed; blank: not sourced.
struct Outcome {
  OrganisationId organisation;
  std::vector<CodeId> codes;  // the practices that it is told beside, and which outcome it is
  std::string measure;        // what is counted: "arrests of outreach workers"
  std::string before;         // "31"; digits and at most one point, or words
  std::string after;
  std::string unit;  // "%"; blank: what `measure` counts
  std::optional<Date> before_when;
  std::optional<Date> after_when;
  EvidenceType evidence_type = EvidenceType::kDocumented;
  std::vector<SourceId> sources;  // may be empty of what an organisation says of itself: its case study says it
  std::string how;                // how it is known, for readers: "Counted by the centre; no second source."
  std::string note;
  OutcomeId id = {};  // empty: IdOf(outcome), model/identity.h
  friend bool operator==(const Outcome&, const Outcome&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Outcome> auto& outcome) {
  visit("organisation", outcome.organisation);
  visit("codes", outcome.codes);
  visit.Words("measure", outcome.measure);
  visit.Words("before", outcome.before);
  visit.Words("after", outcome.after);
  visit.Words("unit", outcome.unit);
  visit("before_when", outcome.before_when);
  visit("after_when", outcome.after_when);
  visit("evidence_type", outcome.evidence_type);
  visit("sources", outcome.sources);
  visit.Words("how", outcome.how);
  visit.Remark("note", outcome.note);
  visit.OwnId("id", outcome.id);
}

// This practice answers that barrier: said by a source, or by people who read the passages of a case.
struct Answer {
  CodeId practice;
  CodeId barrier;
  std::optional<OrganisationId> organisation;  // the case whose passages tell it
  std::vector<SourceId> sources;
  std::string text;  // how, in a sentence
  std::string note;
  AnswerId id = {};  // empty: IdOf(answer), model/identity.h
  friend bool operator==(const Answer&, const Answer&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Answer> auto& answer) {
  visit("practice", answer.practice);
  visit("barrier", answer.barrier);
  visit("organisation", answer.organisation);
  visit("sources", answer.sources);
  visit.Words("text", answer.text);
  visit.Remark("note", answer.note);
  visit.OwnId("id", answer.id);
}

}  // namespace commonground::model
