// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A clock that was set back.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "app/codebook_study.h"
#include "app/open_study.h"
#include "app/workspace_testutil.h"

namespace commonground::app {
namespace {

TEST(ClockIsBehind, IsToldOfOnlyThen) {
  const auto file = std::filesystem::temp_directory_path() / ("cg-clock-" + std::to_string(getpid()) + ".cg");
  const core::Moment now = core::Moment::Parse("2026-06-01T12:00:00Z").value();
  {
    core::NoProgress progress;
    auto store = store::StudyStore::Open(store::StudyLocation(file), store::OpenMode::kCreateOrWrite).value();
    const auto at = [&](std::int64_t later) {
      return Over(store, "ada", core::Moment::FromUnixSeconds(now.unix_seconds() + later));
    };
    model::Study study;
    study.settings.title = "Invented";
    ASSERT_TRUE(store.Save(study, {}, progress));
    EXPECT_FALSE(at(-1'000'000).ClockIsBehind()) << "nobody has changed anything yet";
    model::Code code;
    code.id = model::CodeId("A");
    code.label = "A";
    ASSERT_TRUE(AddCode(Over(store, "ada", now), code));
    EXPECT_FALSE(at(0).ClockIsBehind());
    EXPECT_FALSE(at(1'000'000).ClockIsBehind());
    EXPECT_FALSE(at(-200).ClockIsBehind()) << "two computers differ a little";
    const auto told = at(-86'400).ClockIsBehind();
    ASSERT_TRUE(told);
    EXPECT_EQ(told->severity, core::Severity::kNotice);
    EXPECT_NE(told->message.find("2026-06-01T12:00:00Z"), std::string::npos);
  }
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace commonground::app
