// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What was sent comes back as it was, belongs to who sent it, and is on no disk as it is.
#include "server/uploads.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "core/content_hash.h"

namespace commonground::server {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;

class SentFile : public testing::Test {
 protected:
  SentFile() : folder_((fs::temp_directory_path() / ("cg-uploads-" + std::to_string(getpid()))).string()) {
    fs::create_directories(folder_);
  }
  ~SentFile() override { fs::remove_all(folder_); }
  std::shared_ptr<UploadedFile> Sent(Uploads& uploads, const std::string& bytes, std::size_t piece) {
    auto file = uploads.Begin(lead_).value();
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
      EXPECT_TRUE(file->Write(std::string_view(bytes).substr(at, piece)));
    }
    EXPECT_TRUE(file->Finish());
    return file;
  }
  std::string folder_;
  core::FixedClock clock_{core::Moment::StartOf(*core::Date::Make(2026, 6, 1))};
  app::Caller lead_{model::CoderId("lead"), app::Role::kCoordinator, {}};
};

TEST_F(SentFile, ComesBackWhateverItsSizeAndPieces) {
  Uploads uploads(folder_ + "/study.cg", clock_);
  for (const std::size_t size : {0UL, 1UL, 65'535UL, 65'536UL, 65'537UL, 131'072UL, 1'000'000UL}) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 31 + i / 7);
    for (const std::size_t piece : {7'001UL, 65'536UL, 200'000UL}) {
      const auto file = Sent(uploads, bytes, piece);
      EXPECT_EQ(file->bytes(), static_cast<std::int64_t>(size));
      EXPECT_EQ(file->hash(), core::ContentHash(bytes));
      EXPECT_TRUE(file->Read().value() == bytes) << size << " in pieces of " << piece;
    }
  }
  EXPECT_TRUE(fs::is_empty(folder_));  // no name leads to any of them
}

TEST_F(SentFile, BelongsToWhoSentItForAnHour) {
  Uploads uploads(folder_ + "/study.cg", clock_);
  ASSERT_TRUE(*uploads.Keep(lead_, "one", Sent(uploads, "words", 3)));
  EXPECT_FALSE(*uploads.Keep(lead_, "one", Sent(uploads, "words", 5)));
  EXPECT_EQ(uploads.Keep(lead_, "one", Sent(uploads, "others", 5)).error().code, ErrorCode::kConflict);
  EXPECT_NE(uploads.Find(lead_, "one"), nullptr);
  app::Caller other = lead_;
  other.person = model::CoderId("other");
  EXPECT_EQ(uploads.Find(other, "one"), nullptr);
  app::Caller demoted = lead_;
  demoted.role = app::Role::kReader;
  EXPECT_EQ(uploads.Find(demoted, "one"), nullptr);
  uploads.Remove(lead_, "one");
  EXPECT_EQ(uploads.Find(lead_, "one"), nullptr);
  core::FixedClock later(core::Moment::StartOf(*core::Date::Make(2026, 6, 1)));
  Uploads kept(folder_ + "/study.cg", later);
  ASSERT_TRUE(*kept.Keep(lead_, "one", Sent(kept, "words", 3)));
  later = core::FixedClock(core::Moment::StartOf(*core::Date::Make(2026, 6, 2)));
  EXPECT_EQ(kept.Find(lead_, "one"), nullptr);
}

TEST_F(SentFile, AreOnlySoMany) {
  Uploads uploads(folder_ + "/study.cg", clock_);
  std::size_t kept = 0;
  while (kept < 100) {
    auto file = uploads.Begin(lead_);
    if (!file) {
      EXPECT_EQ(file.error().code, ErrorCode::kBusy);
      break;
    }
    ASSERT_TRUE((*file)->Finish());
    ASSERT_TRUE(uploads.Keep(lead_, std::to_string(kept++), *file));
  }
  EXPECT_EQ(kept, 12U);
}

TEST_F(SentFile, GoesToTheSystemsFolderWhereNothingCanBeWritten) {
  Uploads uploads(folder_ + "/nowhere/study.cg", clock_);
  EXPECT_EQ(Sent(uploads, "words", 2)->Read().value(), "words");
}

}  // namespace
}  // namespace commonground::server
