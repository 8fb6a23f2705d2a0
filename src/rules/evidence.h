// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What may not be said without somebody who says it: asked by the rules of a study, and by the store that does not
// believe a file.  Threads: any.
#pragma once

#include "model/study.h"

namespace commonground::rules {

// Is a source demanded of this thing, and is there none?  Whether a source that is named is there: references.h.
inline bool LacksSource(const model::Statement& statement) {
  return statement.sources.empty();
}
inline bool LacksSource(const model::ContextFact& fact) {
  return fact.sources.empty();
}
inline bool LacksSource(const model::Target& target) {
  return target.sources.empty();
}
inline bool LacksSource(const model::LeadershipRecord& record) {
  return record.basis == model::Basis::kPublishedClaim && record.sources.empty();
}
// Only what an organisation says of itself may stand alone.
inline bool LacksSource(const model::Outcome& outcome) {
  return outcome.sources.empty() && outcome.evidence_type != model::EvidenceType::kSelfDeclared;
}
// The passages of a case tell it, or a source does.
inline bool LacksSource(const model::Answer& answer) {
  return !answer.organisation && answer.sources.empty();
}
// The evidence of what is public is its source.
inline bool LacksSource(const model::Consent& consent) {
  return consent.basis == model::ConsentBasis::kPublicSource && consent.evidence.empty();
}

}  // namespace commonground::rules
