// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which file a name stands for, and what is no project.
#include "cli/project_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "core/files.h"

namespace commonground::cli {
namespace {

namespace fs = std::filesystem;

TEST(ProjectFile, IsTheFileOrWhatIsInAFolderOfQualCoder) {
  const fs::path folder = fs::temp_directory_path() / ("cg-project-" + std::to_string(getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder / "project");
  const auto none = ReadProjectFile((folder / "none.qdpx").string());
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, core::ErrorCode::kNotFound);
  const auto empty = ReadProjectFile((folder / "project").string());
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().code, core::ErrorCode::kInvalidInput);
  EXPECT_EQ(empty.error().where, (folder / "project").string());
  EXPECT_NE(empty.error().message.find("no data.qda"), std::string::npos);
  ASSERT_TRUE(core::WriteFile(folder / "project/data.qda", "SQLite format 3"));
  const auto inside = ReadProjectFile((folder / "project").string());
  ASSERT_TRUE(inside);
  EXPECT_EQ(inside->name, (folder / "project/data.qda").string());
  EXPECT_EQ(inside->bytes, "SQLite format 3");
  ASSERT_TRUE(core::WriteFile(folder / "one.qdpx", "bytes"));
  EXPECT_EQ(ReadProjectFile((folder / "one.qdpx").string())->bytes, "bytes");
  fs::remove_all(folder);
}

}  // namespace
}  // namespace commonground::cli
