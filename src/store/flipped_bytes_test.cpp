// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every byte of a study file may be damaged, also of an index, of the search index and of the log beside it; and the
// digests of tables do not help, since people edited.  Whatever is asked is answered rightly or not at all.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "random_study/random_study.h"
#include "store/encryption.h"
#include "store/failure.h"
#include "store/sqlite/connect.h"
#include "store/sqlite/log_check.h"
#include "store/sqlite/page_checks.h"
#include "store/sqlite/study_key.h"
#include "store/test_edits.h"
#include "store/test_folder.h"

namespace commonground::store {
namespace {

using core::ErrorCode;

// What people ask of a study, put together; nullopt: an error that says so.
std::optional<std::string> Answers(const StudyLocation& place, std::string& why) {
  core::NoProgress silent;
  const auto store = StudyStore::Open(place, OpenMode::kRead);
  std::string all;
  const auto take = [&](const auto& result, const auto& write) {
    if (!result) {
      why = result.error().message;
      EXPECT_THAT(result.error().code, ::testing::AnyOf(ErrorCode::kCorrupt, ErrorCode::kNewerSchema, ErrorCode::kIo,
                                                        ErrorCode::kInvalidInput));  // of an encrypted one: no key
      return false;
    }
    write(*result);
    return true;
  };
  if (!take(store, [](const auto&) {})) return std::nullopt;
  const auto study = store->LoadWithoutText();
  if (!take(study, [&](const model::Study& one) { all += one.settings.title + std::to_string(one.codebook.size()); })) {
    return std::nullopt;
  }
  const auto codings = [&](const std::vector<StoredCoding>& of) {
    for (const auto& one : of)
      all += one.coding.exact + one.coding.memo + one.coding.code.value + one.coding.coder.value;
  };
  std::set<model::DocumentId> readable;
  for (const auto& document : study->documents) {
    readable.insert(document.id);
    if (!take(store->CodingsOf(document.id), codings)) return std::nullopt;
  }
  for (const auto& code : study->codebook) {
    if (!take(store->CodingsWith(code.id), codings)) return std::nullopt;
  }
  SearchRequest request;
  request.question = "police";
  const bool good =
      take(store->CountByCode(),
           [&](const auto& counts) {
             for (const auto& one : counts) all += one.code.value + std::to_string(one.codings);
           }) &&
      take(store->HistoryEntries({}, 100),
           [&](const auto& acts) {
             for (const auto& one : acts) all += std::to_string(one.number) + one.person.value;
           }) &&
      take(store->Memos(),
           [&](const auto& memos) {
             for (const auto& one : memos) all += one.text;
           }) &&
      take(store->LoadCodingColumns(*study, silent),
           [&](const auto& columns) {
             for (const auto& one : columns.columns)
               all += std::to_string(one.start) + "-" + std::to_string(one.document_index) + std::to_string(one.code);
           }) &&
      take(store->Search(request, {"en"}, readable),
           [&](const Found& found) {
             all += std::to_string(found.total);
             for (const auto& one : found.passages) all += one.document.value + std::to_string(one.range.start);
           }) &&
      take(store->Load(silent), [&](const model::Study& whole) {
        for (const auto& one : whole.documents) all += one.text;
        for (const auto& one : whole.history_texts) all += one.text;
        for (const auto& one : whole.codings) all += one.exact + std::to_string(one.range.start);
      });
  return good ? std::optional(all) : std::nullopt;
}

constexpr KdfCost kCheapOfFlips{1, 8u << 10};

class FlippedBytes : public ::testing::Test {
 protected:
  explicit FlippedBytes(bool is_encrypted = false) {
    if (is_encrypted) {
      EXPECT_TRUE(MakeEncrypted(place_.file(), "a passphrase of a test", kCheapOfFlips));
    }
    auto study = random_study::Make(6, 9);
    while (study.codings.size() < 3 || study.documents.size() < 2) study = random_study::Make(++seed_, 9);
    for (auto& document : study.documents) document.parts.clear();
    study.documents.front().text += "\nThe police came.\n";
    study.documents.front().hash = "of that";
    study_ = study;
    EXPECT_TRUE(SaveTo(place_, study));
    auto store = StudyStore::Open(place_, OpenMode::kWrite).value();
    Edit(store, "first");
    EXPECT_NE(folder_.Bytes("study.cg-wal"), "") << "the log is not yet in the file";
    for (const char* name : {"study.cg", "study.cg-wal"}) bytes_[name] = folder_.Bytes(name);
    before_ = Put();
  }

  // By single rows, so that no digest speaks of them any more.
  void Edit(StudyStore& store, const char* memo) {
    auto coding = study_.codings.front();
    coding.id = {};
    coding.coder = model::CoderId("newcomer");
    coding.memo = memo;
    EXPECT_TRUE(Add(store, coding));
    coding.coder = model::CoderId("another");
    EXPECT_TRUE(Add(store, coding));
  }
  // As it was, with one byte changed; the answers.
  std::string Put() {
    for (const auto& [name, bytes] : bytes_) copies_.Write(name, bytes);
    std::filesystem::remove(copies_.path() / "study.cg-shm");
    std::string why;
    const auto answers = Answers(copy_, why);
    EXPECT_TRUE(answers) << why;
    return answers.value_or("");
  }
  void Flip(const std::string& name, std::size_t first, std::size_t step) {
    const std::string whole = bytes_.at(name);
    int refused = 0;
    for (std::size_t at = first; at < whole.size(); at += step) {
      for (const auto& [other, bytes] : bytes_) copies_.Write(other, bytes);
      std::filesystem::remove(copies_.path() / "study.cg-shm");
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << (at % 8)));
      copies_.Write(name, bytes);
      std::string why;
      const auto answers = Answers(copy_, why);
      if (answers) {
        ASSERT_EQ(*answers, before_) << name << " byte " << at << " of " << whole.size();
      } else {
        ++refused;
      }
    }
    EXPECT_GT(refused, 0);
  }

  TestFolder folder_;
  TestFolder copies_;
  const StudyLocation place_{folder_.path() / "study.cg"};
  const StudyLocation copy_{copies_.path() / "study.cg"};
  model::Study study_;
  std::map<std::string, std::string> bytes_;
  std::string before_;

 private:
  std::uint64_t seed_ = 6;
};

using FlippedBytesSlow = FlippedBytes;

// The same of an encrypted study.
class FlippedSeals : public FlippedBytes {
 protected:
  FlippedSeals() : FlippedBytes(true) {}
};
using FlippedSealsSlow = FlippedSeals;

TEST_F(FlippedSeals, OfTheFileGiveTheSameAnswersOrNone) {
  Flip("study.cg", 5, 6113);
}
TEST_F(FlippedSeals, OfTheLogGiveTheSameAnswersOrNone) {
  Flip("study.cg-wal", 3, 1501);
}
TEST_F(FlippedSealsSlow, OfTheWholeLogGiveTheSameAnswersOrNone) {
  Flip("study.cg-wal", 0, 509);
}
TEST_F(FlippedSeals, AreNotALogThatWasCut) {
  const std::string log = bytes_.at("study.cg-wal");
  const PageKey* key = SealAt(place_.file()).key;
  for (std::size_t size = 0; size < log.size(); size += 1009) {
    copies_.Write("study.cg", bytes_.at("study.cg"));
    copies_.Write("study.cg-wal", log.substr(0, size));
    std::filesystem::remove(copies_.path() / "study.cg-shm");
    EXPECT_FALSE(IsDamagedLog(copies_.path() / "study.cg", key)) << size;
    std::string why;
    EXPECT_TRUE(Answers(copy_, why)) << size << ": " << why;
  }
}

TEST_F(FlippedBytes, OfTheFileGiveTheSameAnswersOrNone) {
  Flip("study.cg", 5, 6113);
}
TEST_F(FlippedBytes, OfTheLogGiveTheSameAnswersOrNone) {
  Flip("study.cg-wal", 3, 1501);
}
TEST_F(FlippedBytesSlow, OfTheWholeFileGiveTheSameAnswersOrNone) {
  bytes_.erase("study.cg-wal");
  std::filesystem::remove(copies_.path() / "study.cg-wal");
  {  // all of it in the file
    auto store = StudyStore::Open(place_, OpenMode::kWrite).value();
    Edit(store, "second");
  }
  bytes_["study.cg"] = folder_.Bytes("study.cg");
  before_ = Put();
  Flip("study.cg", 0, 3067);
}
TEST_F(FlippedBytesSlow, OfTheWholeLogGiveTheSameAnswersOrNone) {
  Flip("study.cg-wal", 0, 509);
}

// Whoever kills a program in the middle of writing finds what was saved before.
TEST_F(FlippedBytes, AreNotALogThatWasCut) {
  const std::string log = bytes_.at("study.cg-wal");
  for (std::size_t size = 0; size < log.size(); size += 1009) {
    copies_.Write("study.cg", bytes_.at("study.cg"));
    copies_.Write("study.cg-wal", log.substr(0, size));
    std::filesystem::remove(copies_.path() / "study.cg-shm");
    EXPECT_FALSE(IsDamagedLog(copies_.path() / "study.cg")) << size;
    std::string why;
    EXPECT_TRUE(Answers(copy_, why)) << size << ": " << why;
  }
}

TEST_F(FlippedBytes, AreFoundInFilesOfOlderProgramsOnceTheyAreOpened) {
  const auto old = folder_.path() / "old.cg";
  {  // as they were made: without room for checksums
    auto session = OpenDatabase(old, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    store::Run(*session, "PRAGMA auto_vacuum=FULL; PRAGMA page_size=4096");
    for (const auto& sql : SqliteMigrations().first(13)) store::Run(*session, std::string(sql));
    store::Run(*session, fmt::format("PRAGMA application_id={}; PRAGMA user_version=13; PRAGMA journal_mode=WAL",
                                     kApplicationId));
  }
  EXPECT_EQ(folder_.Bytes("old.cg")[kReservedAt], 0);
  ASSERT_TRUE(SaveTo(old, study_));
  EXPECT_EQ(folder_.Bytes("old.cg")[kReservedAt], kPageCheckBytes);
  EXPECT_EQ(LoadFrom(old).value(), study_);
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "old.cg.before-v17"));
  std::string bytes = folder_.Bytes("old.cg");
  bytes[bytes.size() - 50] = static_cast<char>(bytes[bytes.size() - 50] ^ 1);  // the last page
  folder_.Write("old.cg", bytes);
  const auto loaded = LoadFrom(old);
  EXPECT_TRUE(!loaded || *loaded == study_);
}

// Larger than what SQLite keeps in memory, so that pages are written before the first one is.
TEST_F(FlippedBytesSlow, AreFoundInALargeFileOfAnOlderProgram) {
  const auto old = folder_.path() / "old.cg";
  auto study = study_;
  std::string words;
  for (int i = 0; i < 1'000'000; ++i) words += static_cast<char>('a' + i % 26 * 7 % 26);
  for (int i = 0; i < 150; ++i) {
    study.chapters.push_back({model::ChapterId("long" + std::to_string(i)), std::to_string(i) + words});
  }
  {
    auto session = OpenDatabase(old, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    store::Run(*session, "PRAGMA auto_vacuum=FULL");
    for (const auto& sql : SqliteMigrations().first(13)) store::Run(*session, std::string(sql));
    store::Run(*session, fmt::format("PRAGMA application_id={}; PRAGMA user_version=13; PRAGMA journal_mode=WAL",
                                     kApplicationId));
    for (const auto& chapter : study.chapters) {
      if (!chapter.id.value.starts_with("long")) continue;
      store::Run(*session, "INSERT INTO old_versions VALUES (1, " + chapter.id.value.substr(4) + ", 'x', 1, '" +
                               chapter.text + "')");
      if (chapter.id.value == "long120") break;
    }
    store::Run(*session, "DELETE FROM old_versions WHERE position > 100");
  }
  const auto opened = StudyStore::Open(old, OpenMode::kWrite);
  ASSERT_FALSE(opened) << "they refer to nothing";
  EXPECT_EQ(opened.error().code, ErrorCode::kCorrupt) << opened.error().message;
  EXPECT_EQ(folder_.Bytes("old.cg")[kReservedAt], kPageCheckBytes);
  auto session = OpenDatabase(old, SQLITE_OPEN_READWRITE);
  std::string good;
  *session << "PRAGMA integrity_check", soci::into(good);
  EXPECT_EQ(good, "ok");
}

}  // namespace
}  // namespace commonground::store
