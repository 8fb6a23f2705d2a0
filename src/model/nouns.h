// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The nouns of a study that people edit as they are: everything but texts, and what coding together makes (coding.h),
// which have ways of their own.  One line a noun: what the history calls it, and where it is.
#pragma once

#include "model/study.h"

namespace commonground::model {

template <typename... Things>
struct NounList {};
using Nouns = NounList<Region, Place, Slot, Source, Organisation, Statement, LeadershipRecord, Definition, Indicator,
                       LegalModelRule, ContextFact, CaseStudy, Consent, Partner, Tie, Finding, Chapter, Set>;

template <EventThing thing, auto list>
struct NounIs {
  static constexpr EventThing kThing = thing;
  static constexpr auto kList = list;
};
template <typename Thing>
struct Noun;
template <>
struct Noun<Region> : NounIs<EventThing::kRegion, &Study::regions> {};
template <>
struct Noun<Place> : NounIs<EventThing::kPlace, &Study::places> {};
template <>
struct Noun<Slot> : NounIs<EventThing::kSlot, &Study::slots> {};
template <>
struct Noun<Source> : NounIs<EventThing::kSource, &Study::sources> {};
template <>
struct Noun<Organisation> : NounIs<EventThing::kOrganisation, &Study::organisations> {};
template <>
struct Noun<Statement> : NounIs<EventThing::kStatement, &Study::statements> {};
template <>
struct Noun<LeadershipRecord> : NounIs<EventThing::kLeadership, &Study::leadership> {};
template <>
struct Noun<Definition> : NounIs<EventThing::kDefinition, &Study::definitions> {};
template <>
struct Noun<Indicator> : NounIs<EventThing::kIndicator, &Study::indicators> {};
template <>
struct Noun<LegalModelRule> : NounIs<EventThing::kLegalRule, &Study::legal_model> {};
template <>
struct Noun<ContextFact> : NounIs<EventThing::kContext, &Study::contexts> {};
template <>
struct Noun<CaseStudy> : NounIs<EventThing::kCase, &Study::cases> {};
template <>
struct Noun<Consent> : NounIs<EventThing::kConsent, &Study::consents> {};
template <>
struct Noun<Partner> : NounIs<EventThing::kPartner, &Study::partners> {};
template <>
struct Noun<Tie> : NounIs<EventThing::kTie, &Study::ties> {};
template <>
struct Noun<Finding> : NounIs<EventThing::kFinding, &Study::findings> {};
template <>
struct Noun<Chapter> : NounIs<EventThing::kChapter, &Study::chapters> {};
template <>
struct Noun<Set> : NounIs<EventThing::kSet, &Study::sets> {};

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
bool ForNoun(EventThing thing, Do&& do_it) {
  bool is_one = false;
  EachNoun([&]<typename Thing>() {
    if (Noun<Thing>::kThing != thing) return;
    is_one = true;
    do_it.template operator()<Thing>();
  });
  return is_one;
}

}  // namespace commonground::model
