// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "core/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace commonground::core {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  Files() {
    std::string pattern = (fs::temp_directory_path() / "cg-files-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~Files() override { fs::remove_all(folder_); }
  int Entries() const { return static_cast<int>(std::distance(fs::directory_iterator(folder_), {})); }
  fs::path folder_;
};

TEST_F(Files, ComeBackAsWritten) {
  const std::string bytes("a\0b\n\xff", 5);
  ASSERT_TRUE(WriteFile(folder_ / "x", bytes, Privacy::kPrivate));
  EXPECT_EQ(*ReadFile(folder_ / "x", 100), bytes);
  struct stat info {};
  ASSERT_EQ(::stat((folder_ / "x").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
  EXPECT_EQ(Entries(), 1) << "no temporary file is left";
}

TEST_F(Files, SayWhatIsWrongAndWhere) {
  const Result<std::string> missing = ReadFile(folder_ / "missing", 100);
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(missing.error().where, (folder_ / "missing").string());
  ASSERT_TRUE(WriteFile(folder_ / "big", std::string(101, 'x'), Privacy::kPublic));
  EXPECT_EQ(ReadFile(folder_ / "big", 100).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(ReadFile(folder_, 100).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(WriteFile(folder_ / "no" / "x", "", Privacy::kPublic).error().code, ErrorCode::kNotFound);
}

TEST_F(Files, AFolderAppearsWholeOrNotAtAll) {
  const fs::path target = folder_ / "report";
  {
    Result<FolderInProgress> begun = FolderInProgress::Begin(target, ".marker");
    ASSERT_TRUE(begun.has_value());
    ASSERT_TRUE(begun->Write("a/b.html", "1"));
  }
  EXPECT_EQ(Entries(), 0) << "dropped without Commit: nothing stays";
  for (const char* text : {"1", "2"}) {
    Result<FolderInProgress> begun = FolderInProgress::Begin(target, ".marker");
    ASSERT_TRUE(begun.has_value());
    ASSERT_TRUE(begun->Write("a/b.html", text));
    ASSERT_TRUE(begun->Commit());
    EXPECT_EQ(*ReadFile(target / "a/b.html", 10), text);
    EXPECT_EQ(Entries(), 1);
  }
}

TEST_F(Files, AFolderOfAPersonIsNeverReplaced) {
  const fs::path target = folder_ / "mine";
  fs::create_directory(target);
  ASSERT_TRUE(WriteFile(target / "thesis.txt", "years", Privacy::kPrivate));
  const Result<FolderInProgress> begun = FolderInProgress::Begin(target, ".marker");
  ASSERT_FALSE(begun.has_value());
  EXPECT_EQ(begun.error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(*ReadFile(target / "thesis.txt", 10), "years");
}

}  // namespace
}  // namespace commonground::core
