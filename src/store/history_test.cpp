// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Acts of several people on one study, in a file and in a database.
#include <gmock/gmock.h>

#include <thread>

#include "model/guids.h"
#include "random_study/random_study.h"
#include "store/test_place.h"

namespace commonground::store {
namespace {

using core::ErrorCode;
using model::ChangeSet;

class ActedOn : public KeptTest {
 protected:
  void SetUp() override {
    KeptTest::SetUp();
    if (IsSkipped()) return;
    for (std::uint64_t seed = 5;; ++seed) {
      study = random_study::Make(seed, 20);
      if (study.codings.size() >= 9 && study.cases.size() >= 2) break;
    }
    study.history.clear();
    study.history_texts.clear();
    ASSERT_TRUE(SaveTo(place, study));
  }
  StudyStore Open() { return StudyStore::Open(place, OpenMode::kWrite).value(); }
  static ChangeSet By(const char* person, model::EventAction action) {
    ChangeSet changes;
    changes.person = model::CoderId(person);
    changes.action = action;
    changes.at = core::Moment::FromUnixSeconds(1'790'000'000);
    return changes;
  }
  // One event, without what it says.
  static model::Recorded Note(const ChangeSet& changes, const std::string& subject) {
    model::Recorded recorded;
    recorded.events.push_back({0,
                               changes.at,
                               changes.person,
                               changes.action,
                               changes.undoes,
                               model::RecordType::kCoding,
                               subject,
                               std::nullopt,
                               {},
                               "{}"});
    recorded.history_texts.push_back({model::HistoryTextId("w-" + subject), std::nullopt, "a text"});
    return recorded;
  }
  model::Coding New(const std::string& coder) const {
    model::Coding coding = study.codings.front();
    coding.coder = model::CoderId(coder);
    coding.id = model::CodingId("11111111-1111-4111-8111-" + std::string(12, coder.front()));
    return coding;
  }
  model::Study study;
};
INSTANTIATE_TEST_SUITE_P(A, ActedOn, ::testing::Values(Kept::kInAFile, Kept::kInADatabase), KeptName);

TEST_P(ActedOn, KeepsWhatWasDoneAndItsHistory) {
  auto store = Open();
  ChangeSet add = By("ada", model::EventAction::kApply);
  add.codings.push_back({std::nullopt, New("ada")});
  const auto first = store.Apply(add, Note(add, "one"));
  ASSERT_TRUE(first) << first.error().message;
  ChangeSet change = By("ben", model::EventAction::kChange);
  change.codings.push_back({New("ada"), New("ada")});
  change.codings.front().after->memo = "on second thoughts";
  const auto second = store.Apply(change, Note(change, "two"));
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_GT(*second, *first);
  EXPECT_EQ(LoadFrom(place).value().codings.back().memo, "on second thoughts");

  const auto acts = store.HistoryEntries({}, 10).value();
  ASSERT_EQ(acts.size(), 2U);
  EXPECT_EQ(acts[0].person.value, "ben");
  EXPECT_EQ(acts[1].number, *first);
  EXPECT_EQ(store.HistoryEntries(model::CoderId("ada"), 10).value().size(), 1U);
  EXPECT_EQ(store.EventsOf(*second).value().front().subject, "two");
  ASSERT_EQ(store.EventsAbout(model::RecordType::kCoding, "one").value().size(), 1U);
  EXPECT_EQ(store.EventsAbout(model::RecordType::kCoding, "one").value().front().number, *first);
  EXPECT_TRUE(store.EventsAbout(model::RecordType::kCode, "one").value().empty());
  EXPECT_TRUE(store.EventsAbout(model::RecordType::kCoding, "' OR 1 = 1 --").value().empty());
  const std::vector<model::HistoryTextId> ids{model::HistoryTextId("w-one"), model::HistoryTextId("gone")};
  EXPECT_EQ(store.HistoryTexts(ids).value().size(), 1U);

  const auto loaded = LoadFrom(place).value();
  ASSERT_TRUE(SaveTo(place, loaded));  // numbers go on after a save as a whole
  EXPECT_EQ(LoadFrom(place).value(), loaded);
  ChangeSet remove = By("ada", model::EventAction::kRemove);
  remove.codings.push_back({loaded.codings.back(), std::nullopt});
  EXPECT_GT(Open().Apply(remove, Note(remove, "three")).value(), *second);
  EXPECT_EQ(LoadFrom(place).value().codings, study.codings);
}

TEST_P(ActedOn, FindsManyHistoryTextsAsItFindsFew) {
  auto store = Open();
  ChangeSet add = By("ada", model::EventAction::kApply);
  add.codings.push_back({std::nullopt, New("ada")});
  model::Recorded recorded = Note(add, "one");
  std::vector<model::HistoryTextId> ids{model::HistoryTextId("gone")};
  for (int i = 0; i < 600; ++i) {
    recorded.history_texts.push_back({model::HistoryTextId("w-" + std::to_string(i)), std::nullopt, std::to_string(i)});
    if (i % 2 == 0) ids.push_back(recorded.history_texts.back().id);
  }
  ASSERT_TRUE(store.Apply(add, recorded));
  const auto found = store.HistoryTexts(ids).value();
  ASSERT_EQ(found.size(), 300U);
  for (const auto& one : found) EXPECT_EQ(one.id.value, "w-" + one.text);
}

TEST_P(ActedOn, ChangesNothingForWhoSawSomethingElse) {
  auto store = Open();
  ChangeSet add = By("ada", model::EventAction::kApply);
  add.codings.push_back({std::nullopt, New("ada")});
  ASSERT_TRUE(store.Apply(add, Note(add, "one")));
  const auto before = LoadFrom(place).value();

  ChangeSet late = By("ben", model::EventAction::kChange);
  model::Memo memo;
  memo.id = model::MemoId("22222222-2222-4222-8222-222222222222");
  memo.coder = model::CoderId("ben");
  memo.text = "half done";
  late.memos.push_back({std::nullopt, memo});
  late.codings.push_back({New("ada"), New("ada")});
  late.codings.front().before->memo = "never so";
  const auto failed = store.Apply(late, Note(late, "late"));
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::kConflict);
  EXPECT_EQ(LoadFrom(place).value(), before);

  ChangeSet twice = By("ada", model::EventAction::kApply);
  twice.codings.push_back({std::nullopt, New("ada")});
  EXPECT_EQ(store.Apply(twice, Note(twice, "twice")).error().code, ErrorCode::kConflict);
  ChangeSet gone = By("ben", model::EventAction::kMemo);
  gone.memos.push_back({memo, std::nullopt});
  EXPECT_EQ(store.Apply(gone, Note(gone, "gone")).error().code, ErrorCode::kConflict);
  EXPECT_EQ(LoadFrom(place).value(), before);
}

TEST_P(ActedOn, AddsChangesAndRemovesEveryKindOfThing) {
  auto store = Open();
  ChangeSet add = By("ada", model::EventAction::kMemo);
  const model::DocumentId document = study.documents.front().id;
  const model::CoderId ada("ada");
  add.memos.push_back({{}, model::Memo{model::MemoId("m"), {}, model::MemoSubject::kStudy, {}, {}, ada, {}, "text"}});
  add.assignments.push_back({{}, model::Assignment{model::AssignmentId("a"), document, ada, {}, {}, {}}});
  add.adjudications.push_back(
      {{},
       model::Adjudication{
           model::AdjudicationId("j"), document, study.codebook.front().id, {}, {}, {1, 2}, ada, "why", {}}});
  add.decisions.push_back(
      {{},
       model::Decision{
           model::DecisionId("d"), {}, document, {}, {}, model::DecisionOutcome::kExcluded, "off", ada, {}}});
  ASSERT_TRUE(store.Apply(add, Note(add, "x")));
  auto expected = study;
  expected.memos.push_back(*add.memos.front().after);
  expected.assignments.push_back(*add.assignments.front().after);
  expected.adjudications.push_back(*add.adjudications.front().after);
  expected.decisions.push_back(*add.decisions.front().after);
  auto loaded = LoadFrom(place).value();
  loaded.history.clear();
  loaded.history_texts.clear();
  EXPECT_EQ(loaded, expected);

  ChangeSet change = add;
  const auto turn = [](auto& all) {
    for (auto& one : all) std::swap(one.before, one.after);
  };
  turn(change.memos);
  turn(change.assignments);
  turn(change.adjudications);
  turn(change.decisions);
  change.decisions.front().after = change.decisions.front().before;
  change.decisions.front().after->outcome = model::DecisionOutcome::kIncluded;
  ASSERT_TRUE(store.Apply(change, Note(change, "y")));
  loaded = LoadFrom(place).value();
  EXPECT_EQ(loaded.memos, study.memos);
  EXPECT_EQ(loaded.decisions.back().outcome, model::DecisionOutcome::kIncluded);
  ASSERT_TRUE(SaveTo(place, study));
  EXPECT_EQ(LoadFrom(place).value(), study);
}

TEST_P(ActedOn, EditsTheCodebookWithItsCodings) {
  auto store = Open();
  ChangeSet add = By("ada", model::EventAction::kAddCode);
  model::Code code;
  code.id = model::CodeId("new");
  code.label = "New";
  add.codes.push_back({std::nullopt, code, -1, 1});
  ASSERT_TRUE(store.Apply(add, Note(add, "new")));
  auto codes = LoadFrom(place).value().codebook;
  ASSERT_EQ(codes.size(), study.codebook.size() + 1);
  EXPECT_EQ(codes[1], code);

  // All codings of one code go to the new one: more than are written one by one.
  ChangeSet merge = By("ada", model::EventAction::kMergeCodes);
  for (int i = 0; i < 100; ++i) {
    model::Coding coding = New("ada");
    coding.id = model::CodingId("33333333-3333-4333-8333-" + std::to_string(100'000'000'000 + i));
    coding.range = study.codings.front().range;
    coding.memo = std::to_string(i);
    merge.codings.push_back({std::nullopt, coding});
  }
  ASSERT_TRUE(store.Apply(merge, Note(merge, "many")));
  ChangeSet recode = By("ben", model::EventAction::kMergeCodes);
  for (const auto& one : merge.codings) {
    recode.codings.push_back({one.after, one.after});
    recode.codings.back().after->code = code.id;
  }
  ASSERT_TRUE(store.Apply(recode, Note(recode, "recoded")));
  const auto counts = store.CountByCode().value();
  EXPECT_THAT(counts, ::testing::Contains(CodeCount{code.id, 100}));
  EXPECT_EQ(store.CodingsWith(code.id).value().size(), 100U);

  ChangeSet early = By("ada", model::EventAction::kUndo);
  early.codes.push_back({code, std::nullopt, 1, -1});
  EXPECT_FALSE(store.Apply(early, Note(early, "early")));  // it has codings
  ChangeSet remove = By("ada", model::EventAction::kUndo);
  remove.codes.push_back({code, std::nullopt, 1, -1});
  for (const auto& one : recode.codings) remove.codings.push_back({one.after, std::nullopt});
  ASSERT_TRUE(store.Apply(remove, Note(remove, "removed")));
  auto loaded = LoadFrom(place).value();
  EXPECT_EQ(loaded.codebook, study.codebook);
  EXPECT_EQ(loaded.codings, study.codings);
  ASSERT_TRUE(SaveTo(place, study));
  EXPECT_EQ(LoadFrom(place).value(), study);
}

TEST_P(ActedOn, LosesNothingWhenManyActAtOnce) {
  constexpr int kPeople = 4;
  constexpr int kActs = 10;
  std::vector<std::thread> people;
  for (int person = 0; person < kPeople; ++person) {
    people.emplace_back([&, person] {
      auto store = Open();
      for (int i = 0; i < kActs; ++i) {
        ChangeSet add = By("person", model::EventAction::kMemo);
        const std::string id = std::to_string(person) + "-" + std::to_string(i);
        add.memos.push_back(
            {{}, model::Memo{model::MemoId(id), {}, model::MemoSubject::kStudy, {}, {}, add.person, {}, id}});
        const auto done = store.Apply(add, Note(add, id));
        EXPECT_TRUE(done) << done.error().message;
      }
    });
  }
  for (auto& one : people) one.join();
  EXPECT_EQ(LoadFrom(place).value().memos.size(), study.memos.size() + kPeople * kActs);
  std::set<std::int64_t> numbers;
  const auto acts = Open().HistoryEntries({}, 1000).value();
  for (const auto& act : acts) numbers.insert(act.number);
  EXPECT_EQ(numbers.size(), static_cast<std::size_t>(kPeople * kActs));
}

}  // namespace
}  // namespace commonground::store
