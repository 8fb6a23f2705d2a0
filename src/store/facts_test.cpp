// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Acts on organisations, statements, consents and all other nouns, in a file and in a database.
#include "store/facts.h"

#include <gmock/gmock.h>

#include <random>
#include <thread>

#include "model/identity.h"
#include "random_study/random_study.h"
#include "store/test_place.h"

namespace commonground::store {
namespace {

using core::ErrorCode;
using model::ChangeSet;
using model::PlacedChange;
using testing::HasSubstr;

class Facts : public KeptTest {
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
    ASSERT_TRUE(SaveTo(place, study));
  }
  StudyStore Open() { return StudyStore::Open(place, OpenMode::kWrite).value(); }
  template <typename Thing>
  static PlacedChange<Thing> Of(const std::vector<Thing>& list, std::size_t i) {
    PlacedChange<Thing> change;
    change.before = model::WithId(list[i], model::IdsOf(list)[i]);
    change.after = change.before;
    change.place_before = change.place_after = static_cast<std::int64_t>(i);
    return change;
  }
  static core::Result<std::int64_t> Do(StudyStore& store, ChangeSet changes) {
    changes.person = model::CoderId("ada");
    changes.action = model::EventAction::kEdit;
    changes.at = core::Moment::FromUnixSeconds(1'790'000'000);
    return store.Apply(changes, {});
  }
  template <typename Thing>
  core::Result<std::int64_t> Do(const PlacedChange<Thing>& change) {
    auto store = Open();
    ChangeSet changes;
    changes.facts.Of<Thing>().push_back(change);
    return Do(store, changes);
  }
  template <typename Thing>
  static PlacedChange<Thing> Inverse(const PlacedChange<Thing>& change) {
    return {change.after, change.before, change.place_after, change.place_before};
  }
  model::Study Now() { return LoadFrom(place).value(); }

  model::Study study;
};
INSTANTIATE_TEST_SUITE_P(A, Facts, ::testing::Values(Kept::kInAFile, Kept::kInADatabase), KeptName);

TEST_P(Facts, AnEditKeepsTheIdAndItsInverseTheBytes) {
  auto change = Of(study.statements, 1);
  change.after->value = "what we know now";
  ASSERT_TRUE(Do(change));
  const model::Study edited = Now();
  EXPECT_EQ(edited.statements[1].value, "what we know now");
  EXPECT_EQ(model::IdsOf(edited.statements), model::IdsOf(study.statements));
  EXPECT_FALSE(edited.statements[1].id.empty());
  ASSERT_TRUE(Do(Inverse(change)));
  EXPECT_EQ(Now(), study);
}

TEST_P(Facts, WhoComesSecondIsTold) {
  auto first = Of(study.organisations, 0);
  auto second = first;
  first.after->note = "mine";
  second.after->note = "yours";
  ASSERT_TRUE(Do(first));
  const auto refused = Do(second);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  EXPECT_THAT(refused.error().message, HasSubstr(study.organisations[0].id.value));
  EXPECT_EQ(Now().organisations[0].note, "mine");
  PlacedChange<model::Organisation> again;
  again.after = study.organisations[0];
  EXPECT_EQ(Do(again).error().code, ErrorCode::kConflict);  // there already
  auto gone = Of(study.statements, 0);
  gone.after.reset();
  ASSERT_TRUE(Do(gone));
  EXPECT_EQ(Do(gone).error().code, ErrorCode::kConflict);
}

TEST_P(Facts, WhatIsSpokenOfStays) {
  auto store = Open();
  for (std::size_t i = 0; i < study.organisations.size(); ++i) {
    auto gone = Of(study.organisations, i);
    gone.after.reset();
    const auto done = Do(gone);
    if (done) continue;
    EXPECT_EQ(done.error().code, ErrorCode::kInvalidInput) << done.error().message;
    EXPECT_THAT(done.error().message, HasSubstr("Nothing was changed"));
  }
  for (std::size_t i = 0; i < study.sources.size(); ++i) {
    const auto now = Now().sources;
    if (i >= now.size()) break;
    auto gone = Of(now, i);
    gone.after.reset();
    const auto done = Do(gone);
    EXPECT_TRUE(done || done.error().code == ErrorCode::kInvalidInput);
  }
  Now();  // is not damaged
}

TEST_P(Facts, RefusesWhatNoImportLetsIn) {
  const auto refuses = [&](const auto& change) {
    const auto done = Do(change);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::kInvalidInput) << done.error().message;
    EXPECT_EQ(Now(), study);
  };
  PlacedChange<model::Statement> statement;
  statement.after = study.statements[0];
  statement.after->id = {};
  statement.after->sources = {model::SourceId("nobody")};
  refuses(statement);
  PlacedChange<model::Organisation> organisation;
  organisation.after = study.organisations[0];
  for (const char* id : {"", "..", "a/b", "a b", "\"", "a..b"}) {
    organisation.after->id = model::OrganisationId(id);
    refuses(organisation);
  }
  auto renamed = Of(study.organisations, 0);
  renamed.after->id = model::OrganisationId("other");
  refuses(renamed);
  auto not_utf8 = Of(study.organisations, 0);
  not_utf8.after->name = "\xff";
  refuses(not_utf8);
  auto nul = Of(study.organisations, 0);
  nul.after->name = std::string("a\0b", 3);
  refuses(nul);
  PlacedChange<model::Consent> consent;
  consent.after.emplace().subject = "nobody";
  refuses(consent);
}

// All or nothing: what is right is not done either.
TEST_P(Facts, AnActIsDoneWholeOrNotAtAll) {
  auto store = Open();
  ChangeSet changes;
  auto good = Of(study.statements, 0);
  good.after->note = "good";
  changes.facts.Of<model::Statement>().push_back(good);
  PlacedChange<model::Partnership> bad;
  bad.after.emplace().organisation = model::OrganisationId("nobody");
  changes.facts.Of<model::Partnership>().push_back(bad);
  EXPECT_FALSE(Do(store, changes));
  EXPECT_EQ(Now(), study);
  EXPECT_TRUE(store.HistoryEntries({}, 10).value().size() == Open().HistoryEntries({}, 10).value().size());
}

// Any change of any noun, and back.
TEST_P(Facts, AnyChangesGoBackToTheSameBytes) {
  std::mt19937 dice(11);
  auto store = Open();
  int done = 0;
  for (int round = 0; round < static_cast<int>(Rounds(24)); ++round) {
    const model::Study before = Now();
    ChangeSet forward;
    ChangeSet back;
    model::EachNoun([&]<typename Thing>() {
      const auto& list = before.*model::Noun<Thing>::kList;
      if (list.empty() || dice() % 8 != 0) return;  // few: what others speak of cannot go
      auto change = Of(list, dice() % list.size());
      if (dice() % 2 == 0) {
        change.after.reset();
      } else {
        change.place_after = static_cast<std::int64_t>(dice() % list.size());
        if constexpr (requires { change.after->note; }) change.after->note += "more";
      }
      forward.facts.Of<Thing>().push_back(change);
      back.facts.Of<Thing>().push_back(Inverse(change));
    });
    if (!Do(store, forward)) {
      EXPECT_EQ(Now(), before);
      continue;
    }
    ++done;
    const model::Study after = Now();
    ASSERT_TRUE(Do(store, back));
    EXPECT_EQ(Now(), before);
    ASSERT_TRUE(Do(store, forward));
    EXPECT_EQ(Now(), after);
  }
  EXPECT_GT(done, 0);
}

TEST_P(Facts, ManyAtOnceAllHaveTheirPlace) {
  constexpr int kPeople = 4;
  const std::size_t sources = study.sources.size();
  std::vector<std::jthread> people;
  for (int person = 0; person < kPeople; ++person) {
    people.emplace_back([&, person] {
      auto store = Open();
      for (int i = 0; i < 5; ++i) {
        ChangeSet changes;
        PlacedChange<model::Source> added;
        auto& source = added.after.emplace();
        source.id = model::SourceId("p" + std::to_string(person) + "-" + std::to_string(i));
        source.title = "A book";
        changes.facts.Of<model::Source>().push_back(added);
        EXPECT_TRUE(Do(store, changes));
      }
    });
  }
  people.clear();
  EXPECT_EQ(Now().sources.size(), sources + kPeople * 5);
}

}  // namespace
}  // namespace commonground::store
