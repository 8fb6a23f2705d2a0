// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The kinds of things that a study consists of, each with its list: the one place that names them all.
#pragma once

#include <string_view>
#include <vector>

#include "model/study.h"

namespace commonground::rules {

enum class Kind {
  kSettings,  // one, not a list
  kRegion,
  kInventedCountry,
  kSlot,
  kSource,
  kOrganisation,
  kStatement,
  kLeadershipRecord,
  kDefinition,
  kIndicator,
  kLegalModelRule,
  kContextFact,
  kCode,
  kCaseStudy,
  kDocument,
  kOldVersion,
  kCoding,
  kOrphan,
  kMemo,
  kSet,
  kAssignment,
  kAdjudication,
  kDecision,
  kConsent,
  kPartner,
  kPartnership,
  kOutcome,
  kAnswer,
  kTarget,
  kTranslation,
  kFinding,
  kChapter,
  kEdition,
};
inline constexpr int kKinds = static_cast<int>(Kind::kEdition) + 1;

// "leadership record", "leadership records": for people, and in JSON.
std::string_view NameOf(Kind kind);
std::string_view PluralOf(Kind kind);

// Which list of the study holds things of this type, and how they are called.
template <typename Thing>
struct Listed;
#define CG_LISTED(THING, KIND, LIST)                                                       \
  template <>                                                                              \
  struct Listed<model::THING> {                                                            \
    static constexpr Kind kKind = Kind::KIND;                                              \
    static constexpr std::vector<model::THING> model::Study::*kList = &model::Study::LIST; \
  }
CG_LISTED(Region, kRegion, regions);
CG_LISTED(InventedCountry, kInventedCountry, invented_countries);
CG_LISTED(Slot, kSlot, slots);
CG_LISTED(Source, kSource, sources);
CG_LISTED(Organisation, kOrganisation, organisations);
CG_LISTED(Statement, kStatement, statements);
CG_LISTED(LeadershipRecord, kLeadershipRecord, leadership);
CG_LISTED(Definition, kDefinition, definitions);
CG_LISTED(Indicator, kIndicator, indicators);
CG_LISTED(LegalModelRule, kLegalModelRule, legal_model);
CG_LISTED(ContextFact, kContextFact, contexts);
CG_LISTED(Code, kCode, codebook);
CG_LISTED(CaseStudy, kCaseStudy, cases);
CG_LISTED(Document, kDocument, documents);
CG_LISTED(OldVersion, kOldVersion, old_versions);
CG_LISTED(Coding, kCoding, codings);
CG_LISTED(Orphan, kOrphan, orphans);
CG_LISTED(Memo, kMemo, memos);
CG_LISTED(Set, kSet, sets);
CG_LISTED(Assignment, kAssignment, assignments);
CG_LISTED(Adjudication, kAdjudication, adjudications);
CG_LISTED(Decision, kDecision, decisions);
CG_LISTED(Consent, kConsent, consents);
CG_LISTED(Partner, kPartner, partners);
CG_LISTED(Partnership, kPartnership, partnerships);
CG_LISTED(Outcome, kOutcome, outcomes);
CG_LISTED(Answer, kAnswer, answers);
CG_LISTED(Target, kTarget, targets);
CG_LISTED(Translation, kTranslation, translations);
CG_LISTED(Finding, kFinding, findings);
CG_LISTED(Chapter, kChapter, chapters);
CG_LISTED(Edition, kEdition, editions);
#undef CG_LISTED

// Calls visit(kind, list) for each list of the study, in the order above.
template <typename Study, typename Visit>
void ForEachList(Study& study, Visit&& visit) {
  visit(Kind::kRegion, study.regions);
  visit(Kind::kInventedCountry, study.invented_countries);
  visit(Kind::kSlot, study.slots);
  visit(Kind::kSource, study.sources);
  visit(Kind::kOrganisation, study.organisations);
  visit(Kind::kStatement, study.statements);
  visit(Kind::kLeadershipRecord, study.leadership);
  visit(Kind::kDefinition, study.definitions);
  visit(Kind::kIndicator, study.indicators);
  visit(Kind::kLegalModelRule, study.legal_model);
  visit(Kind::kContextFact, study.contexts);
  visit(Kind::kCode, study.codebook);
  visit(Kind::kCaseStudy, study.cases);
  visit(Kind::kDocument, study.documents);
  visit(Kind::kOldVersion, study.old_versions);
  visit(Kind::kCoding, study.codings);
  visit(Kind::kOrphan, study.orphans);
  visit(Kind::kMemo, study.memos);
  visit(Kind::kSet, study.sets);
  visit(Kind::kAssignment, study.assignments);
  visit(Kind::kAdjudication, study.adjudications);
  visit(Kind::kDecision, study.decisions);
  visit(Kind::kConsent, study.consents);
  visit(Kind::kPartner, study.partners);
  visit(Kind::kPartnership, study.partnerships);
  visit(Kind::kOutcome, study.outcomes);
  visit(Kind::kAnswer, study.answers);
  visit(Kind::kTarget, study.targets);
  visit(Kind::kTranslation, study.translations);
  visit(Kind::kFinding, study.findings);
  visit(Kind::kChapter, study.chapters);
  visit(Kind::kEdition, study.editions);
}

}  // namespace commonground::rules
