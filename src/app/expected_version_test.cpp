// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two people change one thing, and the second saw it as it was before; in a file and in a database.
#include "app/expected_version.h"

#include <gmock/gmock.h>

#include "app/codebook_study.h"
#include "app/codings_study.h"
#include "app/edit_coding.h"
#include "app/memo_study.h"
#include "app/undo_study.h"
#include "app/workspace_testutil.h"
#include "core/content_hash.h"
#include "store/test_place.h"

namespace commonground::app {
namespace {

using core::ErrorCode;
using model::CodeId;
using model::CodingStatus;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// What the hint names.
std::string VersionToGoOnFrom(const core::Error& error) {
  return error.hint.arguments.empty() ? "" : error.hint.arguments.front().second;
}

class SeenByTwo : public store::KeptTest {
 protected:
  void SetUp() override {
    KeptTest::SetUp();
    if (IsSkipped()) return;
    model::Organisation lamp;
    lamp.id = model::OrganisationId("lamp");
    lamp.name = "Lamp (invented)";
    lamp.region = model::RegionId("north");
    study.settings.title = "Invented";
    study.settings.invented = true;
    study.regions = {{model::RegionId("north"), "North", {}, 2}};
    study.organisations = {lamp};
    study.cases = {{lamp.id, {}, {}}};
    model::Document document;
    document.id = model::DocumentId("lamp/centre.md");
    document.organisation = lamp.id;
    document.title = "Centre";
    document.language = "en";
    document.text = "They opened a drop-in centre. The police came twice.";
    document.hash = core::ContentHash(document.text);
    study.documents = {document};
    model::Consent consent;
    consent.subject = "lamp";
    consent.given = core::Date::Parse("2020-01-01").value();
    study.consents = {consent};
    for (const char* id : {"A", "B", "C"}) {
      model::Code code;
      code.id = CodeId(id);
      code.label = id;
      study.codebook.push_back(code);
    }
    ASSERT_TRUE(store::SaveTo(place, study));
  }
  store::StudyStore Open() { return store::StudyStore::Open(place, store::OpenMode::kWrite).value(); }
  static EditContext As(const char* person) {
    static std::int64_t second = 1'790'000'000;
    return {model::CoderId(person), core::Moment::FromUnixSeconds(++second)};
  }
  model::Code Code(const char* id) {
    const auto codebook = Open().Codebook().value();
    return *std::ranges::find(codebook, CodeId(id), &model::Code::id);
  }
  std::string Version(const char* id) { return coding::VersionOf(Code(id)); }
  model::Study study;
};
INSTANTIATE_TEST_SUITE_P(A, SeenByTwo, ::testing::Values(store::Kept::kInAFile, store::Kept::kInADatabase),
                         store::KeptName);

TEST_P(SeenByTwo, KeepBothChangesOfDifferentFields) {
  auto store = Open();
  const std::string seen = Version("A");
  coding::CodeEdit bens;
  bens.definition = "a place to rest";
  ASSERT_TRUE(EditCode(Over(store, As("ben")), CodeId("A"), bens));
  coding::CodeEdit adas;
  adas.label = "Drop-in";
  const auto acted = EditCode(Over(store, As("ada")), {CodeId("A"), seen}, adas);
  ASSERT_TRUE(acted) << acted.error().message;
  EXPECT_THAT(acted->kept, ElementsAre("definition"));
  EXPECT_EQ(acted->version, Version("A"));
  EXPECT_EQ(Code("A").label, "Drop-in");
  EXPECT_EQ(Code("A").definition, "a place to rest");
  ASSERT_TRUE(UndoLast(Over(store, As("ada"))));  // hers only
  EXPECT_EQ(Code("A").definition, "a place to rest");
  EXPECT_EQ(Code("A").label, "A");
}

TEST_P(SeenByTwo, AreShownBothWhereTheyDiffer) {
  auto store = Open();
  const std::string seen = Version("A");
  coding::CodeEdit bens;
  bens.label = "Shelter";
  bens.kind = model::CodeKind::kPractice;
  ASSERT_TRUE(EditCode(Over(store, As("ben")), CodeId("A"), bens));
  coding::CodeEdit adas;
  adas.label = "Drop-in";
  adas.kind = model::CodeKind::kPractice;  // the same
  const auto before = store.HistoryEntries({}, 10).value();
  const auto refused = EditCode(Over(store, As("ada")), {CodeId("A"), seen}, adas);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  const std::string& said = refused.error().message;
  EXPECT_THAT(said, HasSubstr("you saw: A\n"));
  EXPECT_THAT(said, HasSubstr("now:     Shelter  (ben, "));
  EXPECT_THAT(said, HasSubstr("yours:   Drop-in\n"));
  EXPECT_EQ(VersionToGoOnFrom(refused.error()), Version("A"));
  EXPECT_THAT(said, ::testing::Not(HasSubstr("kind")));
  EXPECT_EQ(store.HistoryEntries({}, 10).value(), before);
  EXPECT_EQ(Code("A").label, "Shelter");
  ASSERT_TRUE(EditCode(Over(store, As("ada")), {CodeId("A"), Version("A")}, adas));  // decided
  EXPECT_EQ(Code("A").label, "Drop-in");
}

TEST_P(SeenByTwo, WriteNothingWhenBothWantTheSame) {
  auto store = Open();
  const std::string seen = Version("A");
  ASSERT_TRUE(RetireCode(Over(store, As("ben")), CodeId("A")));
  const auto acted = RetireCode(Over(store, As("ada")), {CodeId("A"), seen});
  ASSERT_TRUE(acted) << acted.error().message;
  EXPECT_EQ(acted->act, 0);
  EXPECT_EQ(store.HistoryEntries({}, 10).value().size(), 1U);
}

TEST_P(SeenByTwo, MoveACodeOnlyWhereNobodyElseMovedIt) {
  auto store = Open();
  const std::string seen = Version("A");
  coding::CodeEdit edit;
  edit.label = "Drop-in";
  ASSERT_TRUE(EditCode(Over(store, As("ben")), CodeId("A"), edit));
  ASSERT_TRUE(MoveCode(Over(store, As("ada")), {CodeId("A"), seen}, {CodeId("B"), {}}));
  EXPECT_EQ(Code("A").parent, CodeId("B"));
  EXPECT_EQ(Code("A").label, "Drop-in");
  const auto refused = MoveCode(Over(store, As("ben")), {CodeId("A"), seen}, {CodeId("C"), {}});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("parent\n"));
  // Among its siblings: what it says is the same, its place is not.
  ASSERT_TRUE(MoveCode(Over(store, As("ben")), {CodeId("C"), Version("C")}, {{}, CodeId("B")}));
  EXPECT_EQ(Open().Codebook().value().front().id, CodeId("C"));
}

TEST_P(SeenByTwo, SayThatACodeWasMergedMeanwhile) {
  auto store = Open();
  ASSERT_TRUE(RetireCode(Over(store, As("ben")), CodeId("A")));
  const std::string seen = Version("A");
  ASSERT_TRUE(RestoreCode(Over(store, As("ben")), CodeId("A")));
  ASSERT_TRUE(MergeCodes(Over(store, As("ben")), CodeId("A"), CodeId("B")));
  const auto refused = RestoreCode(Over(store, As("ada")), {CodeId("A"), seen});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  EXPECT_EQ(Code("A").merged_into, CodeId("B"));
}

TEST_P(SeenByTwo, AreToldWhenAnImportCameBetween) {
  auto store = Open();
  const std::string seen = Version("A");
  core::NoProgress progress;
  auto imported = store.Load(progress).value();
  imported.codebook.front().label = "From the folder";
  ASSERT_TRUE(store::SaveTo(place, imported));
  coding::CodeEdit edit;
  edit.label = "Drop-in";
  const auto refused = EditCode(Over(store, As("ada")), {CodeId("A"), seen}, edit);
  ASSERT_FALSE(refused);  // nobody noted what she saw
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  EXPECT_EQ(VersionToGoOnFrom(refused.error()), Version("A"));
  ASSERT_TRUE(EditCode(Over(store, As("ada")), {CodeId("A"), Version("A")}, edit));
}

TEST_P(SeenByTwo, ChangeTheStateAndTheNoteOfACoding) {
  auto store = Open();
  ApplyRequest request;
  request.document = study.documents.front().id;
  request.code = "A";
  request.range = core::TextRange{14, 28};
  const std::string name = ApplyCode(Over(store, As("ada")), request).value().codings.front();
  const auto coding = [&] { return ListCodings(Over(Open(), As("ada")), {}).value()[0].coding; };
  const std::string seen = coding::VersionOf(coding());
  ASSERT_TRUE(EditCoding(Over(store, As("ben")), {name, seen}, {CodingStatus::kAccepted, {}}));
  const auto acted = EditCoding(Over(store, As("ada")), {name, seen}, {{}, "see the minutes"});
  ASSERT_TRUE(acted) << acted.error().message;
  EXPECT_THAT(acted->kept, ElementsAre("status"));
  EXPECT_EQ(coding().status, CodingStatus::kAccepted);
  EXPECT_EQ(coding().memo, "see the minutes");
  EXPECT_EQ(acted->version, coding::VersionOf(coding()));
  const auto refused = EditCoding(Over(store, As("lead")), {name, seen}, {CodingStatus::kRejected, {}});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("now:     accepted  (ben, "));
  EXPECT_EQ(EditCoding(Over(store, As("ben")), name, {{}, "mine"}).error().code, ErrorCode::kInvalidInput);
}

TEST_P(SeenByTwo, DoNotCompareWithTextsThatWereErased) {
  auto store = Open();
  ApplyRequest request;
  request.document = study.documents.front().id;
  request.code = "A";
  request.range = core::TextRange{14, 28};
  request.memo = "unforgettable";
  const std::string name = ApplyCode(Over(store, As("ada")), request).value().codings.front();
  const auto coding = [&] { return ListCodings(Over(Open(), As("ada")), {}).value()[0].coding; };
  const std::string seen = coding::VersionOf(coding());
  ASSERT_TRUE(EditCoding(Over(store, As("ada")), name, {{}, "another"}));
  core::NoProgress progress;
  auto erased = store.Load(progress).value();
  erased.history_texts.clear();  // as an import does after a withdrawal
  ASSERT_TRUE(store::SaveTo(place, erased));
  const auto refused = EditCoding(Over(store, As("ada")), {name, seen}, {{}, "mine"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  EXPECT_THAT(refused.error().message, HasSubstr("erased"));
  EXPECT_EQ(VersionToGoOnFrom(refused.error()), coding::VersionOf(coding()));
}

TEST_P(SeenByTwo, RewriteANoteAndTakeItOutOnlyAsSeen) {
  auto store = Open();
  MemoRequest request;
  request.text = "first";
  ASSERT_TRUE(AddMemo(Over(store, As("ada")), request));
  const auto memo = [&] { return Open().Memos().value().front(); };
  const std::string seen = coding::VersionOf(memo());
  ASSERT_TRUE(RewriteMemo(Over(store, As("ada")), {memo().id.value, seen}, "second"));
  const auto refused = RewriteMemo(Over(store, As("ada")), {memo().id.value, seen}, "third");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("you saw: first\n"));
  EXPECT_THAT(RemoveMemo(Over(store, As("ada")), {memo().id.value, seen}).error().message,
              HasSubstr("now:     second"));
  EXPECT_EQ(memo().text, "second");
  ASSERT_TRUE(RemoveMemo(Over(store, As("ada")), {memo().id.value, coding::VersionOf(memo())}));
  EXPECT_THAT(Open().Memos().value(), IsEmpty());
}

// Somebody comes between looking and writing: it is put together again.
TEST_P(SeenByTwo, ArePutTogetherAgainWhenSomebodyComesBetween) {
  auto store = Open();
  const std::string seen = Version("A");
  int looked = 0;
  const auto prepare = [&]() -> core::Result<Prepared> {
    CG_ASSIGN_OR_RETURN(const auto codebook, store.Codebook());
    CG_ASSIGN_OR_RETURN(const auto combined, MergeEdit<model::Code>(store, codebook.front(), seen,
                                                                    [](model::Code& one) { one.label = "Drop-in"; }));
    if (++looked <= 2) {
      auto other = Open();
      coding::CodeEdit edit;
      edit.definition = "thought of " + std::to_string(looked);
      EXPECT_TRUE(EditCode(Over(other, As("ben")), CodeId("A"), edit));
    }
    Prepared prepared;
    prepared.changes.action = model::EventAction::kEditCode;
    prepared.changes.codes.push_back({codebook.front(), combined.thing, -1, -1});
    return prepared;
  };
  const auto acted = ActOnNow(store, As("ada"), seen, prepare);
  ASSERT_TRUE(acted) << acted.error().message;
  EXPECT_EQ(looked, 3);
  EXPECT_EQ(Code("A").label, "Drop-in");
  EXPECT_EQ(Code("A").definition, "thought of 2");
  looked = 0;
  EXPECT_EQ(ActOnNow(store, As("ada"), "", prepare).error().code, ErrorCode::kConflict);  // as without a version
}

}  // namespace
}  // namespace commonground::app
