// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is kept of a study is as new: what another writer, or this one, changed is seen the next time.
#include "app/gateway/small_study.h"

#include <gtest/gtest.h>

#include "app/codebook_study.h"
#include "app/consent_study.h"
#include "app/edit_noun.h"
#include "app/memo_study.h"
#include "app/undo_study.h"
#include "app/workspace_testutil.h"
#include "random_study/random_study.h"
#include "store/test_place.h"

namespace commonground::app {
namespace {

using model::RecordType;
using store::Kept;

const core::Moment kNow = core::Moment::FromUnixSeconds(1'790'000'000);

class Small : public store::KeptTest {
 protected:
  void SetUp() override {
    KeptTest::SetUp();
    if (IsSkipped()) return;
    study = random_study::Make(7, 12);
    study.history.clear();
    study.history_texts.clear();
    ASSERT_TRUE(store::SaveTo(place, study));
    ours.emplace(store::StudyStore::Open(place, store::OpenMode::kWrite).value());
    theirs.emplace(store::StudyStore::Open(place, store::OpenMode::kWrite).value());
  }
  model::Study study;
  std::optional<store::StudyStore> ours;
  std::optional<store::StudyStore> theirs;
};
INSTANTIATE_TEST_SUITE_P(A, Small, ::testing::Values(Kept::kInAFile, Kept::kInADatabase), store::KeptName);

TEST_P(Small, IsLoadedOnceAndAgainWhenAnybodyChangedIt) {
  SmallStudy small;
  const auto first = small.Of(*ours).value();
  EXPECT_EQ(small.Of(*ours).value(), first) << "not loaded again";
  EXPECT_EQ(*first, ours->LoadWithoutText().value());
  const std::string id = study.organisations[0].id.value;
  ASSERT_TRUE(SetNoun(Over(*theirs, "ben", kNow), RecordType::kOrganisation, id, {{"name", "Theirs"}}));
  const auto second = small.Of(*ours).value();
  EXPECT_EQ(second->organisations[0].name, "Theirs");
  EXPECT_NE(first->organisations[0].name, "Theirs") << "who holds the older one keeps it";
  ASSERT_TRUE(SetNoun(Over(*ours, "ada", kNow), RecordType::kOrganisation, id, {{"name", "Ours"}}));
  EXPECT_EQ(small.Of(*ours).value()->organisations[0].name, "Ours");
  ASSERT_TRUE(UndoLast(Over(*ours, "ada", kNow)));
  EXPECT_EQ(small.Of(*ours).value()->organisations[0].name, "Theirs");
  study.settings.title = "Saved as a whole";
  core::NoProgress progress;
  ASSERT_TRUE(theirs->Save(study, {}, progress));
  EXPECT_EQ(small.Of(*ours).value()->settings.title, "Saved as a whole");
}

// Who codes does not make the others load what is small; who is given a text, or takes a code back, does.
TEST_P(Small, CodingsAndMemosAreNoPartOfIt) {
  SmallStudy small;
  const auto desk = [&] { return ours->Read([&] { return small.DeskWithin(*ours); }).value(); };
  const auto first = desk();
  const auto whole = small.Of(*ours).value();
  MemoRequest memo;
  memo.text = "A note";
  ASSERT_TRUE(AddMemo(Over(*theirs, "ben", kNow), memo));
  EXPECT_EQ(desk(), first);
  EXPECT_EQ(small.Of(*ours).value(), whole);
  model::Code code;
  code.label = "Something else";
  ASSERT_TRUE(AddCode(Over(*theirs, "ben", kNow), code));
  EXPECT_NE(desk(), first);
  EXPECT_EQ(desk()->codebook, ours->Codebook().value());
  EXPECT_EQ(small.Of(*ours).value()->codebook, ours->Codebook().value());
  const auto before = desk();
  ASSERT_TRUE(UndoLast(Over(*theirs, "ben", kNow)));
  EXPECT_NE(desk(), before);
  EXPECT_EQ(desk()->codebook, first->codebook);
}

// One workspace, as a server keeps it: a withdrawal by somebody else counts at once.
TEST_P(Small, AWithdrawalByAnotherProgramIsSeenAtOnce) {
  const Workspace workspace = Over(*ours, "ada", kNow);
  const std::string id = study.organisations[0].id.value;
  ASSERT_TRUE(GiveConsent(Over(*theirs, "ben", kNow), {id, {model::ConsentScope::kAnalyse}, {}, {}, {}, "box"}));
  EXPECT_EQ(ShowConsents(workspace, id)->lines.front().state, ConsentState::kHolds);
  ASSERT_TRUE(PauseConsent(Over(*theirs, "ben", kNow), {id, {}, {}}));
  EXPECT_EQ(ShowConsents(workspace, id)->lines.front().state, ConsentState::kWithdrawn);
}

}  // namespace
}  // namespace commonground::app
