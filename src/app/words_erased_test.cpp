// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What was said is gone from every byte of a study file once what it came from is: coded, noted, exported, taken out or
// withdrawn, and imported again.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include "app/codebook_study.h"
#include "app/codings_study.h"
#include "app/exported_testutil.h"
#include "app/memo_study.h"
#include "app/open_study.h"
#include "app/workspace_testutil.h"
#include "core/content_hash.h"

namespace commonground::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

// Words that stand in one place each.
constexpr const char* kSaid = "xyzzy said of the police";      // in the text of the document, and a code made of it
constexpr const char* kNoted = "plugh was noted on the case";  // in a note on the case that was written anew since
constexpr const char* kReason = "frobozz on the coding";       // in the note of a coding that was removed

class WordsErased : public ::testing::Test {
 protected:
  WordsErased() : folder_(fs::temp_directory_path() / ("cg-erased-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
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
      model::Document& document = study.documents.emplace_back();
      document.id = model::DocumentId(std::string(id) + "/centre.md");
      document.organisation = one.id;
      document.title = id;
      document.language = "en";
      document.text = std::string(id == std::string("lamp") ? kSaid : "Nothing of that.") + " They opened a centre.";
      document.hash = core::ContentHash(document.text);
      model::Consent consent;
      consent.subject = id;
      consent.basis = model::ConsentBasis::kWritten;
      consent.evidence = "in the safe";
      study.consents.push_back(consent);
    }
    model::Code code;
    code.id = model::CodeId("A");
    code.label = "Centres";
    study.codebook.push_back(code);
    core::NoProgress progress;
    EXPECT_TRUE(store::StudyStore::Open(file_, store::OpenMode::kCreateOrWrite)->Save(study, {}, progress));
    Work();
    const auto store = store::StudyStore::Open(file_, store::OpenMode::kRead).value();
    const auto exported = ExportTo(folder_ / "out", Over(store, ada_, Purpose::kKeep), {ingest::CsvStyle::kRaw});
    EXPECT_TRUE(exported) << exported.error().message;
  }
  ~WordsErased() override { fs::remove_all(folder_); }

  // What one person does.
  void Work() {
    auto store = store::StudyStore::Open(file_, store::OpenMode::kWrite).value();
    ApplyRequest in_vivo;
    in_vivo.document = model::DocumentId("lamp/centre.md");
    in_vivo.in_vivo = true;
    in_vivo.range = core::TextRange{0, 24};
    ASSERT_TRUE(ApplyCode(Over(store, ada_), in_vivo));
    ApplyRequest noted = in_vivo;
    noted.in_vivo = false;
    noted.code = "A";
    noted.memo = kReason;
    const auto removed = ApplyCode(Over(store, ada_), noted).value();
    ASSERT_TRUE(RemoveCodings(Over(store, ada_), removed.codings));
    MemoRequest memo;
    memo.about = model::MemoSubject::kCase;
    memo.subject = "lamp";
    memo.text = kNoted;
    ASSERT_TRUE(AddMemo(Over(store, ada_), memo));
    const auto id = FindMemos(Over(store, ada_), "", {}).value()[0].id.value;
    ASSERT_TRUE(RemoveMemo(Over(store, ada_), id));
  }

  // Of the file in the folder, once it is what `with` makes of its bytes.
  void Rewrite(const char* name, const std::function<std::string(const std::string&)>& with) const {
    const fs::path path = folder_ / "out" / name;
    std::ifstream in(path, std::ios::binary);
    const std::string before{std::istreambuf_iterator<char>(in), {}};
    std::ofstream(path, std::ios::binary) << with(before);
  }
  ImportOutcome Import(const ImportOptions& options = {}) const {
    core::NoProgress progress;
    auto taken = ImportFolder(folder_ / "out", file_.file().string(), options, progress);
    EXPECT_TRUE(taken) << taken.error().message;
    EXPECT_FALSE(taken->refused) << taken->problems.front().file << taken->problems.front().message;
    return std::move(*taken);
  }
  // Which of the words still lie in the file, or in what SQLite keeps beside it.
  std::vector<std::string> Left() const {
    std::string bytes;
    for (const auto& entry : fs::directory_iterator(folder_)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      bytes.append(std::istreambuf_iterator<char>(in), {});
    }
    std::vector<std::string> left;
    for (const char* words : {kSaid, kNoted, kReason}) {
      if (bytes.find(words) != std::string::npos) left.emplace_back(words);
    }
    return left;
  }
  static std::string WithdrawLamp(const std::string& consents) {
    // subject,scope,basis,given,expires,withdrawn,evidence
    std::string changed;
    std::istringstream lines(consents);
    for (std::string line; std::getline(lines, line);) {
      const bool is_lamp = line.starts_with("lamp,");
      changed +=
          (is_lamp ? std::regex_replace(line, std::regex(",,,,in the safe"), ",,,2026-01-31,in the safe") : line) +
          "\n";
    }
    EXPECT_NE(changed, consents);
    return changed;
  }

  fs::path folder_;
  const store::StudyLocation file_{folder_ / "study.cg"};
  const EditContext ada_{CoderId(), core::Moment::Parse("2026-05-25T10:00:00Z").value()};

 private:
  static model::CoderId CoderId() { return model::CoderId("ada"); }
};

TEST_F(WordsErased, LeaveNoByteInTheStudyFileOrItsLog) {
  ASSERT_EQ(Left().size(), 3U);
  fs::remove_all(folder_ / "out" / "case-studies" / "lamp");
  Rewrite("codings.csv", [](const std::string& all) { return all.substr(0, all.find('\n') + 1); });
  const auto outcome = Import();
  EXPECT_THAT(Left(), IsEmpty());
  ASSERT_FALSE(outcome.problems.empty());
  EXPECT_THAT(outcome.problems.back().message, HasSubstr("called by its id now"));
}

TEST_F(WordsErased, GoWithTheConsent) {
  Rewrite("consents.csv", WithdrawLamp);
  Import();
  // The text itself stays until somebody takes it out of the folder; nothing that was made of it does.
  EXPECT_THAT(Left(), testing::ElementsAre(kSaid));
  const auto store = store::StudyStore::Open(file_, store::OpenMode::kRead).value();
  core::NoProgress progress;
  const auto study = store.Load(progress).value();
  for (const auto& code : study.codebook) EXPECT_NE(code.label, kSaid);
  for (const auto& history_text : study.history_texts) EXPECT_NE(history_text.text, kSaid);
}

TEST_F(WordsErased, AreForgottenWithOlderVersions) {
  Rewrite("case-studies/lamp/centre.md", [](const std::string&) { return "They opened a centre.\n"; });
  Rewrite("codings.csv", [](const std::string& all) { return all.substr(0, all.find('\n') + 1); });
  Import();
  EXPECT_EQ(Left().size(), 3U) << "an older version, and what an undo needs";
  ImportOptions forget;
  forget.forget_versions = true;
  Import(forget);
  EXPECT_THAT(Left(), IsEmpty());
}

}  // namespace
}  // namespace commonground::app
