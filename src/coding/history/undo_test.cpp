// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Undo and redo give back exactly what was.

#include "coding/history/undo.h"

#include <gmock/gmock.h>

#include "coding/history/record.h"
#include "coding/passage.h"
#include "core/guid.h"
#include "model/guids.h"
#include "random_study/random_study.h"

namespace commonground::coding {
namespace {

using core::ErrorCode;
using model::EventAction;
using model::HistoryEntry;

HistoryEntry Did(std::int64_t number, EventAction action = EventAction::kApply, std::int64_t undoes = 0) {
  return {number, {}, model::CoderId("ada"), action, undoes, 1};
}

TEST(Undo, PassesOverAnImportOfDocumentsOnly) {
  const std::vector<HistoryEntry> newest_first{Did(2, EventAction::kImport), Did(1)};
  EXPECT_EQ(NextToUndo(newest_first), 1);
  EXPECT_EQ(NextToUndo(std::vector<HistoryEntry>{Did(2, EventAction::kImportCodings), Did(1)}), 2);
}

TEST(Undo, GoesBackActByActAndForwardAgain) {
  std::vector<HistoryEntry> newest_first{Did(2), Did(1)};
  EXPECT_EQ(NextToUndo(newest_first), 2);
  EXPECT_EQ(NextToRedo(newest_first), std::nullopt);
  const auto then = [&](HistoryEntry act) { newest_first.insert(newest_first.begin(), act); };
  then(Did(3, EventAction::kUndo, 2));
  EXPECT_EQ(NextToUndo(newest_first), 1);
  EXPECT_EQ(NextToRedo(newest_first), 3);
  then(Did(4, EventAction::kUndo, 1));
  EXPECT_EQ(NextToUndo(newest_first), std::nullopt);
  EXPECT_EQ(NextToRedo(newest_first), 4);
  then(Did(5, EventAction::kRedo, 4));
  EXPECT_EQ(NextToUndo(newest_first), 1);
  EXPECT_EQ(NextToRedo(newest_first), 3);
  then(Did(6, EventAction::kRedo, 3));
  EXPECT_EQ(NextToUndo(newest_first), 2);
  EXPECT_EQ(NextToRedo(newest_first), std::nullopt);
  then(Did(7, EventAction::kUndo, 2));
  then(Did(8));  // something else was done: what was taken back stays so
  EXPECT_EQ(NextToRedo(newest_first), std::nullopt);
  EXPECT_EQ(NextToUndo(newest_first), 8);
}

// A study of one document and one coding, and the act that made it.
class TakenBack : public ::testing::Test {
 protected:
  TakenBack() {
    model::Document document;
    document.id = model::DocumentId("lamp/a.md");
    document.text = "They opened a drop-in centre. The police came twice.";
    now.documents.push_back(document);
    model::Code code;
    code.id = model::CodeId("A");
    code.label = "Drop-in";
    now.codebook.push_back(code);
    coding.code = code.id;
    coding.coder = model::CoderId("ada");
    coding.memo = "see also the minutes";
    EXPECT_TRUE(Place(document, {14, 28}, coding));
    coding.id = model::CodingId(core::NewGuid());
    changes.codings.push_back({std::nullopt, coding});
  }
  void Do() {
    recorded = Record(changes, {{coding.document, now.documents.front().version}});
    now.history_texts = recorded.history_texts;
    now.codings = {coding};
  }
  Now now;
  model::Coding coding;
  model::ChangeSet changes;
  model::Recorded recorded;
};

TEST_F(TakenBack, KeepsNoTextInItsEvents) {
  Do();
  ASSERT_EQ(recorded.events.size(), 1U);
  EXPECT_EQ(recorded.events[0].after.find("minutes"), std::string::npos);
  EXPECT_EQ(recorded.events[0].after.find("drop-in"), std::string::npos);
  EXPECT_EQ(recorded.history_texts[0].document, coding.document);
}

TEST_F(TakenBack, RemovesWhatWasAddedAndBringsItBack) {
  Do();
  const auto undo = Inverse(recorded.events, now).value();
  EXPECT_EQ(undo.codings.front().before, coding);
  EXPECT_FALSE(undo.codings.front().after);
  const auto removed = Record(undo, {{coding.document, 1}});
  now.codings.clear();
  now.history_texts = removed.history_texts;
  const auto redo = Inverse(removed.events, now).value();
  EXPECT_EQ(redo.codings.front().after, coding);
}

TEST_F(TakenBack, FindsThePassageInATextThatHasChanged) {
  Do();
  model::ChangeSet removal;
  removal.codings.push_back({coding, std::nullopt});
  const auto removed = Record(removal, {{coding.document, 1}});
  now.codings.clear();
  now.history_texts = removed.history_texts;
  now.old_versions.push_back({coding.document, 1, now.documents[0].text});
  now.documents[0].version = 2;
  now.documents[0].text = "In May, " + now.documents[0].text;
  const auto back = Inverse(removed.events, now).value();
  EXPECT_EQ(back.codings.front().after->range, (core::TextRange{22, 36}));
  EXPECT_EQ(back.codings.front().after->exact, "drop-in centre");
  now.documents[0].text = "Nothing of that is left here.";
  EXPECT_EQ(Inverse(removed.events, now).error().code, ErrorCode::kConflict);
}

TEST_F(TakenBack, SaysWhatWasChangedSince) {
  Do();
  now.codings.front().memo = "somebody else's";
  EXPECT_EQ(Inverse(recorded.events, now).error().code, ErrorCode::kConflict);
  now.codings.clear();
  EXPECT_EQ(Inverse(recorded.events, now).error().code, ErrorCode::kConflict);
}

TEST_F(TakenBack, SaysThatItsWordsWereErased) {
  Do();
  model::ChangeSet removal;
  removal.codings.push_back({coding, std::nullopt});
  const auto removed = Record(removal, {{coding.document, 1}});
  now.codings.clear();
  now.history_texts.clear();
  EXPECT_EQ(Inverse(removed.events, now).error().code, ErrorCode::kNotFound);
}

TEST_F(TakenBack, LeavesACodeThatIsUsedByNow) {
  model::ChangeSet addition;
  addition.codes.push_back({std::nullopt, now.codebook.front(), -1, 0});
  const auto added = Record(addition, {});
  now.history_texts = added.history_texts;
  EXPECT_TRUE(Inverse(added.events, now));
  now.codings = {coding};
  EXPECT_EQ(Inverse(added.events, now).error().code, ErrorCode::kConflict);
}

TEST_F(TakenBack, LeavesACodingThatIsSpokenOfByNow) {
  Do();
  model::Memo memo;
  memo.id = model::MemoId("m");
  memo.about = model::MemoSubject::kCoding;
  memo.subject = coding.id.value;
  now.memos = {memo};
  EXPECT_EQ(Inverse(recorded.events, now).error().code, ErrorCode::kConflict);
  now.memos.clear();
  model::Adjudication adjudication;
  adjudication.id = model::AdjudicationId("a");
  adjudication.originals = {coding.id};
  now.adjudications = {adjudication};
  EXPECT_EQ(Inverse(recorded.events, now).error().code, ErrorCode::kConflict);
  now.adjudications.clear();
  EXPECT_TRUE(Inverse(recorded.events, now));
}

// What another program writes may have no letter in it, no hint, and an id that follows from it.
TEST_F(TakenBack, BringsBackWhatCameFromElsewhereAsItWas) {
  model::Document& document = now.documents.front();
  document.parts = {{model::PartKind::kParagraph, 0, {0, core::CountCodePoints(document.text)}, 0, {}}};
  coding.id = {};
  coding.range = {28, 29};
  coding.exact = ".";
  coding.hint.clear();
  changes.codings = {{std::nullopt, coding}};
  Do();
  const auto undo = Inverse(recorded.events, now).value();
  const auto removed = Record(undo, {{coding.document, 1}});
  now.codings.clear();
  now.history_texts = removed.history_texts;
  const auto redo = Inverse(removed.events, now);
  ASSERT_TRUE(redo) << redo.error().message;
  EXPECT_EQ(redo->codings.front().after->id, model::CodingId());
  EXPECT_EQ(redo->codings.front().after->exact, ".");
  EXPECT_EQ(redo->codings.front().after->hint, "");
}

// Whatever an act was, its inverse's inverse is the act.
TEST(Undo, OfAnUndoIsTheActForRandomStudies) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto study = random_study::Make(seed, 12);
    model::ChangeSet act;
    for (const auto& one : study.memos) act.memos.push_back({std::nullopt, one});
    for (const auto& one : study.assignments) act.assignments.push_back({one, std::nullopt});
    for (const auto& one : study.adjudications) act.adjudications.push_back({std::nullopt, one});
    for (const auto& one : study.decisions) {
      act.decisions.push_back({one, one});
      act.decisions.back().after->reason += " more";
    }
    const auto recorded = Record(act, {});
    Now now;
    now.history_texts = recorded.history_texts;
    now.memos = study.memos;
    now.adjudications = study.adjudications;
    for (const auto& one : act.decisions) now.decisions.push_back(*one.after);
    const auto undo = Inverse(recorded.events, now);
    ASSERT_TRUE(undo) << undo.error().message;
    const auto again = Record(*undo, {});
    Now before;
    before.history_texts = again.history_texts;
    before.assignments = study.assignments;
    before.decisions = study.decisions;
    const auto redo = Inverse(again.events, before);
    ASSERT_TRUE(redo) << redo.error().message;
    EXPECT_EQ(redo->memos, act.memos);
    EXPECT_EQ(redo->assignments, act.assignments);
    EXPECT_EQ(redo->adjudications, act.adjudications);
    EXPECT_EQ(redo->decisions, act.decisions);
    EXPECT_EQ(HistoryTextsNamedBy(recorded.events).size(), recorded.history_texts.size());
  }
}

}  // namespace
}  // namespace commonground::coding
