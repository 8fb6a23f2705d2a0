// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Files that come in one at a time, as text: what a parser does is tested where the parsers are, and over HTTP.
#include "app/import/bring_in_document.h"

#include <gmock/gmock.h>

#include "app/history_study.h"
#include "app/undo_study.h"
#include "app/withdrawal/carry_out.h"
#include "app/workspace_testutil.h"
#include "core/content_hash.h"
#include "model/consent_subject.h"
#include "model/guids.h"
#include "store/test_place.h"

namespace commonground::app {
namespace {

using core::ErrorCode;
using testing::HasSubstr;

const core::Moment kNow = core::Moment::StartOf(*core::Date::Make(2026, 6, 1));
constexpr const char* kText = "They meet on Mondays. Police came twice. Nobody was paid.\n";

class BroughtIn : public store::KeptTest {
 protected:
  void SetUp() override {
    store::KeptTest::SetUp();
    if (IsSkipped()) return;
    model::Study study;
    study.settings.title = "Invented";
    study.settings.language = "en";
    study.settings.invented = true;
    study.regions.push_back({model::RegionId("north"), "North", {}, 2});
    study.codebook.push_back({model::CodeId("A"), {}, model::CodeKind::kOther, "A", {}, {}, {}});
    const model::OrganisationId lamp("lamp");
    study.organisations.push_back({lamp, "The Lamp", {}, {}, {}, {}, {}, {}});
    study.cases.push_back({lamp, {}, {}});
    model::Document document;
    document.id = model::DocumentId("lamp/a.txt");
    document.organisation = lamp;
    document.title = "a.txt";
    document.language = "en";
    document.text = kText;
    document.hash = core::ContentHash(kText);
    study.documents.push_back(document);
    model::Consent consent;
    consent.subject = "lamp/a.txt";
    consent.given = core::Date::Make(2025, 1, 1);
    consent.evidence = "in the drawer";
    study.consents.push_back(consent);
    for (const core::TextRange range : {core::TextRange{0, 21}, core::TextRange{22, 40}, core::TextRange{41, 57}}) {
      model::Coding coding;
      coding.document = document.id;
      coding.range = range;
      coding.exact = *core::TextIndex(document.text).Slice(range);
      coding.code = model::CodeId("A");
      coding.coder = model::CoderId("ada");
      study.codings.push_back(coding);
    }
    model::Memo memo;
    memo.id = model::MemoId("11111111-1111-4111-8111-111111111111");
    memo.about = model::MemoSubject::kCoding;
    memo.subject = model::IdOf(study.codings[1]).value;
    memo.document = document.id;
    memo.coder = model::CoderId("ada");
    memo.text = "ask again";
    study.memos.push_back(memo);
    ASSERT_TRUE(store::SaveTo(place, study));
    store_.emplace(store::StudyStore::Open(place, store::OpenMode::kWrite).value());
  }
  Workspace As(const char* person, Role role = Role::kCoordinator) {
    return Over(*store_, Caller{model::CoderId(person), role, {}}, kNow);
  }
  core::Result<DocumentBroughtIn> Add(const char* name, const char* text, const char* organisation = "lamp") {
    NewDocument given;
    given.file = {name, text};
    given.organisation = model::OrganisationId(organisation);
    return AddDocument(As("lead"), given, silent_);
  }
  core::Result<DocumentBroughtIn> Renew(const char* text, const char* seen = "1") {
    return BringInVersion(As("lead"), {{model::DocumentId("lamp/a.txt"), seen}, {"b.txt", text}}, silent_);
  }
  static NewVersion VersionOf(const char* text, LostAnswers answers = {}) {
    return {{model::DocumentId("lamp/a.txt"), "1"}, {"b.txt", text}, std::move(answers)};
  }
  // The words of two codings are gone; something like those of the second is there.
  static constexpr const char* kNearly = "They meet on Mondays. Police came, not twice. In May it rained hard.\n";
  model::Study Now() { return store_->Load(silent_).value(); }

  core::NoProgress silent_;
  std::optional<store::StudyStore> store_;
};

// What people made of passages of the text: two quotations, a translation and a consent that lose their words, and one
// of each that does not.
void MakeSomethingOf(model::Study& study) {
  study.chapters.push_back({model::ChapterId("introduction"),
                            "Read on.\n\n[[quote:lamp/a.txt|They meet]]\n\n[[quote:lamp/a.txt|Police came]]\n\n"
                            "[[quote:lamp/a.txt|Never said]]\n\n[[quote:lamp/other.txt|Nobody was]]\n"});
  model::Finding& finding = study.findings.emplace_back();
  finding.id = model::FindingId("hours");
  finding.statement = "Hours are kept.";
  finding.codes = {model::CodeId("A")};
  finding.cases_for = {model::OrganisationId("lamp")};
  finding.text = "[[quote:lamp/a.txt|Nobody was]]\n";
  for (const char* words : {"Nobody was paid.", "They meet on Mondays."}) {
    study.translations.push_back({model::DocumentId("lamp/a.txt"), words, "fr", "Traduit.", "a board member", {}});
  }
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    model::Consent& consent = study.consents.emplace_back();
    consent.subject = model::SubjectOf(model::DocumentId("lamp/a.txt"), model::IdOf(study.codings[i]));
    consent.scope = model::ConsentScope::kQuote;
    consent.withdrawn = core::Date::Make(2026, 1, 1);
  }
}

INSTANTIATE_TEST_SUITE_P(A, BroughtIn, testing::Values(store::Kept::kInAFile, store::Kept::kInADatabase),
                         store::KeptName);

TEST_P(BroughtIn, IsATextOfItsOrganisationWithItsConsent) {
  NewDocument given;
  given.file = {"Été, notes.md", "# Notes\n\nWe counted the members of the committee in the spring of that year.\n"};
  given.organisation = model::OrganisationId("lamp");
  given.consent = ConsentWithFile{{model::ConsentScope::kAnalyse, model::ConsentScope::kQuote}, {}, {}, "form 12"};
  const auto came = AddDocument(As("lead"), given, silent_);
  ASSERT_TRUE(came) << came.error().message;
  EXPECT_EQ(came->document.value, "lamp/Ete-notes.md");
  EXPECT_EQ(came->title, "Été, notes.md");
  EXPECT_EQ(came->language, "en");
  EXPECT_EQ(came->paragraphs, 2);
  EXPECT_TRUE(came->changed);
  EXPECT_TRUE(came->may_be_read);
  const model::Study now = Now();
  ASSERT_EQ(now.documents.size(), 2U);
  EXPECT_EQ(now.documents[0].id, came->document);  // in the study's order
  EXPECT_EQ(now.consents.size(), 3U);
  EXPECT_EQ(now.codings.size(), 3U);
  // It is in the history, and not taken back by an undo.
  const auto acts = ActsSeen(As("lead"), {}, 10).value();
  ASSERT_EQ(acts.size(), 1U);
  EXPECT_EQ(acts[0].action, model::EventAction::kImport);
  EXPECT_FALSE(NextUndoRedo(*store_, model::CoderId("lead")).value().undo);
}

TEST_P(BroughtIn, IsReadByNobodyWithoutConsent) {
  const auto came = Add("new.txt", "Words that nobody agreed to.");
  ASSERT_TRUE(came) << came.error().message;
  EXPECT_FALSE(came->may_be_read);
  EXPECT_TRUE(ActsSeen(As("lead"), {}, 10).value().empty());
}

TEST_P(BroughtIn, SentTwiceIsThereOnce) {
  ASSERT_TRUE(Add("new.txt", "The same words."));
  const auto again = Add("new.txt", "The same words.");
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_FALSE(again->changed);
  EXPECT_EQ(Now().documents.size(), 2U);
  const auto other = Add("NEW.txt", "Other words.");
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::kConflict);
  EXPECT_EQ(other.error().where, "lamp/new.txt");
}

TEST_P(BroughtIn, LooksAtANewVersionAndChangesNothing) {
  const model::Study before = Now();
  const auto look = LookAtVersion(As("lead"), VersionOf(kNearly), silent_);
  ASSERT_TRUE(look) << look.error().message;
  EXPECT_TRUE(look->changed);
  EXPECT_EQ(look->version, 2);
  ASSERT_TRUE(look->moves);
  EXPECT_EQ(look->moves->kept, 1);
  EXPECT_EQ(look->moves->orphaned, 2);
  ASSERT_EQ(look->lost.seen.size(), 2U);
  EXPECT_EQ(look->lost.unseen, 0);
  const LostCoding& near = look->lost.seen[0];
  EXPECT_EQ(near.coding.exact, "Police came twice.");
  ASSERT_TRUE(near.nearest);
  EXPECT_EQ(*core::TextIndex(std::string_view(kNearly)).Slice(*near.nearest), "Police came, not twice.");
  EXPECT_FALSE(look->lost.seen[1].nearest);
  ASSERT_EQ(look->lost.seen[1].was.size(), 1U);
  EXPECT_EQ(look->lost.seen[1].was[0].words, "Nobody was paid.");
  EXPECT_TRUE(Now() == before);
  EXPECT_TRUE(ActsSeen(As("lead"), {}, 10).value().empty());
}

TEST_P(BroughtIn, PutsLostCodingsWhereItIsAnswered) {
  const auto look = LookAtVersion(As("lead"), VersionOf(kNearly), silent_);
  ASSERT_TRUE(look) << look.error().message;
  ASSERT_EQ(look->lost.seen.size(), 2U);
  using What = LostAnswers::What;
  LostAnswers answers;
  answers.others = LostAnswers::Others::kAsk;
  answers.ones.push_back({look->lost.seen[0].coding.id, What::kPutThere, look->lost.seen[0].nearest});
  const model::Study before = Now();
  // One has no answer yet.
  auto refused = BringInVersion(As("lead"), VersionOf(kNearly, answers), silent_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  EXPECT_TRUE(Now() == before);
  answers.ones.push_back({look->lost.seen[1].coding.id, What::kLetGo, {}});
  // Other words than were shown.
  LostAnswers elsewhere = answers;
  elsewhere.ones[0].at = core::TextRange{0, 4};
  refused = BringInVersion(As("lead"), VersionOf(kNearly, elsewhere), silent_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  EXPECT_TRUE(Now() == before);
  const auto came = BringInVersion(As("lead"), VersionOf(kNearly, answers), silent_);
  ASSERT_TRUE(came) << came.error().message;
  EXPECT_EQ(came->moves->edited, 1);
  EXPECT_EQ(came->moves->orphaned, 1);
  const model::Study now = Now();
  ASSERT_EQ(now.codings.size(), 2U);
  EXPECT_EQ(now.codings[1].exact, "Police came, not twice.");
  EXPECT_EQ(now.codings[1].id, model::CodingId(now.memos[0].subject));  // its memo goes with it
  ASSERT_EQ(now.orphans.size(), 1U);
  EXPECT_EQ(now.orphans[0].coding.exact, "Nobody was paid.");
}

TEST_P(BroughtIn, LetsLostCodingsGoThatNobodyAnsweredFor) {
  const auto came = BringInVersion(As("lead"), VersionOf(kNearly), silent_);
  ASSERT_TRUE(came) << came.error().message;
  EXPECT_EQ(came->moves->orphaned, 2);
  EXPECT_EQ(Now().orphans.size(), 2U);
}

// Who codes blind is not shown, and neither are drafts: told by number, and nobody can answer for them.
TEST_P(BroughtIn, DoesNotShowLostCodingsOfBlindWork) {
  model::Study study = Now();
  for (auto& one : study.codings) one.status = model::CodingStatus::kSubmitted;
  study.codings[2].status = model::CodingStatus::kDraft;
  study.codings[1].status = model::CodingStatus::kAccepted;
  MakeSomethingOf(study);
  ASSERT_TRUE(store::SaveTo(place, study));
  auto look = LookAtVersion(As("lead"), VersionOf(kNearly), silent_);
  ASSERT_TRUE(look) << look.error().message;
  EXPECT_EQ(look->lost.seen.size(), 1U);
  EXPECT_EQ(look->lost.unseen, 1);
  EXPECT_EQ(look->rests.quotes.size(), 1U);
  EXPECT_EQ(look->rests.findings.size(), 1U);
  model::Assignment& given = study.assignments.emplace_back();
  given.id = model::AssignmentId("22222222-2222-4222-8222-222222222222");
  given.document = model::DocumentId("lamp/a.txt");
  given.coder = model::CoderId("ada");
  ASSERT_TRUE(store::SaveTo(place, study));
  look = LookAtVersion(As("lead"), VersionOf(kNearly), silent_);
  ASSERT_TRUE(look) << look.error().message;
  EXPECT_TRUE(look->lost.seen.empty());
  EXPECT_EQ(look->lost.unseen, 2);
  EXPECT_TRUE(look->rests.findings.empty() && look->rests.quotes.empty());
  EXPECT_EQ(look->moves->orphaned, 2);
}

TEST_P(BroughtIn, SaysWhatRestsOnWhatLosesItsWords) {
  model::Study study = Now();
  MakeSomethingOf(study);
  ASSERT_TRUE(store::SaveTo(place, study));
  const model::CodingId police = model::IdOf(study.codings[1]);
  const model::CodingId nobody = model::IdOf(study.codings[2]);
  const auto look = LookAtVersion(As("lead"), VersionOf(kNearly), silent_);
  ASSERT_TRUE(look) << look.error().message;
  const RestsOnLost& rests = look->rests;
  ASSERT_EQ(rests.quotes.size(), 2U);
  EXPECT_EQ(rests.quotes[0], (RestsOnLost::Quote{"chapter", "introduction", 5, "Police came", {police}}));
  EXPECT_EQ(rests.quotes[1], (RestsOnLost::Quote{"finding", "hours", 1, "Nobody was", {}}));
  ASSERT_EQ(rests.findings.size(), 1U);
  EXPECT_EQ(rests.findings[0], (RestsOnLost::OfFinding{model::FindingId("hours"), {police, nobody}, {}, 1, 0}));
  ASSERT_EQ(rests.translations.size(), 1U);
  EXPECT_EQ(rests.translations[0].exact, "Nobody was paid.");
  ASSERT_EQ(rests.consents.size(), 1U);
  EXPECT_EQ(rests.consents[0].coding, police);
  EXPECT_TRUE(rests.consents[0].refused);
  // Put on the nearest words, the quotation is placed again, and the finding and the consent keep their passage.
  LostAnswers answers;
  answers.ones.push_back({police, LostAnswers::What::kPutThere, {}});
  const auto came = BringInVersion(As("lead"), VersionOf(kNearly, answers), silent_);
  ASSERT_TRUE(came) << came.error().message;
  ASSERT_EQ(came->rests.quotes.size(), 1U);
  EXPECT_EQ(came->rests.quotes[0].id, "hours");
  EXPECT_EQ(came->rests.findings[0], (RestsOnLost::OfFinding{model::FindingId("hours"), {nobody}, {}, 2, 0}));
  EXPECT_TRUE(came->rests.consents.empty());
}

// Passages against a finding are told apart; a code below one of its codes is under it.
TEST_P(BroughtIn, TellsPassagesAgainstAFindingApart) {
  model::Study study = Now();
  study.codebook.push_back({model::CodeId("A.1"), model::CodeId("A"), model::CodeKind::kOther, "A.1", {}, {}, {}});
  study.codings[2].code = model::CodeId("A.1");
  model::Finding& finding = study.findings.emplace_back();
  finding.id = model::FindingId("pay");
  finding.statement = "People are paid.";
  finding.codes = {model::CodeId("A")};
  finding.cases_against = {model::OrganisationId("lamp")};
  ASSERT_TRUE(store::SaveTo(place, study));
  const auto look = LookAtVersion(As("lead"), VersionOf(kNearly), silent_);
  ASSERT_TRUE(look) << look.error().message;
  ASSERT_EQ(look->rests.findings.size(), 1U);
  EXPECT_TRUE(look->rests.findings[0].lost_for.empty());
  EXPECT_EQ(look->rests.findings[0].lost_against.size(), 2U);
  EXPECT_EQ(look->rests.findings[0].left_against, 1);
}

// A text that says the same takes nothing from anybody.
TEST_P(BroughtIn, SaysNothingOfWhatKeepsItsWords) {
  model::Study study = Now();
  MakeSomethingOf(study);
  ASSERT_TRUE(store::SaveTo(place, study));
  const std::string more = std::string("It was said in May. ") + kText;
  const auto look = LookAtVersion(As("lead"), VersionOf(more.c_str()), silent_);
  ASSERT_TRUE(look) << look.error().message;
  EXPECT_EQ(look->moves->moved, 3);
  EXPECT_TRUE(look->rests.empty());
}

// What the newest text was taken from is written down where the id does not say it.
TEST_P(BroughtIn, RemembersAnotherKindOfFile) {
  NewVersion given = VersionOf("# They meet\n\nOn Mondays.\n");
  given.file.name = "b.MD";
  ASSERT_TRUE(BringInVersion(As("lead"), given, silent_));
  EXPECT_EQ(Now().documents[0].format, "md");
  given = VersionOf("They meet.\n");
  given.which.version = "2";
  ASSERT_TRUE(BringInVersion(As("lead"), given, silent_));
  EXPECT_EQ(Now().documents[0].format, "");
}

TEST_P(BroughtIn, NewVersionMovesCodingsAndKeepsTheirMemos) {
  const auto came = Renew("It was said in May. They meet on Mondays. Police came twice. Some were paid a little.\n");
  ASSERT_TRUE(came) << came.error().message;
  EXPECT_EQ(came->version, 2);
  ASSERT_TRUE(came->moves);
  EXPECT_EQ(came->moves->kept + came->moves->moved, 2);
  EXPECT_EQ(came->moves->edited + came->moves->orphaned, 1);
  const model::Study now = Now();
  ASSERT_EQ(now.old_versions.size(), 1U);
  EXPECT_EQ(now.old_versions[0].text, kText);
  const auto police = std::ranges::find(now.codings, std::string("Police came twice."), &model::Coding::exact);
  ASSERT_NE(police, now.codings.end());
  EXPECT_EQ(model::IdOf(*police).value, now.memos[0].subject);
  // The same once more changes nothing, whatever version was seen; another text by the old version is refused.
  const auto again = Renew("It was said in May. They meet on Mondays. Police came twice. Some were paid a little.\n");
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_FALSE(again->changed);
  const auto late = Renew("Something else.");
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::kConflict);
}

TEST_P(BroughtIn, RefusesWhatCannotBeAndChangesNothing) {
  const model::Study before = Now();
  struct Case {
    const char* name;
    std::string text;
    const char* organisation;
    ErrorCode code;
    const char* says;
  };
  const std::vector<Case> cases{
      {"a/b.txt", "x", "lamp", ErrorCode::kInvalidInput, "not a valid name of a file"},
      {"..", "x", "lamp", ErrorCode::kInvalidInput, "not a valid name of a file"},
      {"a\x01.txt", "x", "lamp", ErrorCode::kInvalidInput, "not a valid name of a file"},
      {"song.mp3", "x", "lamp", ErrorCode::kInvalidInput, "of this kind are not read"},
      {"none", "x", "lamp", ErrorCode::kInvalidInput, "of this kind are not read"},
      {"b.txt", "", "lamp", ErrorCode::kInvalidInput, "is empty"},
      {"b.txt", " \n\n ", "lamp", ErrorCode::kInvalidInput, "is empty"},
      {"b.txt", std::string("a\0b", 3), "lamp", ErrorCode::kInvalidInput, "Fix: "},
      {"b.txt", "\xff\xfe\x41", "lamp", ErrorCode::kInvalidInput, "Fix: "},
      {"b.txt", std::string(25'000'001, 'a'), "lamp", ErrorCode::kInvalidInput, "larger than 25 MB"},
      {"b.md", "It is said [@nowhere].", "lamp", ErrorCode::kInvalidInput, "nowhere"},
      {"b.txt", "x", "moth", ErrorCode::kNotFound, "no organisation"},
      {"b.txt", "x", "../lamp", ErrorCode::kNotFound, "no organisation"},
  };
  for (const Case& one : cases) {
    NewDocument given;
    given.file = {one.name, one.text};
    given.organisation = model::OrganisationId(one.organisation);
    const auto came = AddDocument(As("lead"), given, silent_);
    ASSERT_FALSE(came) << one.name << ": " << one.says;
    EXPECT_EQ(came.error().code, one.code) << came.error().message;
    EXPECT_THAT(came.error().message, HasSubstr(one.says));
  }
  NewDocument without_evidence;
  without_evidence.file = {"b.txt", "x"};
  without_evidence.organisation = model::OrganisationId("lamp");
  for (const char* blank : {"", " ", "\t\n", "\u00A0", "\u3000", "\u200B", "\uFEFF \u00AD"}) {
    without_evidence.consent = ConsentWithFile{{model::ConsentScope::kAnalyse}, {}, {}, blank};
    EXPECT_FALSE(AddDocument(As("lead"), without_evidence, silent_)) << blank;
  }
  without_evidence.consent =
      ConsentWithFile{{model::ConsentScope::kAnalyse}, model::ConsentBasis::kPublicSource, {}, "no-such-source"};
  EXPECT_FALSE(AddDocument(As("lead"), without_evidence, silent_));
  for (const Role role : {Role::kResearcher, Role::kReviewer, Role::kMember, Role::kReader}) {
    NewDocument given;
    given.file = {"b.txt", "x"};
    given.organisation = model::OrganisationId("lamp");
    EXPECT_EQ(AddDocument(As("ada", role), given, silent_).error().code, ErrorCode::kForbidden);
    EXPECT_EQ(LookAtVersion(As("ada", role), VersionOf("x"), silent_).error().code, ErrorCode::kForbidden);
    EXPECT_EQ(
        BringInVersion(As("ada", role), {{model::DocumentId("lamp/a.txt")}, {"b.txt", "x"}}, silent_).error().code,
        ErrorCode::kForbidden);
  }
  EXPECT_EQ(BringInVersion(As("lead"), {{model::DocumentId("lamp/none.txt")}, {"b.txt", "x"}}, silent_).error().code,
            ErrorCode::kNotFound);
  EXPECT_TRUE(Now() == before);
}

// A name that a folder takes for something else.
TEST_P(BroughtIn, IsCalledSoThatAFolderTakesItForAText) {
  EXPECT_EQ(Add("house.docx.txt", "Words of a house.").value().document.value, "lamp/house-docx.txt");
  EXPECT_EQ(Add("README.txt", "Words that a folder would pass over.").value().document.value, "lamp/text-README.txt");
  EXPECT_EQ(Add("notes.md.v2.txt", "Words of notes.").value().document.value, "lamp/notes-md-v2.txt");
}

TEST_P(BroughtIn, DoesNotComeBackOnceItWasWithdrawn) {
  ASSERT_TRUE(CarryOut(*store_, {{"lamp/a.txt", {model::ConsentScope::kAnalyse}, kNow.Day()}}, kNow, silent_));
  const auto came = Add("again.txt", kText);
  ASSERT_FALSE(came);
  EXPECT_EQ(came.error().code, ErrorCode::kNoConsent) << came.error().message;
  EXPECT_TRUE(Now().documents.empty());
}

}  // namespace
}  // namespace commonground::app
