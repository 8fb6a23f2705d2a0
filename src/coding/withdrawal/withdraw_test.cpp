// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a withdrawal takes out, what it leaves, and what brings it back.
#include "coding/withdrawal/withdraw.h"

#include <gmock/gmock.h>

#include "coding/withdrawal/withdrawal_list.h"
#include "core/content_hash.h"
#include "core/text_range.h"
#include "model/consent_subject.h"
#include "model/guids.h"

namespace commonground::coding {
namespace {

using model::ConsentScope;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* kSaid = "The constable took the lamp from the window and we sat in the dark.";
const std::string kSecret(64, '7');

core::Date Day(const char* text) {
  return core::Date::Parse(text).value();
}

// Invented: two organisations with a document each, a code, a finding and a chapter about both.
model::Study Invented() {
  model::Study study;
  study.settings.title = "Invented";
  model::Code code;
  code.id = model::CodeId("A");
  code.label = "Light";
  study.codebook.push_back(code);
  for (const char* id : {"lamp", "moth"}) {
    model::Organisation organisation;
    organisation.id = model::OrganisationId(id);
    study.organisations.push_back(organisation);
    study.cases.push_back({organisation.id, "A case", {}});
    model::Document& document = study.documents.emplace_back();
    document.id = model::DocumentId(std::string(id) + "/told.md");
    document.organisation = organisation.id;
    document.text = id == std::string("lamp") ? kSaid : "We went to the market in the morning, all of us together.";
    document.hash = core::ContentHash(document.text);
    model::Coding coding;
    coding.document = document.id;
    coding.code = code.id;
    coding.coder = model::CoderId("ada");
    coding.range = {0, 20};
    study.codings.push_back(coding);
    study.old_versions.push_back({document.id, 0, document.text + " Before."});
    for (const ConsentScope scope : {ConsentScope::kAnalyse, ConsentScope::kQuote}) {
      model::Consent consent;
      consent.subject = id;
      consent.scope = scope;
      consent.given = Day("2026-01-10");
      study.consents.push_back(consent);
    }
  }
  model::Finding finding;
  finding.id = model::FindingId("light");
  finding.statement = "Light is taken.";
  finding.codes = {code.id};
  finding.cases_for = {model::OrganisationId("lamp")};
  finding.text =
      "One said: \"The constable took the lamp from the window\", and more.\n[[quote:lamp/told.md|The const]]\nEnd.";
  study.findings.push_back(finding);
  finding.id = model::FindingId("both");
  finding.cases_for = {model::OrganisationId("lamp"), model::OrganisationId("moth")};
  finding.text = "Both.";
  study.findings.push_back(finding);
  model::Chapter chapter;
  chapter.id = model::ChapterId("case-lamp");
  chapter.text = "About the lamp.";
  study.chapters.push_back(chapter);
  chapter.id = model::ChapterId("case-lamp.fr");
  study.chapters.push_back(chapter);
  return study;
}

TEST(Withdraw, TakesTheCaseOutWithAllThatRestsOnIt) {
  model::Study study = Invented();
  const Removed removed = Withdraw(study, std::vector<Withdrawal>{{"lamp", AllScopes(), Day("2026-05-01")}});
  EXPECT_THAT(removed.documents, ElementsAre(model::DocumentId("lamp/told.md")));
  EXPECT_EQ(removed.codings, 1);
  EXPECT_EQ(removed.old_versions, 1);
  EXPECT_THAT(study.documents, SizeIs(1));
  EXPECT_THAT(study.codings, SizeIs(1));
  EXPECT_THAT(study.old_versions, SizeIs(1));
  EXPECT_THAT(study.cases, SizeIs(1));
  EXPECT_THAT(study.chapters, IsEmpty());
  EXPECT_THAT(study.findings[0].text, Not(HasSubstr("constable")));
  EXPECT_THAT(study.findings[0].text, Not(HasSubstr("quote:")));
  EXPECT_THAT(study.findings[0].text, HasSubstr("End."));
  for (const auto& consent : study.consents) EXPECT_EQ(consent.withdrawn.has_value(), consent.subject == "lamp");
}

TEST(Withdraw, NamesFindingsThatLoseTheirLastPassage) {
  model::Study study = Invented();
  const Removed removed =
      Withdraw(study, std::vector<Withdrawal>{{"lamp", {ConsentScope::kAnalyse}, Day("2026-05-01")}});
  ASSERT_THAT(removed.findings, SizeIs(2));
  EXPECT_EQ(removed.findings[0].id.value, "light");
  EXPECT_TRUE(removed.findings[0].without_evidence);
  EXPECT_TRUE(removed.findings[0].words_taken_out);
  EXPECT_EQ(removed.findings[1].passages, 1);
  EXPECT_EQ(removed.findings[1].left, 1);
  EXPECT_FALSE(removed.findings[1].without_evidence);
}

TEST(Withdraw, OfQuotesKeepsTheTextAndTakesTheQuotationsOut) {
  model::Study study = Invented();
  const Removed removed = Withdraw(study, std::vector<Withdrawal>{{"lamp", {ConsentScope::kQuote}, Day("2026-05-01")}});
  EXPECT_THAT(removed.documents, IsEmpty());
  EXPECT_THAT(study.documents, SizeIs(2));
  EXPECT_THAT(study.findings[0].text, Not(HasSubstr("constable")));
  EXPECT_EQ(removed.consents, 1);
}

// One passage: its words go from what people wrote, and from nowhere else.
TEST(Withdraw, OfOnePassageKeepsTheTextAndItsCoding) {
  model::Study study = Invented();
  study.documents[0].text += " Later we sat down and laughed about it for a long time.";
  study.codings[0].range = {0, core::CountCodePoints(kSaid)};
  study.codings[0].exact = kSaid;
  study.findings[0].text += "\nAnother: we sat down and laughed about it for a long time.";
  study.translations.push_back({});
  study.translations[0].document = study.documents[0].id;
  study.translations[0].exact = "took the lamp";
  study.translations[0].text = "prit la lampe";
  const std::string subject = model::SubjectOf(study.documents[0].id, model::IdOf(study.codings[0]));
  model::Study before = study;
  const Removed removed = Withdraw(study, std::vector<Withdrawal>{{subject, AllScopes(), Day("2026-05-01")}});
  EXPECT_THAT(removed.documents, IsEmpty());
  EXPECT_EQ(removed.codings, 0);
  EXPECT_EQ(removed.consents, 3) << "quote, summarise, translate: of a passage nothing else is said";
  EXPECT_EQ(removed.translations, 1);
  EXPECT_THAT(study.findings[0].text, Not(HasSubstr("constable")));
  EXPECT_THAT(study.findings[0].text, Not(HasSubstr("quote:")));
  EXPECT_THAT(study.findings[0].text, HasSubstr("laughed about it for a long time"));
  EXPECT_EQ(study.documents[0].text, before.documents[0].text);
  ASSERT_EQ(study.consents.size(), before.consents.size() + 3);
  for (const auto& consent : study.consents) EXPECT_EQ(consent.withdrawn.has_value(), consent.subject == subject);

  // The list brings it about again in a copy of yesterday, and once it is done it is done.
  WithdrawalList list(kSecret);
  list.Add(removed);
  EXPECT_THAT(list.Text(), HasSubstr("\np "));
  EXPECT_THAT(list.Text(), Not(HasSubstr("lamp")));
  const WithdrawalList read = WithdrawalList::Read(list.Text(), kSecret).value();
  const auto due = read.DueIn(before);
  ASSERT_THAT(due, SizeIs(3));
  EXPECT_EQ(due[0].subject, subject);
  Withdraw(before, due);
  EXPECT_EQ(before.findings, study.findings);
  EXPECT_EQ(before.translations, study.translations);
}

TEST(Withdraw, OfTheCaseTakesConsentsOfItsPassagesAlong) {
  model::Study study = Invented();
  model::Consent given;
  given.subject = model::SubjectOf(study.documents[0].id, model::IdOf(study.codings[0]));
  given.scope = ConsentScope::kQuote;
  given.given = Day("2026-01-10");
  study.consents.push_back(given);
  model::Study other = study;
  Withdraw(study, std::vector<Withdrawal>{{"lamp", {ConsentScope::kQuote}, Day("2026-05-01")}});
  EXPECT_TRUE(study.consents.back().withdrawn) << "a passage is of its case";
  Withdraw(other, std::vector<Withdrawal>{{"lamp", AllScopes(), Day("2026-05-01")}});
  for (const auto& one : other.consents)
    EXPECT_EQ(one.subject.find('#'), std::string::npos) << "gone with its document";
}

TEST(Withdraw, OfOneDocumentLeavesTheCase) {
  model::Study study = Invented();
  study.documents.push_back(study.documents[0]);
  study.documents.back().id = model::DocumentId("lamp/more.md");
  Withdraw(study, std::vector<Withdrawal>{{"lamp/told.md", {ConsentScope::kAnalyse}, Day("2026-05-01")}});
  EXPECT_THAT(study.documents, SizeIs(2));
  EXPECT_THAT(study.cases, SizeIs(2));
  EXPECT_THAT(study.findings[1].cases_for, SizeIs(2));
}

TEST(Withdraw, TwiceIsAsOnce) {
  model::Study once = Invented();
  const std::vector<Withdrawal> all{{"lamp", AllScopes(), Day("2026-05-01")}};
  Withdraw(once, all);
  model::Study twice = once;
  const Removed again = Withdraw(twice, all);
  EXPECT_EQ(once, twice);
  EXPECT_EQ(again.consents, 0);
  EXPECT_THAT(again.documents, IsEmpty());
}

TEST(Withdraw, OfAConsentThatBeginsTomorrowOrWithAClockSetBackHolds) {
  model::Study study = Invented();
  study.consents[0].given = Day("2026-05-02");
  WithdrawalList list(kSecret);
  list.Add(Withdraw(study, std::vector<Withdrawal>{{"lamp", {ConsentScope::kAnalyse}, Day("2020-01-01")}}));
  EXPECT_EQ(study.consents[0].withdrawn, Day("2026-05-02"));
  model::Study older = Invented();
  older.consents[0].given = Day("2026-05-02");
  EXPECT_THAT(list.DueIn(older), Not(IsEmpty()));
}

TEST(WithdrawalList, BringsAnOlderStudyToTheSame) {
  model::Study study = Invented();
  WithdrawalList list(kSecret);
  list.Add(Withdraw(study, std::vector<Withdrawal>{{"lamp", AllScopes(), Day("2026-05-01")}}));
  model::Study older = Invented();
  const auto read = WithdrawalList::Read(list.Text(), kSecret);
  ASSERT_TRUE(read) << read.error().message;
  Withdraw(older, read->DueIn(older));
  EXPECT_THAT(older.documents, SizeIs(1));
  EXPECT_EQ(older.findings, study.findings);
  // The same text under another name, and without its consents.
  model::Study renamed = Invented();
  renamed.documents[0].id = model::DocumentId("lamp/other-name.md");
  renamed.consents.clear();
  renamed.codings.clear();
  Withdraw(renamed, read->DueIn(renamed));
  EXPECT_THAT(renamed.documents, SizeIs(1));
}

TEST(WithdrawalList, LetsAConsentThatWasGivenAnewStand) {
  model::Study study = Invented();
  WithdrawalList list(kSecret);
  list.Add(Withdraw(study, std::vector<Withdrawal>{{"lamp", AllScopes(), Day("2026-05-01")}}));
  model::Study again = Invented();
  for (auto& consent : again.consents) consent.given = Day("2026-06-01");
  Withdraw(again, list.DueIn(again));
  EXPECT_THAT(again.documents, SizeIs(2));
}

TEST(WithdrawalList, TellsNothingAndStandsInNoOrder) {
  model::Study study = Invented();
  WithdrawalList list(kSecret);
  list.Add(Withdraw(study, std::vector<Withdrawal>{{"lamp", AllScopes(), Day("2026-05-01")}}));
  const std::string text = list.Text();
  for (const char* told : {"lamp", "told", "analyse", "2026", "constable"}) EXPECT_THAT(text, Not(HasSubstr(told)));
  EXPECT_EQ(WithdrawalList::Read(text, kSecret)->Text(), text);
}

TEST(WithdrawalList, OfAnotherStudyIsRefused) {
  model::Study study = Invented();
  WithdrawalList list(kSecret);
  list.Add(Withdraw(study, std::vector<Withdrawal>{{"lamp", AllScopes(), Day("2026-05-01")}}));
  const auto read = WithdrawalList::Read(list.Text(), std::string(64, '8'));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, core::ErrorCode::kInvalidInput);
  EXPECT_THAT(read.error().message, HasSubstr("another study"));
}

TEST(WithdrawalList, ThatWasCutOrChangedAnywhereIsRefused) {
  model::Study study = Invented();
  WithdrawalList list(kSecret);
  list.Add(Withdraw(study, std::vector<Withdrawal>{{"lamp", AllScopes(), Day("2026-05-01")}}));
  const std::string text = list.Text();
  for (std::size_t at = 0; at < text.size(); ++at) {
    EXPECT_TRUE(at == 0 || !WithdrawalList::Read(text.substr(0, at), kSecret)) << "cut at " << at;
    std::string changed = text;
    changed[at] = changed[at] == 'a' ? 'b' : 'a';
    EXPECT_FALSE(WithdrawalList::Read(changed, kSecret)) << "changed at " << at;
  }
  EXPECT_FALSE(WithdrawalList::Read(text + "x", kSecret));
  EXPECT_EQ(WithdrawalList::Read("commonground withdrawals 2\n", kSecret).error().code, core::ErrorCode::kNewerSchema);
}

}  // namespace
}  // namespace commonground::coding
