// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Several people code one study: blind, with a history, and nothing of anybody's is lost.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "app/adjudicate_study.h"
#include "app/assign_study.h"
#include "app/codebook_study.h"
#include "app/codings_study.h"
#include "app/copy_study.h"
#include "app/exported_testutil.h"
#include "app/history_study.h"
#include "app/memo_study.h"
#include "app/open_study.h"
#include "app/search_study.h"
#include "app/undo_study.h"
#include "app/workspace_testutil.h"
#include "core/content_hash.h"

namespace commonground::app {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using model::CoderId;
using model::CodingStatus;
using model::DocumentId;

const DocumentId kCentre("lamp/centre.md");
const DocumentId kSecret("moth/secret.md");

class CodedTogether : public ::testing::Test {
 protected:
  CodedTogether() {
    folder = fs::temp_directory_path() / ("cg-coding-" + std::to_string(getpid()));
    fs::create_directories(folder);
    model::Study study;
    study.settings.title = "Invented";
    study.settings.invented = true;
    study.regions = {{model::RegionId("north"), "North", {}, 2}};
    for (const char* id : {"lamp", "moth"}) {
      model::Organisation one;
      one.id = model::OrganisationId(id);
      one.name = id;
      one.region = model::RegionId("north");
      study.organisations.push_back(one);
      study.cases.push_back({one.id, {}, {}});
    }
    const auto add = [&](const DocumentId& id, const char* text) {
      model::Document document;
      document.id = id;
      document.organisation = model::OrganisationId(id.value.substr(0, id.value.find('/')));
      document.title = id.value;
      document.language = "en";
      document.text = text;
      document.hash = core::ContentHash(text);
      study.documents.push_back(document);
    };
    add(kCentre, "They opened a drop-in centre. The police came twice. The police never came again.");
    add(kSecret, "Nobody may read this police file.");
    model::Consent consent;
    consent.subject = "lamp";
    consent.given = core::Date::Parse("2020-01-01").value();
    study.consents.push_back(consent);
    for (const char* id : {"A", "B"}) {
      model::Code code;
      code.id = model::CodeId(id);
      code.label = id;
      study.codebook.push_back(code);
    }
    core::NoProgress progress;
    auto saved =
        store::StudyStore::Open(store::StudyLocation(folder / "study.cg"), store::OpenMode::kCreateOrWrite).value();
    EXPECT_TRUE(saved.Save(study, {}, progress));
  }
  ~CodedTogether() override { fs::remove_all(folder); }

  store::StudyStore Open() {
    return store::StudyStore::Open(store::StudyLocation(folder / "study.cg"), store::OpenMode::kWrite).value();
  }
  static EditContext As(const char* person) {
    static std::int64_t second = 1'790'000'000;
    return {CoderId(person), core::Moment::FromUnixSeconds(++second)};
  }
  std::string Apply(const char* person, const char* code, core::TextRange range) {
    auto store = Open();
    ApplyRequest request;
    request.document = kCentre;
    request.code = code;
    request.range = range;
    const auto acted = ApplyCode(Over(store, As(person)), request);
    EXPECT_TRUE(acted) << acted.error().message;
    return acted ? acted->codings.front() : "";
  }
  std::vector<std::string> SeenBy(const char* person) {
    std::vector<std::string> seen;
    const auto lines = ListCodings(Over(Open(), As(person)), {}).value();
    for (const auto& line : lines) {
      seen.push_back(line.coding.coder.value + ":" + line.coding.code.value + ":" +
                     std::string(model::Word(line.coding.status)));
    }
    return seen;
  }
  fs::path folder;
};

TEST_F(CodedTogether, IsBlindUntilHandedIn) {
  auto store = Open();
  const std::vector<DocumentId> documents{kCentre};
  const std::vector<CoderId> coders{CoderId("ada"), CoderId("ben")};
  ASSERT_TRUE(Assign(Over(store, As("lead")), documents, coders));
  Apply("ada", "A", {0, 29});
  Apply("ben", "B", {30, 52});
  EXPECT_THAT(SeenBy("ada"), ::testing::ElementsAre("ada:A:draft"));
  EXPECT_THAT(SeenBy("ben"), ::testing::ElementsAre("ben:B:draft"));
  EXPECT_THAT(SeenBy("lead"), ::testing::IsEmpty());
  EXPECT_EQ(CodeTree(Over(store, As("lead"))).value()[0].own, 0);  // not even a number
  EXPECT_THAT(SeenBy(""), ::testing::IsEmpty());
  ASSERT_TRUE(Submit(Over(store, As("ada")), kCentre));
  EXPECT_THAT(SeenBy("ada"), ::testing::ElementsAre("ada:A:submitted"));  // ben has not handed in
  EXPECT_THAT(SeenBy("ben"), ::testing::ElementsAre("ben:B:draft"));      // and sees nothing of hers before he has
  EXPECT_THAT(SeenBy("lead"), ::testing::ElementsAre("ada:A:submitted"));
  EXPECT_EQ(ListAssignments(Over(store, As("ada"))).value()[1].codings, -1);
  ASSERT_TRUE(Submit(Over(store, As("ben")), kCentre));
  EXPECT_EQ(SeenBy("ada").size(), 2U);
  EXPECT_EQ(Submit(Over(store, As("ben")), kCentre).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(Submit(Over(store, As("eve")), kCentre).error().code, ErrorCode::kNotFound);
}

TEST_F(CodedTogether, IsNotFoundByCodeWhereSomebodyCodesBlind) {
  auto store = Open();
  const std::vector<std::string> names{Apply("ada", "A", {30, 52})};
  ASSERT_TRUE(ReviewCodings(Over(store, As("lead")), names, CodingStatus::kAccepted));
  core::NoProgress progress;
  ASSERT_TRUE(Open().Reindex(progress));
  const auto found = [&](std::vector<std::string> codes) {
    model::SearchRequest request;
    request.question = "police";
    request.codes = std::move(codes);
    return SearchStudy(Over(store, As("lead")), request).value().total;
  };
  ASSERT_EQ(found({"A"}), 1);
  const std::vector<DocumentId> documents{kCentre};
  const std::vector<CoderId> coders{CoderId("ben")};
  ASSERT_TRUE(Assign(Over(store, As("lead")), documents, coders));
  EXPECT_EQ(found({"A"}), 0);
  EXPECT_EQ(found({}), 1);  // words are no secret
  ASSERT_TRUE(Submit(Over(store, As("ben")), kCentre));
  EXPECT_EQ(found({"A"}), 1);
}

TEST_F(CodedTogether, TellsOfHiddenWorkNeitherInTheHistoryNorInNumbers) {
  auto store = Open();
  const std::vector<DocumentId> documents{kCentre};
  const std::vector<CoderId> coders{CoderId("ada"), CoderId("ben")};
  ASSERT_TRUE(Assign(Over(store, As("lead")), documents, coders));
  Apply("ada", "A", {0, 29});
  Apply("ben", "B", {30, 52});
  Apply("ben", "A", {30, 52});
  ApplyRequest in_vivo;
  in_vivo.document = kCentre;
  in_vivo.in_vivo = true;
  in_vivo.range = core::TextRange{53, 81};
  ASSERT_TRUE(ApplyCode(Over(store, As("ben")), in_vivo));
  const auto history = [&](const char* person, const char* by = "") {
    std::vector<std::string> told;
    const auto acts = ActsSeen(Over(store, As(person)), CoderId(by), 20).value();
    for (const auto& act : acts) {
      told.push_back(act.person.value + ":" + std::string(model::Word(act.action)) + ":" + std::to_string(act.things));
    }
    return told;
  };
  EXPECT_THAT(history("lead"), ::testing::ElementsAre("ben:add code:1", "lead:assign:2"));
  EXPECT_THAT(history("ada"), ::testing::ElementsAre("ben:add code:1", "ada:apply:1", "lead:assign:2"));
  EXPECT_THAT(history("ben", "ben"), ::testing::ElementsAre("ben:apply:2", "ben:apply:1", "ben:apply:1"));
  // What nobody but ada and ben sees moves as well, and is not counted.
  EXPECT_EQ(MergeCodes(Over(store, As("lead")), model::CodeId("A"), model::CodeId("B")).value().moved, 0);
  EXPECT_THAT(history("lead", "lead").front(), "lead:merge codes:1");
  EXPECT_THAT(history("ada").front(), "lead:merge codes:2");
  const auto undone = UndoLast(Over(store, As("lead")));
  ASSERT_TRUE(undone);
  EXPECT_EQ(SeenOfAct(Over(store, As("lead")), *undone).value().things, 1);
  ASSERT_TRUE(Submit(Over(store, As("ben")), kCentre));
  EXPECT_THAT(history("lead").front(), "ben:submit:4");
  EXPECT_THAT(history("ada").front(), "ben:submit:1");  // she sees that he has, as anybody does
  EXPECT_EQ(ActsSeen(Over(store, As("lead")), {}, 1).value().size(), 1U);
}

// A note about a coding is seen by whom sees the coding.
TEST_F(CodedTogether, HidesNotesAboutHiddenCodings) {
  auto store = Open();
  ApplyRequest request;
  request.document = kCentre;
  request.code = "A";
  request.range = core::TextRange{0, 29};
  request.status = CodingStatus::kDraft;
  const auto draft = ApplyCode(Over(store, As("ada")), request).value();
  MemoRequest memo;
  memo.about = model::MemoSubject::kCoding;
  memo.subject = draft.codings.front();
  memo.text = "not sure yet";
  ASSERT_TRUE(AddMemo(Over(store, As("ada")), memo));
  const auto found = [&](const char* person) { return FindMemos(Over(store, As(person)), "", {}).value().size(); };
  EXPECT_EQ(found("ada"), 1U);
  EXPECT_EQ(found("ben"), 0U);
  ASSERT_TRUE(ReviewCodings(Over(store, As("ada")), draft.codings, CodingStatus::kSubmitted));
  EXPECT_EQ(found("ben"), 1U);
  ASSERT_TRUE(RemoveCodings(Over(store, As("ada")), draft.codings));
  EXPECT_EQ(found("ben"), 0U);
  EXPECT_EQ(found("ada"), 1U);
}

TEST_F(CodedTogether, HidesWhatMayNotBeRead) {
  auto store = Open();
  ApplyRequest request;
  request.document = kSecret;
  request.code = "A";
  request.quote = "Nobody";
  EXPECT_EQ(ApplyCode(Over(store, As("ada")), request).error().code, ErrorCode::kNotFound);
  const std::vector<DocumentId> documents{kSecret};
  const std::vector<CoderId> coders{CoderId("ada")};
  EXPECT_EQ(Assign(Over(store, As("lead")), documents, coders).error().code, ErrorCode::kNotFound);
  model::SearchRequest question;
  question.question = "police";
  EXPECT_EQ(CodeBySearch(Over(store, As("ada")), question, model::CodeId("A")).value().codings.size(), 1U);
  MemoRequest memo;
  memo.about = model::MemoSubject::kDocument;
  memo.subject = kSecret.value;
  memo.text = "x";
  EXPECT_EQ(AddMemo(Over(store, As("ada")), memo).error().code, ErrorCode::kNotFound);
}

TEST_F(CodedTogether, TakesBackWithoutLimitAlsoAfterARestart) {
  core::NoProgress progress;
  const auto before = Open().Load(progress).value();
  for (int i = 0; i < 24; ++i) Apply("ada", i % 2 == 0 ? "A" : "B", {i / 2, i / 2 + 9});
  {
    auto store = Open();
    ASSERT_TRUE(MergeCodes(Over(store, As("ada")), model::CodeId("A"), model::CodeId("B")));
  }
  const auto after = Open().Load(progress).value();
  for (int i = 0; i < 25; ++i) {
    auto store = Open();
    const auto undone = UndoLast(Over(store, As("ada")));
    ASSERT_TRUE(undone) << i << undone.error().message;
  }
  auto store = Open();
  EXPECT_EQ(UndoLast(Over(store, As("ada"))).error().code, ErrorCode::kNotFound);
  auto now = store.Load(progress).value();
  EXPECT_EQ(now.codings, before.codings);
  EXPECT_EQ(now.codebook, before.codebook);
  for (int i = 0; i < 25; ++i) ASSERT_TRUE(RedoLast(Over(store, As("ada")))) << i;
  EXPECT_EQ(RedoLast(Over(store, As("ada"))).error().code, ErrorCode::kNotFound);
  now = store.Load(progress).value();
  EXPECT_EQ(now.codebook, after.codebook);
  EXPECT_THAT(now.codings, ::testing::UnorderedElementsAreArray(after.codings));
}

TEST_F(CodedTogether, LeavesWhatOthersDidSince) {
  const std::string coding = Apply("ada", "A", {0, 29});
  auto store = Open();
  const std::vector<std::string> names{coding};
  ASSERT_TRUE(ReviewCodings(Over(store, As("ben")), names, CodingStatus::kAccepted));
  EXPECT_EQ(UndoLast(Over(store, As("ada"))).error().code, ErrorCode::kConflict);
  EXPECT_EQ(RemoveCodings(Over(store, As("ben")), names).error().code, ErrorCode::kInvalidInput);
  ASSERT_TRUE(UndoLast(Over(store, As("ben"))));
  ASSERT_TRUE(UndoLast(Over(store, As("ada"))));
  EXPECT_TRUE(SeenBy("ada").empty());
}

TEST_F(CodedTogether, FindsQuotesAndMakesCodesOfWords) {
  auto store = Open();
  ApplyRequest request;
  request.document = kCentre;
  request.code = "A";
  request.quote = "a drop\u2010in centre";
  EXPECT_TRUE(ApplyCode(Over(store, As("ada")), request));
  EXPECT_EQ(ApplyCode(Over(store, As("ada")), request).error().code, ErrorCode::kInvalidInput);  // she did so already
  request.quote = "The police";
  EXPECT_EQ(ApplyCode(Over(store, As("ada")), request).error().code, ErrorCode::kInvalidInput);  // twice in the text
  request.quote = "";
  request.code = "";
  request.in_vivo = true;
  request.parent = model::CodeId("B");
  request.range = core::TextRange{53, 81};
  const auto acted = ApplyCode(Over(store, As("ada")), request).value();
  const auto tree = CodeTree(Over(store, As("ada"))).value();
  ASSERT_EQ(tree.size(), 3U);
  EXPECT_EQ(tree[2].code.label, "The police never came again.");
  EXPECT_EQ(tree[2].code.id, acted.code);
  EXPECT_EQ(tree[1].with_below, 1);
  ASSERT_TRUE(UndoLast(Over(store, As("ada"))));  // the coding and the code
  EXPECT_EQ(CodeTree(Over(store, As("ada"))).value().size(), 2U);
}

TEST_F(CodedTogether, DecidesWhereCodersDifferAndKeepsBoth) {
  Apply("ada", "A", {0, 29});
  const std::string bens = Apply("ben", "A", {5, 29});
  auto store = Open();
  const std::vector<std::string> names{bens};
  ASSERT_TRUE(ReviewCodings(Over(store, As("lead")), names, CodingStatus::kAccepted));
  ASSERT_TRUE(Adjudicate(Over(store, As("lead")),
                         {kCentre, {{model::CodeId("A"), {5, 28}, Adjudicated::Outcome::kStands}}, "the centre"}));
  EXPECT_THAT(SeenBy("lead"), ::testing::ElementsAre("ada:A:submitted", "lead:A:accepted", "ben:A:submitted"));
  core::NoProgress progress;
  const auto study = store.Load(progress).value();
  ASSERT_EQ(study.adjudications.size(), 1U);
  EXPECT_EQ(study.adjudications[0].originals.size(), 2U);
  EXPECT_EQ(study.adjudications[0].why, "the centre");
  EXPECT_EQ(
      Adjudicate(Over(store, As("lead")), {kCentre, {{model::CodeId("A"), {5, 28}, Adjudicated::Outcome::kFalls}}, ""})
          .error()
          .code,
      ErrorCode::kInvalidInput);
  ASSERT_TRUE(UndoLast(Over(store, As("lead"))));
  EXPECT_THAT(SeenBy("lead"), ::testing::ElementsAre("ada:A:submitted", "ben:A:accepted"));
}

TEST_F(CodedTogether, KeepsNotesThatCanBeFound) {
  auto store = Open();
  MemoRequest memo;
  memo.kind = model::MemoKind::kTheory;
  memo.text = "Trust comes BEFORE Services";
  ASSERT_TRUE(AddMemo(Over(store, As("ada")), memo));
  const auto find = [&](const char* words, std::optional<model::MemoKind> kind = {}) {
    return FindMemos(Over(store, As("ben")), words, kind).value().size();
  };
  EXPECT_EQ(find("before trust"), 1U);
  EXPECT_EQ(find("before police"), 0U);
  EXPECT_EQ(find("", model::MemoKind::kToDo), 0U);
  const auto id = FindMemos(Over(store, As("ada")), "", {}).value()[0].id.value;
  EXPECT_EQ(RemoveMemo(Over(store, As("ben")), id).error().code, ErrorCode::kInvalidInput);
  ASSERT_TRUE(RemoveMemo(Over(store, As("ada")), id.substr(0, 8)));
  EXPECT_EQ(find("trust"), 0U);
  ASSERT_TRUE(UndoLast(Over(store, As("ada"))));
  EXPECT_EQ(find("trust"), 1U);
}

TEST_F(CodedTogether, IsNotOverwrittenByAnOlderFolder) {
  core::NoProgress progress;
  const auto export_to = [&](const char* name) {
    const auto store =
        store::StudyStore::Open(store::StudyLocation(folder / "study.cg"), store::OpenMode::kRead).value();
    const auto exported = ExportTo(folder / name, Over(store, As("lead"), Purpose::kKeep), {ingest::CsvStyle::kRaw});
    EXPECT_TRUE(exported) << exported.error().message;
  };
  export_to("old");
  Apply("ada", "A", {0, 29});
  const auto refused = ImportFolder(folder / "old", (folder / "study.cg").string(), {}, progress);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  EXPECT_THAT(refused.error().message, ::testing::HasSubstr("ada"));
  export_to("new");
  const auto taken = ImportFolder(folder / "new", (folder / "study.cg").string(), {}, progress);
  ASSERT_TRUE(taken) << taken.error().message;
  EXPECT_FALSE(taken->refused) << taken->problems.front().message;
  auto store = Open();
  EXPECT_TRUE(UndoLast(Over(store, As("ada"))));  // the history came along
}

// What was said about a document is gone from the file when it is; what was done stays.
TEST_F(CodedTogether, ForgetsTheWordsOfADocumentAndKeepsTheHistory) {
  core::NoProgress progress;
  auto store = Open();
  ApplyRequest request;
  request.document = kCentre;
  request.code = "A";
  request.range = core::TextRange{0, 29};
  request.memo = "unforgettable";
  const auto acted = ApplyCode(Over(store, As("ada")), request).value();
  ASSERT_TRUE(RemoveCodings(Over(store, As("ada")), acted.codings));
  const auto read = store::StudyStore::Open(store::StudyLocation(folder / "study.cg"), store::OpenMode::kRead).value();
  ASSERT_TRUE(ExportTo(folder / "out", Over(read, As("lead"), Purpose::kKeep), {ingest::CsvStyle::kRaw}));
  fs::remove(folder / "out" / "case-studies" / kCentre.value);
  {  // its entry as well
    const fs::path meta = folder / "out" / "case-studies" / "lamp" / "meta.toml";
    fs::remove(meta);
  }
  const auto taken = ImportFolder(folder / "out", (folder / "study.cg").string(), {}, progress);
  ASSERT_TRUE(taken) << taken.error().message;
  ASSERT_FALSE(taken->refused) << taken->problems.front().file << taken->problems.front().message;
  std::ifstream in(folder / "study.cg", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(bytes.find("unforgettable"), std::string::npos);
  auto now = Open();
  EXPECT_EQ(now.HistoryEntries(CoderId("ada"), 10).value().size(), 2U);
  const auto undo = UndoLast(Over(now, As("ada")));
  ASSERT_FALSE(undo);
  EXPECT_EQ(undo.error().code, ErrorCode::kNotFound) << undo.error().message;
}

}  // namespace
}  // namespace commonground::app
