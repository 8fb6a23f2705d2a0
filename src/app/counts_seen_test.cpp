// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codebook's counts as each person sees them, against a look at every coding.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/codebook_study.h"
#include "app/draw_testutil.h"
#include "app/gateway/coding_view.h"
#include "app/workspace_testutil.h"
#include "model/guids.h"
#include "random_study/random_study.h"
#include "store/test_edits.h"
#include "store/test_place.h"

namespace commonground::app {
namespace {

using model::CoderId;

const core::Date kToday = core::Date::Parse("2026-06-01").value();
using Counts = std::map<std::string, std::int64_t>;

// People who have coded, one who has not, and nobody.
std::vector<CoderId> People(const model::Study& study) {
  std::set<CoderId> people{CoderId("stranger"), CoderId()};
  for (const auto& coding : study.codings) people.insert(coding.coder);
  return {people.begin(), people.end()};
}

// A random study at work: consents of all kinds, people with documents in hand, drafts.
model::Study AtWork(std::uint64_t seed) {
  model::Study study = random_study::Make(seed, 24);
  Draw draw(seed);
  study.history.clear();
  study.history_texts.clear();
  for (auto& coding : study.codings) {
    if (draw.OneIn(2)) coding.coder = CoderId(draw.OneIn(2) ? "ada" : "ben");
    coding.status = model::Words<model::CodingStatus>()[draw.Below(model::Words<model::CodingStatus>().size())].first;
  }
  study.consents.clear();
  const auto consent = [&](const std::string& subject) {
    const auto day = [&](const char* text) { return std::optional(core::Date::Parse(text).value()); };
    model::Consent one;
    one.subject = subject;
    if (draw.OneIn(2)) one.given = day(draw.OneIn(4) ? "2026-07" : "2020-01-01");
    const bool later = one.given == day("2026-07");  // nothing ends before it begins
    if (!later && draw.OneIn(4)) one.expires = day(draw.OneIn(2) ? "2026-06-01" : "2025");
    if (!later && draw.OneIn(6)) one.withdrawn = day("2026-06-01");
    study.consents.push_back(one);
  };
  for (const auto& organisation : study.organisations) {
    if (!draw.OneIn(5)) consent(organisation.id.value);
  }
  study.assignments.clear();
  for (const auto& document : study.documents) {
    if (draw.OneIn(4)) consent(document.id.value);
    for (const auto& person : People(study)) {
      if (person.empty() || !draw.OneIn(4)) continue;
      model::Assignment one;
      one.id = model::AssignmentId(std::to_string(study.assignments.size()));
      one.document = document.id;
      one.coder = person;
      one.state = draw.OneIn(3) ? model::AssignmentState::kSubmitted : model::AssignmentState::kOpen;
      study.assignments.push_back(one);
    }
  }
  return study;
}

class CountsSeen : public store::KeptTest {
 protected:
  static void Compare(const store::StudyStore& store, const std::string& what) {
    core::NoProgress progress;
    const auto loaded = store.Load(progress);
    ASSERT_TRUE(loaded) << loaded.error().message;
    const model::Study& study = *loaded;
    for (const auto& person : People(study)) {
      SCOPED_TRACE(what + ", seen by " + person.value);
      const CodingView view(study, Caller::Owner(person), kToday);
      Counts own;
      Counts with_below;
      for (const auto& coding : study.codings) {
        if (!view.Sees(coding)) continue;
        ++own[coding.code.value];
        for (std::optional<model::CodeId> code = coding.code; code;) {
          ++with_below[code->value];
          code = std::ranges::find(study.codebook, *code, &model::Code::id)->parent;
        }
      }
      const auto tree = CodeTree(Over(store, person.value, core::Moment::StartOf(kToday)));
      ASSERT_TRUE(tree) << tree.error().message;
      ASSERT_EQ(tree->size(), study.codebook.size());
      for (const auto& line : *tree) {
        EXPECT_EQ(line.own, own[line.code.id.value]) << line.code.id.value;
        EXPECT_EQ(line.with_below, with_below[line.code.id.value]) << line.code.id.value;
      }
    }
    Counts all;
    for (const auto& coding : study.codings) ++all[coding.code.value];
    Counts counted;
    const auto by_code = store.CountByCode().value();
    for (const auto& one : by_code) counted[one.code.value] = one.codings;
    EXPECT_EQ(counted, all) << what;
  }
};
INSTANTIATE_TEST_SUITE_P(A, CountsSeen, ::testing::Values(store::Kept::kInAFile, store::Kept::kInADatabase),
                         store::KeptName);

TEST_P(CountsSeen, AreThoseOfALookAtEveryCoding) {
  std::int64_t hidden = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const model::Study study = AtWork(seed);
    ASSERT_TRUE(store::SaveTo(place, study));
    const auto store = store::StudyStore::Open(place, store::OpenMode::kRead).value();
    Compare(store, "study " + std::to_string(seed));
    for (const auto& person : People(study)) {
      const CodingView view(study, Caller::Owner(person), kToday);
      hidden += std::ranges::count_if(study.codings, [&](const auto& coding) { return !view.Sees(coding); });
    }
  }
  EXPECT_GT(hidden, 0);
}

TEST_P(CountsSeen, FollowEveryEdit) {
  Draw draw(7);
  model::Study study = AtWork(7);
  for (std::uint64_t seed = 8; study.codings.size() < 12 || study.codebook.size() < 3; ++seed) study = AtWork(seed);
  ASSERT_TRUE(store::SaveTo(place, study));
  auto store = store::StudyStore::Open(place, store::OpenMode::kWrite).value();
  const auto any = [&](auto& list) -> auto& {
    return list[draw.Below(list.size())];
  };
  for (int edit = 0; edit < 60; ++edit) {
    const auto there = store.CodingsOf(any(study.documents).id).value();
    model::Coding coding = there.empty() ? study.codings.front() : any(there).coding;
    coding.code = any(study.codebook).id;
    coding.status = draw.OneIn(2) ? model::CodingStatus::kDraft : model::CodingStatus::kAccepted;
    if (there.empty() || draw.OneIn(3)) {
      coding.id = model::CodingId(fmt::format("44444444-4444-4444-8444-{:012}", edit));
      coding.coder = CoderId(draw.OneIn(2) ? "cem" : "ada");
      ASSERT_TRUE(store::Add(store, coding));
    } else if (draw.OneIn(3)) {
      ASSERT_TRUE(store::Remove(store, any(there).coding));
    } else {
      const auto& seen = any(there);
      coding.id = model::IdOf(seen.coding);
      ASSERT_TRUE(store::Change(store, seen.coding, coding));
    }
    if (edit % 10 == 9) Compare(store, "edit " + std::to_string(edit));
  }
  // All of one code to another: more than are written one by one.
  const EditContext actor{CoderId("ada"), core::Moment::FromUnixSeconds(1'790'000'000)};
  for (int i = 0; i < 40; ++i) {
    model::Coding coding = study.codings.front();
    coding.id = model::CodingId(fmt::format("55555555-5555-4555-8555-{:012}", i));
    coding.memo = std::to_string(i);
    ASSERT_TRUE(store::Add(store, coding));
  }
  const model::CodeId from = study.codings.front().code;
  const auto into = std::ranges::find_if(
      study.codebook, [&](const auto& code) { return code.id != from && !code.retired && code.parent != from; });
  ASSERT_NE(into, study.codebook.end());
  const auto merged = MergeCodes(Over(store, actor), from, into->id);
  ASSERT_TRUE(merged) << merged.error().message;
  Compare(store, "merged");
  ASSERT_TRUE(Undo(store, actor));
  Compare(store, "taken back");
}

}  // namespace
}  // namespace commonground::app
