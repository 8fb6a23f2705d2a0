// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests that stored texts go with what they came from.

#include "coding/history/erase.h"

#include <gmock/gmock.h>

#include "coding/history/record.h"
#include "coding/history/undo.h"
#include "coding/passage.h"
#include "model/guids.h"

namespace commonground::coding {
namespace {

using model::EventAction;
using testing::AnyOf;
using testing::ElementsAre;
using testing::IsEmpty;

// An invented study of two cases, each with one document, and what people did to it.
class Erased : public ::testing::Test {
 protected:
  Erased() {
    for (const char* name : {"lamp", "river"}) {
      study.cases.push_back({model::OrganisationId(name), name, {}});
      model::Document& document = study.documents.emplace_back();
      document.id = model::DocumentId(std::string(name) + "/a.md");
      document.organisation = model::OrganisationId(name);
      document.text = std::string("The police came twice. We walked ") + name + " home.";
    }
  }

  // Records an act and does it to the study.
  void Do(model::ChangeSet changes) {
    const std::int64_t number = ++acts_;
    model::Recorded recorded = Record(changes, {});
    for (auto& event : recorded.events) {
      event.number = number;
      study.history.push_back(event);
    }
    study.history_texts.insert(study.history_texts.end(), recorded.history_texts.begin(), recorded.history_texts.end());
    const auto apply = [](const auto& all, auto& things) {
      for (const auto& change : all) {
        if (change.before) std::erase_if(things, [&](const auto& one) { return one.id == change.before->id; });
        if (change.after) things.push_back(*change.after);
      }
    };
    apply(changes.codes, study.codebook);
    apply(changes.codings, study.codings);
    apply(changes.memos, study.memos);
  }
  void DoInVivo(const std::string& code, std::size_t document, EventAction action = EventAction::kApply) {
    model::ChangeSet changes;
    changes.action = action;
    model::Code own;
    own.id = model::CodeId(code);
    own.label = "The police came twice.";
    model::Coding coding;
    coding.code = own.id;
    coding.coder = model::CoderId("ada");
    ASSERT_TRUE(Place(study.documents[document], {0, 22}, coding));
    coding.id = model::IdOf(coding);
    changes.codes.push_back({std::nullopt, own, -1, 0});
    changes.codings.push_back({std::nullopt, coding});
    Do(changes);
  }
  model::Memo Note(const std::string& id, model::MemoSubject about, const std::string& subject,
                   const std::string& text) {
    model::Memo memo;
    memo.id = model::MemoId(id);
    memo.about = about;
    memo.subject = subject;
    if (about == model::MemoSubject::kDocument) memo.document = model::DocumentId(subject);
    memo.text = text;
    return memo;
  }
  void Write(std::optional<model::Memo> before, std::optional<model::Memo> after) {
    model::ChangeSet changes;
    changes.action = EventAction::kMemo;
    changes.memos.push_back({std::move(before), std::move(after)});
    Do(changes);
  }
  void TakeOut(const std::string& name) {
    std::erase_if(study.documents, [&](const auto& one) { return one.organisation.value == name; });
    std::erase_if(study.cases, [&](const auto& one) { return one.organisation.value == name; });
    std::erase_if(study.codings, [&](const auto& one) { return one.document.value.starts_with(name); });
  }
  void Withdraw(const std::string& subject) {
    model::Consent consent;
    consent.subject = subject;
    consent.scope = model::ConsentScope::kAnalyse;
    consent.withdrawn = core::Date::Parse("2999-01-01").value();  // whatever the day
    study.consents.push_back(consent);
  }
  std::vector<std::string> Texts() const {
    std::vector<std::string> texts;
    for (const auto& one : study.history_texts) texts.push_back(one.text);
    return texts;
  }

  model::Study study;

 private:
  std::int64_t acts_ = 0;
};

TEST_F(Erased, NothingGoesWhileAllIsThere) {
  DoInVivo("C1", 0);
  Write({}, Note("n", model::MemoSubject::kCase, "lamp", "Ask Lamp about May"));
  const model::Study before = study;
  EXPECT_EQ(EraseWords(study, Older::kKeep).history_texts, 0);
  EXPECT_EQ(study, before);
}

// Also of one that somebody took away before: nothing of it is in the study any more, but the history could bring it
// back.
TEST_F(Erased, AChapterOnACaseGoesWithTheCase) {
  for (const char* name : {"lamp", "river"}) {
    const model::Chapter chapter{model::ChapterId(std::string("case-") + name), std::string("All about ") + name};
    for (const bool is_taken_out : {false, true}) {
      model::PlacedChange<model::Chapter> change;
      (is_taken_out ? change.before : change.after) = chapter;
      model::ChangeSet changes;
      changes.action = is_taken_out ? EventAction::kTakeOut : EventAction::kAdd;
      changes.facts.Of<model::Chapter>().push_back(change);
      Do(changes);
    }
  }
  for (const char* name : {"lamp", "river"}) study.organisations.emplace_back().id = model::OrganisationId(name);
  EXPECT_THAT(Texts(), testing::Contains(testing::HasSubstr("All about lamp")));
  Withdraw("lamp");
  EXPECT_EQ(EraseWords(study, Older::kKeep).history_texts, 2);
  EXPECT_THAT(Texts(), testing::Each(testing::Not(testing::HasSubstr("lamp"))));
  EXPECT_THAT(Texts(), testing::Contains(testing::HasSubstr("All about river")));
}

TEST_F(Erased, ANoteOnACaseGoesWithTheCase) {
  const auto note = Note("n", model::MemoSubject::kCase, "lamp", "Lamp hides in the old mill");
  Write({}, note);
  auto later = note;
  later.text = "Ask them again";
  Write(note, later);
  Write({}, Note("m", model::MemoSubject::kCase, "river", "River is fine"));
  const model::Study before = study;
  Withdraw("lamp");
  EraseWords(study, Older::kKeep);
  EXPECT_THAT(Texts(), ElementsAre("River is fine"));
  study = before;
  TakeOut("lamp");
  EraseWords(study, Older::kKeep);
  EXPECT_THAT(Texts(), ElementsAre("River is fine"));
}

TEST_F(Erased, TheLabelOfACodeMadeInVivoGoesWithItsDocument) {
  for (const char* how : {"taken out", "withdrawn", "organisation withdrawn"}) {
    study.codebook.clear();
    study.history.clear();
    study.history_texts.clear();
    study.consents.clear();
    DoInVivo("C1", 0);
    model::ChangeSet recolour;
    recolour.action = EventAction::kEditCode;
    auto other = study.codebook.front();
    other.colour = "#1b6ca8";
    other.definition = "What they say of the police";
    recolour.codes.push_back({study.codebook.front(), other, 0, 0});
    Do(recolour);
    const model::Study before = study;
    if (how == std::string("taken out")) {
      TakeOut("lamp");
    } else {
      Withdraw(how == std::string("withdrawn") ? "lamp/a.md" : "lamp");
    }
    const Erasure erasure = EraseWords(study, Older::kKeep);
    EXPECT_THAT(erasure.labels, ElementsAre(model::CodeId("C1"))) << how;
    EXPECT_EQ(study.codebook.front().label, "C1") << how;
    EXPECT_THAT(Texts(), ElementsAre("What they say of the police")) << how;
    study.cases = before.cases;
    study.documents = before.documents;
  }
}

TEST_F(Erased, ALabelThatAPersonWroteStays) {
  DoInVivo("C1", 0);
  model::ChangeSet rename;
  rename.action = EventAction::kEditCode;
  auto other = study.codebook.front();
  other.label = "Police";
  rename.codes.push_back({study.codebook.front(), other, 0, 0});
  Do(rename);
  TakeOut("lamp");
  EXPECT_THAT(EraseWords(study, Older::kKeep).labels, IsEmpty());
  EXPECT_EQ(study.codebook.front().label, "Police");
  EXPECT_THAT(Texts(), ElementsAre("Police"));
}

TEST_F(Erased, CodesOfAnImportAreNotInVivo) {
  DoInVivo("C1", 0, EventAction::kImportCodings);
  TakeOut("lamp");
  EXPECT_THAT(EraseWords(study, Older::kKeep).labels, IsEmpty());
}

TEST_F(Erased, WhatWasTakenOutPastTheHistoryGoes) {
  const auto note = Note("n", model::MemoSubject::kStudy, "", "Amina (invented) told us");
  Write({}, note);
  Write({}, Note("m", model::MemoSubject::kStudy, "", "stays"));
  const auto undone = Note("u", model::MemoSubject::kStudy, "", "taken back by an act, and may come back");
  Write({}, undone);
  Write(undone, {});
  std::erase_if(study.memos, [](const auto& one) { return one.id.value == "n"; });
  EraseWords(study, Older::kKeep);
  EXPECT_THAT(Texts(), testing::Each(AnyOf("stays", undone.text)));
  EXPECT_EQ(study.history_texts.size(), 3U);
}

TEST_F(Erased, ForgettingTakesAllButWhatLabelsSayNow) {
  DoInVivo("C1", 0);
  DoInVivo("C2", 1);
  study.documents[1].text = "They came twice. We walked home.";  // a word was taken out
  const auto note = Note("n", model::MemoSubject::kCase, "lamp", "older words");
  Write({}, note);
  auto later = note;
  later.text = "newer words";
  Write(note, later);
  const Erasure erasure = EraseWords(study, Older::kForget);
  EXPECT_THAT(erasure.labels, ElementsAre(model::CodeId("C2")));
  EXPECT_THAT(Texts(), ElementsAre("The police came twice."));
  EXPECT_EQ(study.memos.front().text, "newer words");
  TakeOut("lamp");
  EraseWords(study, Older::kKeep);
  EXPECT_THAT(Texts(), IsEmpty()) << "and that is still known";
  EXPECT_EQ(study.codebook.front().label, "C1");
}

}  // namespace
}  // namespace commonground::coding
