// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What two people change at once is merged, or both are told.

#include "coding/history/three_way_merge.h"

#include <gmock/gmock.h>

#include <random>

#include "coding/history/record.h"
#include "random_study/random_study.h"

namespace commonground::coding {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

model::Code Centre() {
  model::Code code;
  code.id = model::CodeId("A");
  code.label = "Centre";
  return code;
}

TEST(TwoAtOnce, TakesWhatOneSideChanged) {
  model::Code theirs = Centre();
  theirs.definition = "A place";
  model::Code yours = Centre();
  yours.label = "House";
  yours.parent = model::CodeId("B");
  const auto combined = Combine(Centre(), theirs, yours);
  EXPECT_THAT(combined.conflicts, IsEmpty());
  EXPECT_THAT(combined.theirs, ElementsAre("definition"));
  EXPECT_EQ(combined.thing.label, "House");
  EXPECT_EQ(combined.thing.definition, "A place");
  EXPECT_EQ(combined.thing.parent, model::CodeId("B"));
}

TEST(TwoAtOnce, AsksWhereBothChangedAFieldDifferently) {
  model::Code theirs = Centre();
  theirs.label = "Shelter";
  theirs.retired = true;
  model::Code yours = Centre();
  yours.label = "House";
  yours.retired = true;  // both the same
  const auto combined = Combine(Centre(), theirs, yours);
  EXPECT_THAT(combined.conflicts, ElementsAre(FieldConflict{"label", "Centre", "Shelter", "House"}));
  EXPECT_EQ(combined.thing, theirs);
}

TEST(TwoAtOnce, LetsATextThatWasTakenOutBeGone) {
  model::Code seen = Centre();
  seen.include = "An example";
  const auto combined = Combine(seen, seen, Centre());
  EXPECT_EQ(combined.thing, Centre());
  EXPECT_THAT(combined.conflicts, IsEmpty());
}

TEST(TwoAtOnce, LeavesThePassageOfACodingWhereItIsNow) {
  model::Coding seen;
  seen.id = model::CodingId("c");
  seen.range = {3, 9};
  seen.exact = "centre";
  seen.status = model::CodingStatus::kSubmitted;
  model::Coding moved = seen;
  moved.range = {13, 19};
  moved.memo = "in May";
  model::Coding accepted = seen;
  accepted.status = model::CodingStatus::kAccepted;
  const auto combined = Combine(seen, moved, accepted);
  EXPECT_EQ(combined.thing.range, moved.range);
  EXPECT_EQ(combined.thing.exact, "centre");
  EXPECT_EQ(combined.thing.memo, "in May");
  EXPECT_EQ(combined.thing.status, model::CodingStatus::kAccepted);
  moved.memo.clear();
  EXPECT_EQ(VersionOf(moved), VersionOf(seen));
}

// Every field from one of the two.
model::Code Mixed(const model::Code& a, const model::Code& b, std::mt19937_64& random) {
  model::Code code = a;
  const auto take = [&](auto field) {
    if (random() % 2 == 0) code.*field = b.*field;
  };
  take(&model::Code::parent);
  take(&model::Code::kind);
  take(&model::Code::label);
  take(&model::Code::definition);
  take(&model::Code::basis);
  take(&model::Code::sources);
  take(&model::Code::include);
  take(&model::Code::exclude);
  take(&model::Code::colour);
  take(&model::Code::retired);
  take(&model::Code::merged_into);
  take(&model::Code::guid);
  return code;
}
model::Coding Mixed(const model::Coding& a, const model::Coding& b, std::mt19937_64& random) {
  model::Coding coding = a;
  const auto take = [&](auto field) {
    if (random() % 2 == 0) coding.*field = b.*field;
  };
  take(&model::Coding::code);
  take(&model::Coding::coder);
  take(&model::Coding::created);
  take(&model::Coding::status);
  take(&model::Coding::evidence_type);
  take(&model::Coding::sources);
  take(&model::Coding::memo);
  take(&model::Coding::at);
  return coding;
}
model::Memo Mixed(const model::Memo& a, const model::Memo& b, std::mt19937_64& random) {
  model::Memo memo = a;
  const auto take = [&](auto field) {
    if (random() % 2 == 0) memo.*field = b.*field;
  };
  take(&model::Memo::kind);
  take(&model::Memo::about);
  take(&model::Memo::subject);
  take(&model::Memo::coder);
  take(&model::Memo::at);
  take(&model::Memo::text);
  return memo;
}

// The slow second opinion: field by field by hand.
template <typename Thing, typename Value>
void CheckField(const Thing& seen, const Thing& theirs, const Thing& yours, const MergeResult<Thing>& combined,
                Value Thing::*field, const std::string& name) {
  const bool asks = std::ranges::any_of(combined.conflicts, [&](const auto& one) { return one.field == name; });
  const bool both = theirs.*field != seen.*field && yours.*field != seen.*field;
  EXPECT_EQ(asks, both && theirs.*field != yours.*field) << name;
  const bool is_theirs = theirs.*field != seen.*field;
  EXPECT_EQ(combined.thing.*field, is_theirs ? theirs.*field : yours.*field) << name;
}

template <typename Thing>
void CheckLaws(const Thing& seen, const Thing& x, const Thing& y) {
  EXPECT_EQ(Combine(seen, x, seen).thing, x);
  EXPECT_EQ(Combine(seen, seen, y).thing, y);
  EXPECT_EQ(Combine(seen, x, x).thing, x);
  EXPECT_THAT(Combine(seen, x, seen).conflicts, IsEmpty());
  EXPECT_THAT(Combine(seen, seen, y).conflicts, IsEmpty());
  EXPECT_THAT(Combine(seen, x, x).conflicts, IsEmpty());
  EXPECT_EQ(Combine(seen, x, y).conflicts.size(), Combine(seen, y, x).conflicts.size());
  EXPECT_EQ(VersionOf(x) == VersionOf(y), x == y);
}

TEST(TwoAtOnce, LosesNoChangeOfRandomThings) {
  std::mt19937_64 random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same every time
  std::size_t asked = 0;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const auto study = random_study::Make(seed, 12);
    const auto three = [&](auto things, const auto& check) {
      if (things.size() < 3) return;
      for (auto& one : things) one.id = things.front().id;
      for (int time = 0; time < 20; ++time) {
        const auto& seen = things[random() % things.size()];
        check(seen, Mixed(seen, things[random() % things.size()], random),
              Mixed(seen, things[random() % things.size()], random));
      }
    };
    three(study.codebook, [&](const model::Code& seen, const model::Code& theirs, const model::Code& yours) {
      CheckLaws(seen, theirs, yours);
      const auto combined = Combine(seen, theirs, yours);
      asked += combined.conflicts.size();
      const auto field = [&](auto member, const char* name) {
        CheckField(seen, theirs, yours, combined, member, name);
      };
      field(&model::Code::parent, "parent");
      field(&model::Code::kind, "kind");
      field(&model::Code::label, "label");
      field(&model::Code::definition, "definition");
      field(&model::Code::basis, "basis");
      field(&model::Code::sources, "sources");
      field(&model::Code::include, "include");
      field(&model::Code::exclude, "exclude");
      field(&model::Code::colour, "colour");
      field(&model::Code::retired, "retired");
      field(&model::Code::merged_into, "merged_into");
      field(&model::Code::guid, "guid");
    });
    three(study.codings, [&](const model::Coding& seen, const model::Coding& theirs, const model::Coding& yours) {
      CheckLaws(seen, theirs, yours);
      const auto combined = Combine(seen, theirs, yours);
      asked += combined.conflicts.size();
      CheckField(seen, theirs, yours, combined, &model::Coding::memo, "memo");
      CheckField(seen, theirs, yours, combined, &model::Coding::status, "status");
    });
    three(study.memos, [&](const model::Memo& seen, const model::Memo& theirs, const model::Memo& yours) {
      CheckLaws(seen, theirs, yours);
      const auto combined = Combine(seen, theirs, yours);
      asked += combined.conflicts.size();
      CheckField(seen, theirs, yours, combined, &model::Memo::text, "text");
    });
  }
  EXPECT_GT(asked, 100U);
}

// A code and what ada, ben and an import made of it.
class SeenBefore : public ::testing::Test {
 protected:
  void Change(const char* person, const model::Code& to) {
    model::ChangeSet changes;
    changes.person = model::CoderId(person);
    changes.at = core::Moment::FromUnixSeconds(1'790'000'000 + static_cast<std::int64_t>(events.size()));
    changes.codes.push_back({now, to, -1, -1});
    const auto recorded = Record(changes, {});
    events.insert(events.end(), recorded.events.begin(), recorded.events.end());
    history_texts.insert(history_texts.end(), recorded.history_texts.begin(), recorded.history_texts.end());
    now = to;
  }
  model::Code now = Centre();
  std::vector<model::Event> events;
  std::vector<model::HistoryText> history_texts;
};

TEST_F(SeenBefore, IsFoundWithWhoChangedItSince) {
  const std::string first = VersionOf(now);
  model::Code code = now;
  code.label = "House";
  Change("ada", code);
  const std::string second = VersionOf(now);
  code.label = "Shelter";
  code.kind = model::CodeKind::kPractice;
  Change("ben", code);
  auto looked = LookUp(first, now, events, history_texts);
  EXPECT_EQ(looked.seen, Centre());
  EXPECT_EQ(looked.changed.at("label").person, model::CoderId("ben"));
  looked = LookUp(second, now, events, history_texts);
  EXPECT_EQ(looked.seen->label, "House");
  EXPECT_EQ(looked.changed.size(), 2U);
  looked = LookUp(VersionOf(now), now, events, history_texts);
  EXPECT_EQ(looked.seen, now);
  EXPECT_TRUE(looked.changed.empty());
  looked = LookUp("00000000", now, events, history_texts);
  EXPECT_FALSE(looked.seen);
  EXPECT_FALSE(looked.is_erased);
}

TEST_F(SeenBefore, IsFoundWhenAnImportChangedItSince) {
  model::Code code = now;
  code.label = "House";
  Change("ada", code);
  const std::string seen = VersionOf(now);
  now.definition = "as the folder says";  // no act
  const auto looked = LookUp(seen, now, events, history_texts);
  ASSERT_TRUE(looked.seen);
  EXPECT_EQ(looked.seen->definition, "");
  EXPECT_FALSE(looked.changed.at("definition").person);
}

TEST_F(SeenBefore, SaysThatItsTextsWereErased) {
  const std::string seen = VersionOf(now);
  model::Code code = now;
  code.label = "House";
  Change("ada", code);
  history_texts.clear();
  const auto looked = LookUp(seen, now, events, history_texts);
  EXPECT_FALSE(looked.seen);
  EXPECT_TRUE(looked.is_erased);
}

}  // namespace
}  // namespace commonground::coding
