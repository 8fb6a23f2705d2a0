// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Acts on all nouns that people edit as they are, taken back and done again, in a file and in a database; and that what
// they said goes with whom it was about.
#include "app/apply_edit.h"

#include <gmock/gmock.h>

#include <random>

#include "app/gateway/coding_view.h"
#include "coding/history/erase.h"
#include "coding/history/things.h"
#include "model/identity.h"
#include "random_study/random_study.h"
#include "store/test_place.h"

namespace commonground::app {
namespace {

using core::ErrorCode;
using model::ChangeSet;
using model::PlacedChange;
using store::Kept;

class ActedOnFacts : public store::KeptTest {
 protected:
  void SetUp() override {
    KeptTest::SetUp();
    if (IsSkipped()) return;
    for (std::uint64_t seed = 7;; ++seed) {
      study = random_study::Make(seed, 12);
      if (study.statements.size() > 3 && study.partnerships.size() > 2 && study.consents.size() > 2 &&
          study.cases.size() > 1) {
        break;
      }
    }
    study.history.clear();
    study.history_texts.clear();
    ASSERT_TRUE(store::SaveTo(place, study));
  }
  store::StudyStore Open() { return store::StudyStore::Open(place, store::OpenMode::kWrite).value(); }
  model::Study Now() { return store::LoadFrom(place).value(); }
  // Without what tells what was done.
  static model::Study Bare(model::Study study) {
    study.history.clear();
    study.history_texts.clear();
    return study;
  }
  template <typename Thing>
  static PlacedChange<Thing> Of(const model::Study& study, std::size_t i) {
    const auto& list = study.*model::Noun<Thing>::kList;
    PlacedChange<Thing> change;
    change.before = model::WithId(list[i], model::IdsOf(list)[i]);
    change.after = change.before;
    change.place_before = change.place_after = static_cast<std::int64_t>(i);
    return change;
  }
  template <typename Thing>
  core::Result<std::int64_t> Do(const PlacedChange<Thing>& change) {
    auto store = Open();
    ChangeSet changes;
    changes.action = model::EventAction::kEdit;
    changes.facts.Of<Thing>().push_back(change);
    return ApplyEdit(store, changes, ada);
  }

  EditContext ada{model::CoderId("ada"), core::Moment::FromUnixSeconds(1'790'000'000)};
  EditContext ben{model::CoderId("ben"), core::Moment::FromUnixSeconds(1'790'000'001)};
  model::Study study;
};
INSTANTIATE_TEST_SUITE_P(A, ActedOnFacts, ::testing::Values(Kept::kInAFile, Kept::kInADatabase), store::KeptName);

TEST_P(ActedOnFacts, AnyActsAreTakenBackAndDoneAgain) {
  std::mt19937 dice(5);
  auto store = Open();
  std::vector<model::Study> states{Now()};
  for (int round = 0; round < 40 && states.size() < 9; ++round) {
    const model::Study before = Now();
    ChangeSet changes;
    changes.action = model::EventAction::kEdit;
    model::EachNoun([&]<typename Thing>() {
      const auto& list = before.*model::Noun<Thing>::kList;
      if (list.empty() || dice() % 4 != 0) return;
      auto change = Of<Thing>(before, dice() % list.size());
      if (dice() % 3 == 0) {
        change.after.reset();
      } else if (dice() % 3 == 0 && model::kHasOwnId<Thing>) {
        change.before.reset();
        change.after = model::WithId(*change.after, {});
        if constexpr (requires { change.after->note; }) change.after->note += "another";
      } else {
        change.place_after = static_cast<std::int64_t>(dice() % list.size());
        if constexpr (requires { change.after->note; }) change.after->note += "more";
        if constexpr (requires { change.after->text; }) change.after->text += " More.";
      }
      changes.facts.Of<Thing>().push_back(change);
    });
    if (changes.facts.empty()) continue;
    if (ApplyEdit(store, changes, ada)) {
      states.push_back(Now());
    } else {
      EXPECT_EQ(Now(), before);
    }
  }
  ASSERT_GT(states.size(), 3U);
  for (std::size_t i = states.size() - 1; i > 0; --i) {
    const auto undone = Undo(store, ada);
    ASSERT_TRUE(undone) << undone.error().message;
    EXPECT_EQ(Bare(Now()), Bare(states[i - 1])) << i;
  }
  EXPECT_EQ(Undo(store, ada).error().code, ErrorCode::kNotFound);
  for (std::size_t i = 1; i < states.size(); ++i) {
    const auto redone = Redo(store, ada);
    ASSERT_TRUE(redone) << redone.error().message;
    EXPECT_EQ(Bare(Now()), Bare(states[i])) << i;
  }
}

TEST_P(ActedOnFacts, WhatOthersChangedSinceIsNotTakenBack) {
  auto store = Open();
  auto mine = Of<model::Organisation>(study, 0);
  mine.after->note = "mine";
  ASSERT_TRUE(Do(mine));
  ChangeSet theirs;
  theirs.action = model::EventAction::kEdit;
  auto change = Of<model::Organisation>(Now(), 0);
  change.after->name = "Another name";
  theirs.facts.Of<model::Organisation>().push_back(change);
  ASSERT_TRUE(ApplyEdit(store, theirs, ben));
  EXPECT_EQ(Undo(store, ada).error().code, ErrorCode::kConflict);
  ASSERT_TRUE(Undo(store, ben));
  ASSERT_TRUE(Undo(store, ada));
  EXPECT_EQ(Bare(Now()), study);
}

// The event holds no word, number or date of what was said.
TEST_P(ActedOnFacts, TheHistoryKeepsWhatWasSaidApart) {
  auto change = Of<model::Statement>(study, 0);
  change.after->subject = study.organisations[0].id.value;
  change.after->value = "xyzzy 4711";
  ASSERT_TRUE(Do(change));
  const model::Study now = Now();
  ASSERT_EQ(now.history.size(), 1U);
  EXPECT_EQ(now.history[0].after.find("4711"), std::string::npos);
  ASSERT_EQ(now.history_texts.size(), 2U);
  EXPECT_NE((now.history_texts[0].text + now.history_texts[1].text).find("4711"), std::string::npos);
}

TEST_P(ActedOnFacts, WhatWasSaidOfOneWhoWithdrewIsErased) {
  study.consents.clear();
  ASSERT_TRUE(store::SaveTo(place, study));
  const std::string id = study.organisations[0].id.value;
  auto of_them = Of<model::Statement>(study, 0);
  of_them.after->subject = id;
  ASSERT_TRUE(Do(of_them));
  auto of_a_country = Of<model::Statement>(study, 1);
  of_a_country.before->subject = of_a_country.after->subject = study.statements[1].subject;
  of_a_country.after->note = "more";
  const bool is_of_another = of_a_country.before->subject != id;
  ASSERT_TRUE(Do(of_a_country));

  model::Study kept = Now();
  EXPECT_EQ(coding::EraseWords(kept, coding::Older::kKeep).history_texts, 0);
  model::Study withdrawn = Now();
  model::Consent consent;
  consent.subject = id;
  consent.withdrawn = core::Date::Make(2026, 1, 2);
  withdrawn.consents.push_back(consent);
  const auto erased = coding::EraseWords(withdrawn, coding::Older::kKeep).history_texts;
  EXPECT_GE(erased, 2);
  EXPECT_EQ(erased, is_of_another ? 2 : 4);
  ASSERT_TRUE(store::SaveTo(place, withdrawn));
  auto store = Open();
  ASSERT_TRUE(Undo(store, ada));  // what is said of others is there
  EXPECT_EQ(Undo(store, ada).error().code, ErrorCode::kNotFound);
}

TEST_P(ActedOnFacts, WhatWasDoneToACaseIsSeenWithTheCase) {
  model::Study open = study;
  open.consents.clear();
  const std::string id = open.cases.front().organisation.value;
  model::Event event;
  event.person = ada.person;
  event.record_type = model::RecordType::kLeadership;
  model::LeadershipRecord record;
  record.organisation = model::OrganisationId(id);
  event.after = coding::ToJson(record, 0, [](const std::string&) { return std::string("w"); });
  const core::Date today = *core::Date::Make(2026, 1, 1);
  EXPECT_TRUE(CodingView(open, Caller::Owner(ada.person), today).Sees(event));
  EXPECT_FALSE(CodingView(open, Caller::Owner(ben.person), today).Sees(event));
  model::Consent consent;
  consent.subject = id;
  open.consents.push_back(consent);
  EXPECT_TRUE(CodingView(open, Caller::Owner(ben.person), today).Sees(event));
  open.consents.back().withdrawn = today;
  EXPECT_FALSE(CodingView(open, Caller::Owner(ben.person), today).Sees(event));
}

}  // namespace
}  // namespace commonground::app
