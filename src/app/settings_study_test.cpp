// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a study says of itself, changed field by field, taken back and done again, in a file and in a database.
#include "app/settings_study.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "app/undo_study.h"
#include "app/workspace_testutil.h"
#include "random_study/random_study.h"
#include "store/test_place.h"

namespace commonground::app {
namespace {

using core::ErrorCode;
using store::Kept;
using testing::HasSubstr;

const core::Moment kNow = core::Moment::FromUnixSeconds(1'790'000'000);

class Settings : public store::KeptTest {
 protected:
  void SetUp() override {
    KeptTest::SetUp();
    if (IsSkipped()) return;
    study = random_study::Make(11, 14);
    study.history.clear();
    study.history_texts.clear();
    ASSERT_FALSE(study.sources.empty() || study.definitions.empty());
    ASSERT_TRUE(store::SaveTo(place, study));
    store_.emplace(store::StudyStore::Open(place, store::OpenMode::kWrite).value());
  }
  Workspace As(const std::string& person, Role role = Role::kCoordinator) {
    return Over(*store_, Caller{model::CoderId(person), role, {}}, kNow);
  }
  model::Settings Now() { return store::LoadFrom(place).value().settings; }

  model::Study study;
  std::optional<store::StudyStore> store_;
};
INSTANTIATE_TEST_SUITE_P(A, Settings, ::testing::Values(Kept::kInAFile, Kept::kInADatabase), store::KeptName);

TEST_P(Settings, EachIsChangedTakenBackAndDoneAgain) {
  const std::string source = study.sources.front().id.value;
  const FieldValues wanted{{"title", "What works; \"and\" what does not"},
                           {"subtitle", "Five regions"},
                           {"publisher", "An invented network"},
                           {"language", "fr"},
                           {"reference_date", "2026-10-31"},
                           {"frame_note", "Four places each"},
                           {"frame_sources", source},
                           {"at_most_per_country", "2"},
                           {"definitions", study.definitions.front().id.value},
                           {"record_months", "18"},
                           {"common_ground_share", "2/3"},
                           {"most_regions_share", "3/4"},
                           {"gap_unit", "passage"},
                           {"smallest_cell", "6"},
                           {"many_valued", "language; service"},
                           {"licence", "CC BY-SA 4.0"}};
  for (const auto& [field, value] : wanted) {
    SCOPED_TRACE(field);
    const model::Settings before = Now();
    const auto done = SetSettings(As("ada"), {}, {{field, value}});
    ASSERT_TRUE(done) << done.error().message;
    const model::Settings after = Now();
    const auto cells = ShowSettings(As("ada"))->cells;
    EXPECT_EQ(std::ranges::find(cells, field, &FieldValues::value_type::first)->second, value);
    EXPECT_EQ(ShowSettings(As("ada"))->version, done->version);
    if (done->act == 0) {  // it was so
      EXPECT_EQ(before, after);
      continue;
    }
    EXPECT_NE(before, after);
    ASSERT_TRUE(UndoLast(As("ada")));
    EXPECT_EQ(Now(), before);
    ASSERT_TRUE(RedoLast(As("ada")));
    EXPECT_EQ(Now(), after);
  }
  ASSERT_TRUE(SetSettings(As("ada"), {}, {{"subtitle", ""}, {"reference_date", ""}}));
  EXPECT_EQ(Now().subtitle, "");
  EXPECT_EQ(Now().reference_date, std::nullopt);
}

TEST_P(Settings, AreRefusedAsAnImportWouldWithTheirField) {
  const model::Settings before = Now();
  for (const auto& [field, value] : FieldValues{{"title", ""},
                                                {"language", "../x"},
                                                {"reference_date", "yesterday"},
                                                {"frame_sources", "nowhere"},
                                                {"definitions", "no-such"},
                                                {"record_months", "0"},
                                                {"common_ground_share", "9/8"},
                                                {"gap_unit", "page"},
                                                {"smallest_cell", "-3"},
                                                {"claims_about", "no sign"},
                                                {"claims_about", "nowhere=nswp-2013"},
                                                {"colour", "red"}}) {
    SCOPED_TRACE(field + " = " + value);
    const auto done = SetSettings(As("ada"), {}, {{field, value}});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::kInvalidInput);
    EXPECT_THAT(done.error().message, HasSubstr("Nothing was changed"));
    EXPECT_FALSE(done.error().about.field.empty());
    EXPECT_EQ(Now(), before);
  }
}

TEST_P(Settings, WhatOthersChangedIsNotOverwritten) {
  const std::string seen = ShowSettings(As("ben"))->version;
  ASSERT_TRUE(SetSettings(As("ada"), seen, {{"title", "Hers"}}));
  const auto late = SetSettings(As("ben"), seen, {{"title", "His"}});
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::kConflict);
  EXPECT_EQ(Now().title, "Hers");
  ASSERT_TRUE(SetSettings(As("ben"), {}, {{"title", "His"}}));
  const auto undone = UndoLast(As("ada"));  // another one changed it since
  ASSERT_FALSE(undone);
  EXPECT_EQ(undone.error().code, ErrorCode::kConflict);
  EXPECT_EQ(Now().title, "His");
}

TEST_P(Settings, OnlyACoordinatorChangesThem) {
  for (const Role role : {Role::kResearcher, Role::kReviewer, Role::kMember, Role::kReader}) {
    EXPECT_EQ(SetSettings(As("rita", role), {}, {{"title", "Mine"}}).error().code, ErrorCode::kForbidden);
  }
  EXPECT_TRUE(ShowSettings(As("rita", Role::kResearcher)));
}

}  // namespace
}  // namespace commonground::app
