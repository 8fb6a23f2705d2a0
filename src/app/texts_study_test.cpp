// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The list of texts: what each role is told, and that its numbers are those of Compare coders.
#include "app/texts_study.h"

#include <gmock/gmock.h>

#include <map>

#include "app/adjudicate_study.h"
#include "app/workspace_testutil.h"
#include "core/content_hash.h"
#include "core/guid.h"
#include "core/text_range.h"
#include "random_study/random_study.h"
#include "store/test_place.h"

namespace commonground::app {
namespace {

using model::AssignmentState;
using model::CodingStatus;
using testing::ElementsAre;

const core::Moment kListedAt = core::Moment::StartOf(*core::Date::Make(2026, 6, 1));
constexpr const char* kToldWords = "They meet on Mondays.\n\nPolice came twice.\n\nNobody was paid.\n";

class TextsListed : public store::KeptTest {
 protected:
  void SetUp() override {
    store::KeptTest::SetUp();
    if (IsSkipped()) return;
    study_.settings.title = "Invented";
    study_.settings.language = "en";
    study_.settings.invented = true;
    study_.regions.push_back({model::RegionId("north"), "North", {}, 2});
    for (const char* id : {"A", "B"}) {
      study_.codebook.push_back({model::CodeId(id), {}, model::CodeKind::kOther, id, {}, {}, {}});
    }
    AddCase("lamp", {"blind.md", "differ.pdf", "done.docx", "nobody.jpg", "one.txt"});
    AddCase("shut", {"a.md"});
    study_.organisations[0].region = model::RegionId("north");
    model::Consent consent;
    consent.subject = "lamp";
    consent.given = core::Date::Make(2025, 1, 1);
    consent.evidence = "in the drawer";
    study_.consents.push_back(consent);
    Code("lamp/blind.md", "ada", {0, 21});
    Code("lamp/blind.md", "ben", {0, 21}, CodingStatus::kSubmitted);
    Give("lamp/blind.md", "ada", AssignmentState::kOpen);
    Give("lamp/blind.md", "ben", AssignmentState::kSubmitted);
    Code("lamp/differ.pdf", "ada", {0, 21}, CodingStatus::kSubmitted);
    Code("lamp/differ.pdf", "ada", {23, 41}, CodingStatus::kSubmitted);
    Give("lamp/differ.pdf", "ada", AssignmentState::kSubmitted);
    Give("lamp/differ.pdf", "ben", AssignmentState::kSubmitted);  // found nothing
    Code("lamp/done.docx", "ada", {0, 21}, CodingStatus::kAccepted);
    Code("lamp/done.docx", "ben", {0, 21}, CodingStatus::kAccepted);
    Code("lamp/one.txt", "ada", {0, 21}, CodingStatus::kAccepted);
    Code("lamp/one.txt", "cem", {0, 21});  // a draft that nobody was asked for
    ASSERT_TRUE(store::SaveTo(place, study_));
    store_.emplace(store::StudyStore::Open(place, store::OpenMode::kWrite).value());
  }
  void AddCase(const std::string& organisation, const std::vector<std::string>& names) {
    const model::OrganisationId id(organisation);
    study_.organisations.push_back({id, organisation, {}, {}, {}, {}, {}, {}});
    study_.cases.push_back({id, {}, {}});
    for (const std::string& name : names) {
      model::Document& one = study_.documents.emplace_back();
      one.id = model::DocumentId(organisation + "/" + name);
      one.organisation = id;
      one.title = name;
      one.language = "en";
      one.text = kToldWords;
      one.hash = core::ContentHash(one.text);
      if (!name.ends_with("docx") && !name.ends_with("pdf") && !name.ends_with("jpg")) continue;
      one.original_hash = core::ContentHash(name);
      for (const auto& [range, page, sureness] : {std::tuple{core::TextRange{0, 21}, 1, 99},
                                                  {core::TextRange{23, 41}, 2, 90},
                                                  {core::TextRange{43, 59}, 2, 96}}) {
        model::Part part;
        part.range = range;
        if (!name.ends_with("docx")) part.page = page;
        if (name.ends_with("jpg")) part.confidence = sureness;
        one.parts.push_back(part);
      }
    }
  }
  void Code(const char* document, const char* coder, core::TextRange range,
            CodingStatus status = CodingStatus::kDraft) {
    model::Coding& coding = study_.codings.emplace_back();
    coding.document = model::DocumentId(document);
    coding.range = range;
    coding.exact = *core::TextIndex(std::string_view(kToldWords)).Slice(range);
    coding.code = model::CodeId("A");
    coding.coder = model::CoderId(coder);
    coding.status = status;
  }
  void Give(const char* document, const char* coder, AssignmentState state) {
    model::Assignment& one = study_.assignments.emplace_back();
    one.id = model::AssignmentId(core::GuidOf(std::string(document) + coder));
    one.document = model::DocumentId(document);
    one.coder = model::CoderId(coder);
    one.given = kListedAt;
    one.state = state;
    if (state == AssignmentState::kSubmitted) one.submitted = kListedAt;
  }
  TextList Seen(const char* person, Role role, const char* organisation = "") {
    Caller caller{model::CoderId(person), role, model::OrganisationId(organisation)};
    const auto list = ListTexts(Over(*store_, caller, kListedAt));
    EXPECT_TRUE(list) << list.error().message;
    return list ? *list : TextList();
  }
  static std::string CodersOf(const ListedText& text) {
    std::string all;
    for (const TextCoder& one : text.coders) {
      all += one.coder.value + (one.assignment ? ":" + std::string(model::Word(*one.assignment)) : "") +
             (one.codings ? ":" + std::to_string(*one.codings) : "") + " ";
    }
    return all;
  }

  model::Study study_;
  std::optional<store::StudyStore> store_;
};

INSTANTIATE_TEST_SUITE_P(A, TextsListed, testing::Values(store::Kept::kInAFile, store::Kept::kInADatabase),
                         store::KeptName);

TEST_P(TextsListed, TellACoordinatorWhoCodesWhatAndNothingOfBlindWork) {
  const TextList list = Seen("lead", Role::kCoordinator);
  EXPECT_EQ(list.locked, 1);
  ASSERT_EQ(list.texts.size(), 5U);
  const auto& [blind, differ, done, nobody, one] =
      std::tie(list.texts[0], list.texts[1], list.texts[2], list.texts[3], list.texts[4]);
  EXPECT_EQ(blind.state, TextState::kBlind);
  EXPECT_EQ(CodersOf(blind), "ada:open ben:submitted:1 ");  // of ada's drafts not even how many
  EXPECT_EQ(differ.state, TextState::kToDecide);
  EXPECT_EQ(differ.to_decide, 2);
  EXPECT_EQ(CodersOf(differ), "ada:submitted:2 ben:submitted:0 ");
  EXPECT_EQ(done.state, TextState::kDone);
  EXPECT_EQ(nobody.state, TextState::kNobodyYet);
  EXPECT_EQ(CodersOf(nobody), "");
  EXPECT_EQ(one.state, TextState::kOne);
  EXPECT_EQ(CodersOf(one), "ada:1 ");  // a draft is seen by who made it
  EXPECT_EQ(differ.region, model::RegionId("north"));
}

TEST_P(TextsListed, TellWhatEachWasTakenFromAndHowSurelyItWasRead) {
  const TextList list = Seen("lead", Role::kCoordinator);
  ASSERT_EQ(list.texts.size(), 5U);
  EXPECT_EQ(list.texts[0].from, TextSource::kMarkdown);
  EXPECT_EQ(list.texts[1].from, TextSource::kPdf);
  EXPECT_EQ(list.texts[1].pages, 2);
  EXPECT_FALSE(list.texts[1].confidence);
  EXPECT_EQ(list.texts[2].from, TextSource::kWord);
  EXPECT_EQ(list.texts[2].pages, 0);
  EXPECT_EQ(list.texts[3].from, TextSource::kPhotograph);
  EXPECT_EQ(list.texts[3].confidence, 95);
  EXPECT_EQ(list.texts[3].least_sure, 90);
  EXPECT_EQ(list.texts[4].from, TextSource::kPlainText);
}

// A newer text that was read of another kind of file: as it was written down; blank, where it was not yet.
TEST_P(TextsListed, DoNotTakeTheirNameForWhatTheyCameFrom) {
  study_.documents[0].format = "odt";  // blind.md
  study_.documents[0].original_hash = core::ContentHash("x");
  study_.documents[4].original_hash = core::ContentHash("y");  // one.txt: of some file, and not said of which
  study_.documents[2].original_hash.clear();                   // done.docx: the text is the file
  ASSERT_TRUE(store::SaveTo(place, study_));
  const TextList list = Seen("lead", Role::kCoordinator);
  ASSERT_EQ(list.texts.size(), 5U);
  EXPECT_EQ(list.texts[0].from, TextSource::kOpenDocument);
  EXPECT_EQ(list.texts[4].from, std::nullopt);
  EXPECT_EQ(list.texts[2].from, std::nullopt);
}

TEST_P(TextsListed, TellACoderOfThemselvesAlone) {
  const TextList list = Seen("ada", Role::kResearcher);
  EXPECT_EQ(list.locked, 0);
  ASSERT_EQ(list.texts.size(), 5U);
  EXPECT_EQ(CodersOf(list.texts[0]), "ada:open:1 ");
  EXPECT_EQ(list.texts[0].state, TextState::kBlind);
  EXPECT_EQ(CodersOf(list.texts[1]), "ada:submitted:2 ");
  EXPECT_EQ(CodersOf(list.texts[3]), "");
  EXPECT_EQ(CodersOf(Seen("cem", Role::kResearcher).texts[4]), "cem:1 ");
  EXPECT_EQ(CodersOf(Seen("rev", Role::kReviewer).texts[1]), "");
}

TEST_P(TextsListed, TellAMemberOfItsOwnAndNothingOfTheWork) {
  const TextList list = Seen("own", Role::kMember, "lamp");
  ASSERT_EQ(list.texts.size(), 5U);
  EXPECT_EQ(list.locked, 0);
  for (const ListedText& text : list.texts) {
    EXPECT_EQ(text.state, std::nullopt);
    EXPECT_EQ(text.to_decide, 0);
    EXPECT_TRUE(text.coders.empty());
  }
  EXPECT_TRUE(Seen("other", Role::kMember, "shut").texts.empty());
  EXPECT_EQ(ListTexts(Over(*store_, Caller{model::CoderId("r"), Role::kReader, {}}, kListedAt)).error().code,
            core::ErrorCode::kForbidden);
}

// What somebody decided is not their own coding of the text.
TEST_P(TextsListed, DoNotCountWhatWasDecidedAsSomebodysWork) {
  AdjudicateRequest request;
  request.document = model::DocumentId("lamp/differ.pdf");
  request.decisions = {{model::CodeId("A"), {0, 21}, Adjudicated::Outcome::kStands}};
  request.why = "they do meet";
  ASSERT_TRUE(Adjudicate(Over(*store_, "lead", kListedAt), request));
  const TextList list = Seen("lead", Role::kCoordinator);
  EXPECT_EQ(list.texts[1].to_decide, 1);
  EXPECT_EQ(CodersOf(list.texts[1]), "ada:submitted:2 ben:submitted:0 ");
}

// Of whatever studies there are, what is to decide is what Compare coders has open.
TEST_P(TextsListed, HaveToDecideWhatCompareCodersHasOpen) {
  std::int64_t all = 0;
  for (std::uint64_t seed = 1; seed <= Rounds(12); ++seed) {
    model::Study study = random_study::Make(seed, 12);
    // All may be read, and nobody is at work.
    study.consents.clear();
    study.assignments.clear();
    for (const auto& one : study.organisations) {
      model::Consent& consent = study.consents.emplace_back();
      consent.subject = one.id.value;
      consent.given = core::Date::Make(2025, 1, 1);
      consent.evidence = "in the drawer";
    }
    for (auto& one : study.codings) one.status = CodingStatus::kAccepted;
    ASSERT_TRUE(store::SaveTo(place, study));
    const Workspace workspace = Over(*store_, "lead", kListedAt);
    core::NoProgress silent;
    const auto passages = ListDisagreements(workspace, {}, silent);
    ASSERT_TRUE(passages) << passages.error().message;
    std::map<model::DocumentId, std::int64_t> open;
    for (const auto& one : *passages) open[one.document] += one.is_open ? 1 : 0;
    const auto list = ListTexts(workspace);
    ASSERT_TRUE(list) << list.error().message;
    for (const ListedText& text : list->texts) {
      EXPECT_EQ(text.to_decide, open[text.document]) << seed << " " << text.document.value;
      all += text.to_decide;
    }
  }
  EXPECT_GT(all, 0);
}

}  // namespace
}  // namespace commonground::app
