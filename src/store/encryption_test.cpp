// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// An encrypted study is the same study, and no byte of it can be read.
#include "store/encryption.h"

#include <gmock/gmock.h>

#include <set>

#include "random_study/random_study.h"
#include "store/failure.h"
#include "store/sqlite/connect.h"
#include "store/sqlite/page_seals.h"
#include "store/sqlite/study_vfs.h"
#include "store/test_edits.h"
#include "store/test_folder.h"

namespace commonground::store {
namespace {

using core::ErrorCode;
using testing::HasSubstr;

constexpr KdfCost kCheapKey{1, 8u << 10};
constexpr const char* kPassphraseOfStudy = "turnip ladder ocean seventeen";

class Encryption : public ::testing::Test {
 protected:
  Encryption() {
    study_ = random_study::Make(11, 9);
    for (std::uint64_t seed = 12; study_.codings.empty() || study_.documents.empty(); ++seed) {
      study_ = random_study::Make(seed, 9);
    }
    study_.settings.title = "Zanzibarish title";
    study_.documents.front().text += "\nxyzzyplugh said the police.\n";
    study_.documents.front().hash = "of that";
  }
  // Everything that stands in the study and can be recognised.
  std::set<std::string> Words() const {
    std::set<std::string> words{study_.settings.title};
    const auto add = [&](const std::string& text) {
      for (std::size_t at = 0; at + 12 <= text.size(); at += 12) words.insert(text.substr(at, 12));
    };
    for (const auto& one : study_.documents) add(one.text + one.title);
    for (const auto& one : study_.organisations) add(one.name + one.id.value);
    for (const auto& one : study_.codings) add(one.exact + one.memo);
    for (const auto& one : study_.consents) add(one.evidence);
    for (const auto& one : study_.codebook) add(one.label + one.definition);
    return words;
  }
  std::size_t Found(const std::string& bytes) const {
    std::size_t found = 0;
    for (const auto& word : Words()) found += bytes.find(word) != std::string::npos ? 1 : 0;
    return found;
  }
  static std::string SecretOf(const std::filesystem::path& file) {
    const auto store = StudyStore::Open(file, OpenMode::kRead);
    EXPECT_TRUE(store) << store.error().message;
    return store ? store->Secret().value_or("none") : "none";
  }
  model::Coding Newcomer() const {
    auto coding = study_.codings.front();
    coding.id = {};
    coding.coder = model::CoderId("newcomer");
    coding.memo = "grue in the log";
    return coding;
  }

  TestFolder folder_;
  const std::filesystem::path file_ = folder_.path() / "study.cg";
  model::Study study_;
  core::NoProgress silent_;
};

TEST_F(Encryption, HidesEveryByteAlsoWhilePeopleWork) {
  const auto plain = folder_.path() / "plain.cg";
  ASSERT_TRUE(SaveTo(plain, study_));
  EXPECT_GT(Found(folder_.Bytes("plain.cg")), 10U);
  std::filesystem::remove(plain);
  ASSERT_TRUE(MakeEncrypted(file_, kPassphraseOfStudy, kCheapKey));
  ASSERT_TRUE(SaveTo(file_, study_));
  auto store = StudyStore::Open(file_, OpenMode::kWrite).value();
  ASSERT_TRUE(Add(store, Newcomer()));
  EXPECT_NE(folder_.Bytes("study.cg-wal"), "");
  const std::string all = folder_.AllBytesJoined();
  EXPECT_EQ(Found(all), 0U);
  for (const char* word : {"grue in the log", "newcomer", "xyzzyplugh", "CREATE TABLE", "SQLite format"}) {
    EXPECT_EQ(all.find(word), std::string::npos) << word;
  }
  EXPECT_THAT(all, HasSubstr("Nobody can help who lost it"));
  SearchRequest request;
  request.question = "xyzzyplugh";
  EXPECT_EQ(store.Search(request, {"en"}, {study_.documents.front().id})->total, 1);
  // What a program that was killed leaves.
  TestFolder copies;
  for (const char* name : {"study.cg", "study.cg-wal"}) copies.Write(name, folder_.Bytes(name));
  const auto after = LoadFrom(copies.path() / "study.cg");
  ASSERT_TRUE(after) << after.error().message;
  EXPECT_EQ(after->codings.size(), study_.codings.size() + 1);
}

TEST_F(Encryption, OfAStudyAndBackGivesTheSame) {
  for (std::uint64_t seed = 1; seed < 6; ++seed) {
    const model::Study one = random_study::Make(seed, 7);
    std::filesystem::remove(file_);
    ASSERT_TRUE(SaveTo(file_, one));
    ASSERT_FALSE(IsEncrypted(file_));
    const std::string before = SecretOf(file_);
    const auto encrypted = Encrypt(file_, kPassphraseOfStudy, silent_, kCheapKey);
    ASSERT_TRUE(encrypted) << encrypted.error().message;
    EXPECT_TRUE(IsEncrypted(file_));
    EXPECT_EQ(folder_.AllBytesJoined().find("SQLite format"), std::string::npos);
    const auto loaded = LoadFrom(file_);
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(*loaded, one);
    EXPECT_EQ(SecretOf(file_), before);
    EXPECT_EQ(Encrypt(file_, kPassphraseOfStudy, silent_, kCheapKey).error().code, ErrorCode::kInvalidInput);
    ASSERT_TRUE(SaveTo(file_, study_));  // people go on
    EXPECT_EQ(LoadFrom(file_).value(), study_);
    const auto decrypted = Decrypt(file_, silent_);
    ASSERT_TRUE(decrypted) << decrypted.error().message;
    EXPECT_FALSE(IsEncrypted(file_));
    EXPECT_EQ(LoadFrom(file_).value(), study_);
    EXPECT_EQ(Decrypt(file_, silent_).error().code, ErrorCode::kInvalidInput);
    EXPECT_EQ(folder_.AllBytes().size(), 1U) << "something is left beside it";
  }
}

TEST_F(Encryption, WaitsForNobodyWhoHasItOpen) {
  ASSERT_TRUE(SaveTo(file_, study_));
  const auto reader = StudyStore::Open(file_, OpenMode::kRead).value();
  const auto refused = Encrypt(file_, kPassphraseOfStudy, silent_, kCheapKey);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kBusy) << refused.error().message;
  EXPECT_THAT(refused.error().message, HasSubstr("open"));
  EXPECT_EQ(reader.Load(silent_).value(), study_);
  EXPECT_FALSE(IsEncrypted(file_));
}

TEST_F(Encryption, TakesNoPassphraseButItsOwn) {
  EXPECT_EQ(MakeEncrypted(file_, "too short", kCheapKey).error().code, ErrorCode::kInvalidInput);
  EXPECT_FALSE(std::filesystem::exists(file_));
  ASSERT_TRUE(MakeEncrypted(file_, kPassphraseOfStudy, kCheapKey));
  EXPECT_EQ(MakeEncrypted(file_, kPassphraseOfStudy, kCheapKey).error().code, ErrorCode::kInvalidInput);
  ASSERT_TRUE(SaveTo(file_, study_));
  const std::string block = SealBlockOf(file_);
  EXPECT_TRUE(OpenSealBlock(block, kPassphraseOfStudy));
  for (const char* other : {"", "turnip", "Turnip ladder ocean seventeen", "turnip ladder ocean seventeen "}) {
    EXPECT_FALSE(OpenSealBlock(block, other)) << other;
  }
  constexpr const char* kNext = "kettles ocean ladder turnip";
  EXPECT_FALSE(ChangeStudyPassphrase(file_, kNext, kNext, kCheapKey));
  EXPECT_FALSE(ChangeStudyPassphrase(file_, kPassphraseOfStudy, "short", kCheapKey));
  EXPECT_TRUE(OpenSealBlock(SealBlockOf(file_), kPassphraseOfStudy));
  for (int round = 0; round < 3; ++round) {
    const auto changed = ChangeStudyPassphrase(file_, kPassphraseOfStudy, kNext, kCheapKey);
    ASSERT_TRUE(changed) << changed.error().message;
    EXPECT_FALSE(OpenSealBlock(SealBlockOf(file_), kPassphraseOfStudy));
    EXPECT_TRUE(OpenSealBlock(SealBlockOf(file_), kNext));
    EXPECT_EQ(LoadFrom(file_).value(), study_);
    ASSERT_TRUE(ChangeStudyPassphrase(file_, kNext, kPassphraseOfStudy, kCheapKey));
  }
}

// A page is good in its own place of its own study only.
TEST_F(Encryption, LetsNoPageBePutElsewhere) {
  ASSERT_TRUE(MakeEncrypted(file_, kPassphraseOfStudy, kCheapKey));
  ASSERT_TRUE(SaveTo(file_, study_));
  const std::string good = folder_.Bytes("study.cg");
  ASSERT_GT(good.size(), kSealBlock + 8 * kSealedPage);
  const auto swapped = [&](std::size_t a, std::size_t b) {
    std::string bytes = good;
    std::swap_ranges(bytes.begin() + static_cast<std::ptrdiff_t>(kSealBlock + a * kSealedPage),
                     bytes.begin() + static_cast<std::ptrdiff_t>(kSealBlock + (a + 1) * kSealedPage),
                     bytes.begin() + static_cast<std::ptrdiff_t>(kSealBlock + b * kSealedPage));
    folder_.Write("study.cg", bytes);
    const auto loaded = LoadFrom(file_);
    return loaded ? *loaded == study_ : true;  // a page that nothing was read of
  };
  for (std::size_t page = 0; page + 1 < 8; ++page) EXPECT_TRUE(swapped(page, page + 1)) << page;
  const auto other = folder_.path() / "other.cg";
  ASSERT_TRUE(MakeEncrypted(other, kPassphraseOfStudy, kCheapKey));
  ASSERT_TRUE(SaveTo(other, study_));
  std::string mixed = folder_.Bytes("other.cg");
  mixed.replace(kSealBlock, kSealedPage, good.substr(kSealBlock, kSealedPage));
  folder_.Write("other.cg", mixed);
  EXPECT_FALSE(LoadFrom(other));
}

// What is kept where an older file cannot be brought up to date is encrypted, and a study.
TEST_F(Encryption, StaysInTheCopyThatAFailedMigrationKeeps) {
  ASSERT_TRUE(MakeEncrypted(file_, kPassphraseOfStudy, kCheapKey));
  ASSERT_TRUE(SaveTo(file_, study_));
  std::vector<std::string_view> broken(SqliteMigrations().begin(), SqliteMigrations().end());
  broken.push_back("CREATE TABLE no_table (");
  try {
    OpenStudyFile(file_, {.may_create = false, .may_write = true}, broken);
    FAIL() << "it was brought up to date";
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.error().message, HasSubstr("It is as it was; a copy is at"));
  }
  const auto copy = folder_.path() / ("study.cg.before-v" + std::to_string(broken.size()));
  ASSERT_TRUE(std::filesystem::exists(copy));
  EXPECT_TRUE(IsEncrypted(copy));
  EXPECT_EQ(Found(folder_.AllBytesJoined()), 0U);
  EXPECT_EQ(LoadFrom(copy).value(), study_);
  const auto saved = SaveTo(copy, random_study::Make(3, 4));  // and people can go on with it
  EXPECT_TRUE(saved) << saved.error().message;
  EXPECT_EQ(LoadFrom(file_).value(), study_);
}

TEST_F(Encryption, OfAnOlderStudyIsBroughtUpToDate) {
  ASSERT_TRUE(MakeEncrypted(file_, kPassphraseOfStudy, kCheapKey));
  ASSERT_TRUE(SaveTo(file_, study_));
  std::vector<std::string_view> more(SqliteMigrations().begin(), SqliteMigrations().end());
  more.push_back("CREATE TABLE one_more (a TEXT)");
  { const auto session = OpenStudyFile(file_, {.may_create = false, .may_write = true}, more); }
  EXPECT_TRUE(IsEncrypted(file_));
  EXPECT_EQ(folder_.AllBytes().size(), 1U) << "a copy is left";
  EXPECT_EQ(Found(folder_.AllBytesJoined()), 0U);
  const auto loaded = LoadFrom(file_);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::kNewerSchema);
}

TEST_F(Encryption, LeavesAFileThatHasAnotherNameAsItIs) {
  ASSERT_TRUE(SaveTo(file_, study_));
  const auto other = folder_.path() / "kept.cg";
  std::filesystem::create_hard_link(file_, other);
  const std::string before = folder_.Bytes("kept.cg");
  const auto encrypted = Encrypt(file_, kPassphraseOfStudy, silent_, kCheapKey);
  if (encrypted) {
    EXPECT_EQ(folder_.Bytes("kept.cg"), before);
  }
  EXPECT_EQ(LoadFrom(other).value(), study_);
}

TEST_F(Encryption, StaysInWhatIsCopiedForABackup) {
  ASSERT_TRUE(MakeEncrypted(file_, kPassphraseOfStudy, kCheapKey));
  ASSERT_TRUE(SaveTo(file_, study_));
  const std::string image = StudyStore::Open(file_, OpenMode::kRead)->Image().value().value();
  EXPECT_EQ(Found(image), 0U);
  folder_.Write("copy.cg", image);
  EXPECT_TRUE(IsEncrypted(folder_.path() / "copy.cg"));
  EXPECT_EQ(LoadFrom(folder_.path() / "copy.cg").value(), study_);
}

}  // namespace
}  // namespace commonground::store
