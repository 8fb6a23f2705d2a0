// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codings go and the others stay, on both databases: what is loaded then is what was saved, and work goes on.
#include "store/take_out_codings.h"

#include <gmock/gmock.h>

#include <random>

#include "random_study/random_study.h"
#include "store/test_place.h"

namespace commonground::store {
namespace {

class TakenOut : public KeptTest {};

TEST_P(TakenOut, CodingsLeaveTheOthersAsTheyAre) {
  if (IsSkipped()) return;
  core::NoProgress silent;
  int tried = 0;
  for (std::uint64_t seed = 1; tried < static_cast<int>(Rounds(12)); ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    model::Study study = random_study::Make(seed, 9);
    if (study.codings.size() < 4) continue;
    ++tried;
    ASSERT_TRUE(SaveTo(place, study));
    auto store = StudyStore::Open(place, OpenMode::kWrite).value();
    if (seed % 2 == 0) {  // gaps, as single removals leave them
      model::ChangeSet changes;
      changes.person = model::CoderId("newcomer");
      changes.codings.push_back({study.codings[1], std::nullopt});
      ASSERT_TRUE(store.Apply(changes, {}));
    }
    const auto files = store.ImportedFiles().value();
    const model::Study before = store.Load(silent).value();
    model::Study after = before;
    std::erase_if(after.codings, [&](const auto&) { return random() % 3 == 0; });
    ASSERT_TRUE(store.SaveWithdrawn(before, after, files, "", store.Revision().value(), silent));
    EXPECT_EQ(store.Load(silent).value().codings, after.codings);

    model::ChangeSet more;
    more.person = model::CoderId("newcomer");
    model::Coding fresh = before.codings.front();
    fresh.id = {};
    fresh.coder = more.person;
    more.codings.push_back({std::nullopt, fresh});
    ASSERT_TRUE(store.Apply(more, {}));
    const auto now = store.Load(silent).value().codings;
    ASSERT_EQ(now.size(), after.codings.size() + 1);
    EXPECT_EQ(now.back().coder, more.person);
    ASSERT_TRUE(store.Save(after, files, silent));
    EXPECT_EQ(store.Load(silent).value().codings, after.codings) << "saved as a whole after that";
  }
}

TEST_P(TakenOut, NothingIsTakenOutUnseenByOthers) {
  if (IsSkipped()) return;
  core::NoProgress silent;
  model::Study study;
  for (std::uint64_t seed = 1; study.codings.size() < 3; ++seed) study = random_study::Make(seed, 9);
  ASSERT_TRUE(SaveTo(place, study));
  auto store = StudyStore::Open(place, OpenMode::kWrite).value();
  const model::Study before = store.Load(silent).value();
  const std::string seen = store.Revision().value();
  model::ChangeSet more;
  more.person = model::CoderId("newcomer");
  model::Coding fresh = before.codings.front();
  fresh.id = {};
  fresh.coder = more.person;
  more.codings.push_back({std::nullopt, fresh});
  ASSERT_TRUE(StudyStore::Open(place, OpenMode::kWrite).value().Apply(more, {}));
  model::Study after = before;
  after.codings.pop_back();
  const auto refused = store.SaveWithdrawn(before, after, {}, "", seen, silent);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, core::ErrorCode::kConflict);
  EXPECT_EQ(store.Load(silent).value().codings.size(), before.codings.size() + 1);
}

TEST(Cells, AListOfPlainWordsReadsAsAnyOther) {
  using List = std::vector<std::string>;
  for (const List& list :
       {List{}, List{""}, List{"a"}, List{"a", "b"}, List{"", ""}, List{"a,b", "c"}, List{"é", "诊所"}, List{"\"", "a"},
        List{"a\\", "b"}, List{"\n"}, List{"[", "]"}, List{",", "\",\""}}) {
    List read;
    EXPECT_TRUE(FromText(ToText(list), read)) << ToText(list);
    EXPECT_EQ(read, list);
  }
  for (const char* broken :
       {"[\"a\"b\"]", "[\"a\",b\"]", "[\"a\" ,\"b\"x\"]", "[\"\xff\"]", "[\"a\x01\"]", "[\"]", "[\"a\",\"\"\"]"}) {
    List read;
    EXPECT_FALSE(FromText(std::string(broken), read)) << broken;
  }
}

INSTANTIATE_TEST_SUITE_P(A, TakenOut, ::testing::Values(Kept::kInAFile, Kept::kInADatabase), KeptName);

}  // namespace
}  // namespace commonground::store
