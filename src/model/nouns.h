// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The nouns of a study that people edit as they are: everything but texts, and what coding together makes (coding.h),
// which have ways of their own.  One line a noun: what the history calls it, and where it is.
#pragma once

#include "model/study.h"

namespace commonground::model {

template <typename... Things>
struct NounList {};
using Nouns = NounList<Region, InventedCountry, Slot, Source, Organisation, Statement, LeadershipRecord, Definition,
                       Indicator, LegalModelRule, ContextFact, CaseStudy, Consent, Partner, Partnership, Finding,
                       Chapter, Set, Outcome, Answer, Target, Translation, Edition>;

template <RecordType thing, auto list>
struct NounIs {
  static constexpr RecordType kThing = thing;
  static constexpr auto kList = list;
};
template <typename Thing>
struct Noun;
template <>
struct Noun<Region> : NounIs<RecordType::kRegion, &Study::regions> {};
template <>
struct Noun<InventedCountry> : NounIs<RecordType::kInventedCountry, &Study::invented_countries> {};
template <>
struct Noun<Slot> : NounIs<RecordType::kSlot, &Study::slots> {};
template <>
struct Noun<Source> : NounIs<RecordType::kSource, &Study::sources> {};
template <>
struct Noun<Organisation> : NounIs<RecordType::kOrganisation, &Study::organisations> {};
template <>
struct Noun<Statement> : NounIs<RecordType::kStatement, &Study::statements> {};
template <>
struct Noun<LeadershipRecord> : NounIs<RecordType::kLeadership, &Study::leadership> {};
template <>
struct Noun<Definition> : NounIs<RecordType::kDefinition, &Study::definitions> {};
template <>
struct Noun<Indicator> : NounIs<RecordType::kIndicator, &Study::indicators> {};
template <>
struct Noun<LegalModelRule> : NounIs<RecordType::kLegalRule, &Study::legal_model> {};
template <>
struct Noun<ContextFact> : NounIs<RecordType::kContext, &Study::contexts> {};
template <>
struct Noun<CaseStudy> : NounIs<RecordType::kCase, &Study::cases> {};
template <>
struct Noun<Consent> : NounIs<RecordType::kConsent, &Study::consents> {};
template <>
struct Noun<Partner> : NounIs<RecordType::kPartner, &Study::partners> {};
template <>
struct Noun<Partnership> : NounIs<RecordType::kPartnership, &Study::partnerships> {};
template <>
struct Noun<Finding> : NounIs<RecordType::kFinding, &Study::findings> {};
template <>
struct Noun<Chapter> : NounIs<RecordType::kChapter, &Study::chapters> {};
template <>
struct Noun<Set> : NounIs<RecordType::kSet, &Study::sets> {};
template <>
struct Noun<Outcome> : NounIs<RecordType::kOutcome, &Study::outcomes> {};
template <>
struct Noun<Answer> : NounIs<RecordType::kAnswer, &Study::answers> {};
template <>
struct Noun<Target> : NounIs<RecordType::kTarget, &Study::targets> {};
template <>
struct Noun<Translation> : NounIs<RecordType::kTranslation, &Study::translations> {};
template <>
struct Noun<Edition> : NounIs<RecordType::kEdition, &Study::editions> {};

// Calls do_it.operator()<Thing>() for each of the nouns.
template <typename Do, typename... Things>
void EachNoun(Do&& do_it, NounList<Things...>) {
  (do_it.template operator()<Things>(), ...);
}
template <typename Do>
void EachNoun(Do&& do_it) {
  EachNoun(do_it, Nouns());
}

// The same for the one that the history calls so.  False: it calls none of them so.
template <typename Do>
bool ForNoun(RecordType thing, Do&& do_it) {
  bool is_one = false;
  EachNoun([&]<typename Thing>() {
    if (Noun<Thing>::kThing != thing) return;
    is_one = true;
    do_it.template operator()<Thing>();
  });
  return is_one;
}

}  // namespace commonground::model
