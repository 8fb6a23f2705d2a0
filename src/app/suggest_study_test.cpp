// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Suggestions and screening, asked of what a file and a database give back.
#include "app/suggest_study.h"
#include "app/apply_edit.h"

#include <gmock/gmock.h>

#include "app/screen_study.h"
#include "app/search_study.h"
#include "core/moment.h"
#include "core/text_range.h"
#include "store/test_place.h"

namespace commonground::app {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const core::Moment kNow = core::Moment::Parse("2026-11-25T14:00:00Z").value();
const EditContext kBen{model::CoderId("ben"), kNow};

// One organisation, two documents of four paragraphs; two codings of "police", by ana.
class SuggestStudy : public store::KeptTest {
 protected:
  SuggestStudy() {
    study_.settings.title = "Invented";
    model::Organisation lamp;
    lamp.id = model::OrganisationId("lamp");
    study_.organisations.push_back(lamp);
    study_.codebook.push_back({model::CodeId("B"), {}, model::CodeKind::kBarrier, "Law", "", "", {}});
    study_.codebook.push_back(
        {model::CodeId("B.1"), model::CodeId("B"), model::CodeKind::kBarrier, "Police raids", "", "", {}});
    AddDocument("lamp/a.md", "en",
                "Police raided the drop-in centre twice.\n\nAfter the raids by police, clients stayed away.\n\n"
                "We grow vegetables behind the drop-in centre.\n\nThe choir meets twice a week.");
    AddDocument("lamp/b.md", "en",
                "The choir sings for our clients.\n\nOfficers of the police came, and a raid followed.\n\n"
                "Vegetables are sold at the market.\n\nTwo police officers asked for money at the market.");
    AddDocument("lamp/c.md", "fr", "La police est venue deux fois.\n\nLa chorale chante.");
    model::Consent consent;
    consent.subject = "lamp";
    consent.scope = model::ConsentScope::kAnalyse;
    consent.given = core::Date::Parse("2026-01-01").value();
    study_.consents.push_back(consent);
    AddCoding("lamp/a.md", {0, 13}, "ana");
    AddCoding("lamp/a.md", {41, 60}, "ana");
    request_.code = model::CodeId("B.1");
    request_.language = "en";
    reader_ = Caller::Owner(model::CoderId("ben"));
  }

  void AddDocument(const char* id, const char* language, const char* text) {
    model::Document document;
    document.id = model::DocumentId(id);
    document.organisation = model::OrganisationId("lamp");
    document.title = id;
    document.language = language;
    document.text = text;
    study_.documents.push_back(document);
  }
  void AddCoding(const char* document, core::TextRange range, const char* coder) {
    model::Coding coding;
    coding.document = model::DocumentId(document);
    coding.range = range;
    const auto of = std::ranges::find(study_.documents, coding.document, &model::Document::id);
    coding.exact = core::TextIndex(std::string_view(of->text)).Slice(range).value();
    coding.code = model::CodeId("B.1");
    coding.coder = model::CoderId(coder);
    coding.status = model::CodingStatus::kSubmitted;
    study_.codings.push_back(coding);
  }
  void Assign(const char* document, const char* coder) {
    model::Assignment assignment;
    assignment.document = model::DocumentId(document);
    assignment.coder = model::CoderId(coder);
    study_.assignments.push_back(assignment);
  }
  // The study as its place gives it back.
  model::Study Stored() const {
    EXPECT_TRUE(store::SaveTo(place, study_));
    return store::LoadFrom(place).value();
  }
  void Do(const model::ChangeSet& changes) {
    EXPECT_TRUE(store::SaveTo(place, study_));
    auto kept = store::StudyStore::Open(place, store::OpenMode::kWrite).value();
    const auto act = ApplyEdit(kept, changes, kBen);
    EXPECT_TRUE(act) << act.error().message;
    study_ = store::LoadFrom(place).value();
  }
  std::vector<std::string> Texts() const {
    std::vector<std::string> texts;
    const auto answer = SuggestFrom(Stored(), request_, reader_, kNow.Day());
    for (const auto& one : answer.value().suggestions) texts.push_back(one.text);
    return texts;
  }

  model::Study study_;
  SuggestRequest request_;
  Caller reader_;
};

INSTANTIATE_TEST_SUITE_P(A, SuggestStudy, testing::Values(store::Kept::kInAFile, store::Kept::kInADatabase),
                         store::KeptName);

// As a study that an older program wrote, after its migration.
TEST_P(SuggestStudy, ASearchMakesAnIndexThatIsNotThereIfItMay) {
  if (in_a_file()) GTEST_SKIP() << "a file knows when somebody else took rows out of it";
  ASSERT_TRUE(store::SaveTo(place, study_));
  ASSERT_EQ(InTheDatabase("TRUNCATE commonground.passages, commonground.indexed_documents, commonground.vocabulary"),
            "");
  const core::SystemClock clock;
  const auto as = [&](const char* person, Role role) {
    return Workspace::Open(place.Shown(), {model::CoderId(person), role, {}}, Purpose::kWork, clock).value();
  };
  model::SearchRequest request;
  request.question = "vegetables";
  const auto told = SearchStudy(as("rita", Role::kResearcher), request);
  ASSERT_FALSE(told);
  EXPECT_EQ(told.error().hint.action, "reindex");
  const auto made = SearchStudy(as("lead", Role::kCoordinator), request);
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(made->total, 2);
  const auto found = SearchStudy(as("rita", Role::kResearcher), request);
  ASSERT_TRUE(found) << found.error().message;
}

TEST_P(SuggestStudy, RanksWhatNobodyHasCoded) {
  EXPECT_EQ(Texts().size(), 6U);
  Do(DecisionsOf(Stored(), request_, {{}, {"lamp/a.md:90-135", "lamp/a.md:137-166"}}, Caller::Owner(kBen.person),
                 kBen.now)
         .value());
  const auto answer = SuggestFrom(Stored(), request_, reader_, kNow.Day());
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->suggestions.size(), 4U);
  EXPECT_EQ(answer->suggestions[0].text, "Officers of the police came, and a raid followed.");
  EXPECT_EQ(answer->suggestions[0].suggestion.range, (core::TextRange{34, 83}));
  ASSERT_FALSE(answer->suggestions[0].suggestion.words.empty());
  EXPECT_EQ(answer->learnt.relevant, 2);
}

TEST_P(SuggestStudy, CountsTheCodesBelowWhenAsked) {
  request_.code = model::CodeId("B");
  EXPECT_EQ(SuggestFrom(Stored(), request_, reader_, kNow.Day())->learnt.relevant, 0);
  EXPECT_TRUE(SuggestFrom(Stored(), request_, reader_, kNow.Day())->learnt.described);
  request_.target = SuggestRequest::Target::kWithDescendants;
  EXPECT_EQ(SuggestFrom(Stored(), request_, reader_, kNow.Day())->learnt.relevant, 2);
}

TEST_P(SuggestStudy, ShowsNothingWithoutConsent) {
  request_.language.clear();
  study_.consents[0].withdrawn = core::Date::Parse("2026-02-01").value();
  const auto answer = SuggestFrom(Stored(), request_, reader_, kNow.Day());
  ASSERT_FALSE(answer);
  EXPECT_THAT(answer.error().message, HasSubstr("no consent"));
}

TEST_P(SuggestStudy, TellsNothingOfWhatOthersCodedWhileOneIsBlind) {
  Assign("lamp/a.md", "ben");
  EXPECT_THAT(Texts(), Contains("Police raided the drop-in centre twice.")) << "ben must not learn that ana coded it";
  EXPECT_EQ(SuggestFrom(Stored(), request_, reader_, kNow.Day())->learnt.relevant, 0);
  study_.assignments[0].state = model::AssignmentState::kSubmitted;
  EXPECT_THAT(Texts(), Not(Contains("Police raided the drop-in centre twice.")));
  Assign("lamp/a.md", "ana");
  EXPECT_THAT(Texts(), Contains("Police raided the drop-in centre twice.")) << "ana has not handed in";
  reader_ = Caller::Owner(model::CoderId("ana"));
  EXPECT_THAT(Texts(), Not(Contains("Police raided the drop-in centre twice.")));
}

TEST_P(SuggestStudy, KeepsDraftsOfOthersOut) {
  for (auto& coding : study_.codings) coding.status = model::CodingStatus::kDraft;
  EXPECT_EQ(SuggestFrom(Stored(), request_, reader_, kNow.Day())->learnt.relevant, 0);
  reader_ = Caller::Owner(model::CoderId("ana"));
  EXPECT_EQ(SuggestFrom(Stored(), request_, reader_, kNow.Day())->learnt.relevant, 2);
}

TEST_P(SuggestStudy, MakesACodingOfWhatIsAcceptedOnly) {
  const std::vector<std::string> listed = Texts();
  const auto changes = DecisionsOf(Stored(), request_, {{"1"}, {"3-4"}}, Caller::Owner(kBen.person), kBen.now);
  ASSERT_TRUE(changes) << changes.error().message;
  EXPECT_EQ(changes->action, model::EventAction::kDecide);
  ASSERT_EQ(changes->codings.size(), 1U);
  ASSERT_EQ(changes->decisions.size(), 3U);
  const model::Coding& made = changes->codings[0].after.value();
  EXPECT_EQ(made.exact, listed[0]);
  EXPECT_EQ(made.status, model::CodingStatus::kSubmitted);
  EXPECT_EQ(made.coder, model::CoderId("ben"));
  EXPECT_EQ(made.range, changes->decisions[0].after->range);
  EXPECT_EQ(changes->decisions[1].after->outcome, model::DecisionOutcome::kExcluded);

  Do(*changes);
  const auto answer = SuggestFrom(Stored(), request_, reader_, kNow.Day());
  EXPECT_EQ(answer->suggestions.size(), 3U);
  EXPECT_EQ(answer->learnt.relevant, 3);
  EXPECT_EQ(answer->learnt.not_relevant, 2);
  EXPECT_EQ(answer->left.decided, 3);
  EXPECT_EQ(answer->left.found, 3);
}

TEST_P(SuggestStudy, TakesAPlaceThatStaysTheSame) {
  const auto changes = DecisionsOf(Stored(), request_, {{}, {"lamp/b.md:34-83"}}, Caller::Owner(kBen.person), kBen.now);
  ASSERT_TRUE(changes) << changes.error().message;
  EXPECT_EQ(changes->decisions[0].after->range, (core::TextRange{34, 83}));
  Do(*changes);
  const auto again = DecisionsOf(Stored(), request_, {{"lamp/b.md:34-83"}, {}}, Caller::Owner(kBen.person), kBen.now);
  ASSERT_FALSE(again);
  EXPECT_THAT(again.error().message, HasSubstr("decided already"));
}

TEST_P(SuggestStudy, RefusesWhatItCannotMean) {
  const auto refused = [&](SuggestChoice choice) {
    return !DecisionsOf(Stored(), request_, choice, Caller::Owner(kBen.person), kBen.now).has_value();
  };
  EXPECT_TRUE(refused({{}, {}}));
  EXPECT_TRUE(refused({{"0"}, {}}));
  EXPECT_TRUE(refused({{"7"}, {}}));
  EXPECT_TRUE(refused({{"3-2"}, {}}));
  EXPECT_TRUE(refused({{"-1"}, {}}));
  EXPECT_TRUE(refused({{"99999999999999999999"}, {}}));
  EXPECT_TRUE(refused({{"1"}, {"1"}}));
  EXPECT_TRUE(refused({{"lamp/b.md:0-9"}, {}}));
  EXPECT_TRUE(refused({{"elsewhere:0-9"}, {}}));
  study_.codebook[1].retired = true;
  EXPECT_TRUE(refused({{"1"}, {}}));
}

TEST_P(SuggestStudy, MakesADraftWhereTheCoderHasStillToHandIn) {
  Assign("lamp/b.md", "ben");
  const auto changes = DecisionsOf(Stored(), request_, {{"lamp/b.md:34-83"}, {}}, Caller::Owner(kBen.person), kBen.now);
  ASSERT_TRUE(changes) << changes.error().message;
  EXPECT_EQ(changes->codings[0].after->status, model::CodingStatus::kDraft);
}

TEST_P(SuggestStudy, ForgetsADecisionWhoseTextChanged) {
  Do(DecisionsOf(Stored(), request_, {{}, {"lamp/b.md:34-83"}}, Caller::Owner(kBen.person), kBen.now).value());
  study_.documents[1].text = "New. " + study_.documents[1].text;
  EXPECT_EQ(SuggestFrom(Stored(), request_, reader_, kNow.Day())->learnt.not_relevant, 0);
}

TEST_P(SuggestStudy, LeavesHeadingsOut) {
  study_.documents[1].parts = {{model::PartKind::kHeading, 1, {0, 32}, 0, {}},
                               {model::PartKind::kParagraph, 0, {34, 83}, 0, {}}};
  EXPECT_THAT(Texts(), Not(Contains("The choir sings for our clients.")));
}

TEST_P(SuggestStudy, ScreensDocumentsWithReasons) {
  const auto decide = [&](const char* document, model::DecisionOutcome outcome, const char* reason) {
    const auto changes = DecisionAbout(Stored(), {document, outcome, reason}, Caller::Owner(kBen.person), kBen.now);
    ASSERT_TRUE(changes) << changes.error().message;
    Do(*changes);
  };
  decide("lamp/a.md", model::DecisionOutcome::kIncluded, "");
  decide("lamp/c.md", model::DecisionOutcome::kUnsure, "");
  decide("lamp/c.md", model::DecisionOutcome::kExcluded, "no programme described");
  const auto answer = ScreenFrom(Stored(), {}, Caller::Owner(), kNow.Day());
  ASSERT_TRUE(answer);
  EXPECT_EQ(study_.decisions.size(), 2U) << "the second takes the place of the first";
  EXPECT_EQ(answer->flow.documents, 3);
  EXPECT_EQ(answer->flow.included, 1);
  EXPECT_THAT(answer->flow.reasons, ElementsAre(model::ScreeningFlow::Reason{"no programme described", 1}));
  ASSERT_EQ(answer->documents.size(), 1U);
  EXPECT_EQ(answer->documents[0].suggestion.document, model::DocumentId("lamp/b.md"));
  EXPECT_EQ(answer->left.decided, 2);
}

TEST_P(SuggestStudy, WantsAReasonForLeavingADocumentOut) {
  const ScreenDecision decision{"lamp/a.md", model::DecisionOutcome::kExcluded, ""};
  EXPECT_FALSE(DecisionAbout(Stored(), decision, Caller::Owner(kBen.person), kBen.now));
  const ScreenDecision nowhere{"lamp/x.md", model::DecisionOutcome::kIncluded, ""};
  EXPECT_EQ(DecisionAbout(Stored(), nowhere, Caller::Owner(kBen.person), kBen.now).error().code,
            core::ErrorCode::kNotFound);
}

}  // namespace
}  // namespace commonground::app
