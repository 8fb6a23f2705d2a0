// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Hints as commands; and that app, coding and store speak no command line of their own.
#include "cli/hints.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "app/use_case.h"
#include "core/files.h"

namespace commonground::cli {
namespace {

namespace fs = std::filesystem;

TEST(Hints, AreCommandsWithTheirArguments) {
  EXPECT_EQ(CommandFor({"code tree", {}}), "commonground code tree STUDY");
  EXPECT_EQ(CommandFor({"restore code", {{"code", "A.1"}}}), "commonground code restore STUDY A.1");
  EXPECT_EQ(CommandFor({"restore code", {}}), "commonground code restore STUDY CODE");
  EXPECT_EQ(CommandFor({"edit source", {{"id", "it's"}, {"version", "01234567"}}}),
            "commonground source set STUDY 'it'\\''s' FIELD=VALUE --if-version 01234567");
  EXPECT_EQ(CommandFor({"edit source", {{"id", "a"}}}), "commonground source set STUDY a FIELD=VALUE");
  EXPECT_EQ(CommandFor({}), "");
  EXPECT_EQ(CommandFor({"nothing that there is", {}}), "");
}

TEST(Hints, StandBehindTheMessage) {
  core::Error error{core::ErrorCode::kNotFound, "it is not there", {}, {}, {"code tree", {}}};
  EXPECT_EQ(WithFix(error), "it is not there. Fix: commonground code tree STUDY");
  error.message += ". Fix: list the codes";
  EXPECT_EQ(WithFix(error), "it is not there. Fix: list the codes: commonground code tree STUDY");
  error.hint = {};
  EXPECT_EQ(WithFix(error), "it is not there. Fix: list the codes");
}

// A message of these rooms that names an option or a command would be wrong on a page.
TEST(Hints, AreTheOnlyWayToACommand) {
  const std::regex literal("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
  const std::regex spoken(R"((^|[ (])(--[a-z]|commonground [a-z]))");
  int read = 0;
  for (const char* room : {"app", "coding", "store", "rules", "compare", "verify", "context"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(CG_SOURCE_DIR) / "src" / room)) {
      const std::string name = entry.path().filename().string();
      const bool is_source = name.ends_with(".cpp") || name.ends_with(".h");
      // A start of other programs, and the README of a new folder, speak to a shell.
      if (!is_source || name.find("_test") != std::string::npos || name == "new_study.cpp" ||
          entry.path().string().find("/forms/") != std::string::npos) {
        continue;
      }
      ++read;
      const std::string text = core::ReadFile(entry.path(), 1'000'000).value_or("");
      for (std::sregex_iterator one(text.begin(), text.end(), literal), end; one != end; ++one) {
        const std::string words = one->str().substr(1, one->str().size() - 2);
        if (words.find("createdb") != std::string::npos) continue;  // of PostgreSQL
        if (words == "commonground withdrawals ") continue;         // how a file of ours begins
        EXPECT_FALSE(std::regex_search(words, spoken)) << name << ": " << words;
      }
    }
  }
  EXPECT_GT(read, 100);
}

}  // namespace
}  // namespace commonground::cli
