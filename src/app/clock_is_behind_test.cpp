// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A clock that was set back.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "app/codebook_study.h"
#include "app/open_study.h"

namespace commonground::app {
namespace {

TEST(ClockIsBehind, IsToldOfOnlyThen) {
  const auto file = std::filesystem::temp_directory_path() / ("cg-clock-" + std::to_string(getpid()) + ".cg");
  const core::Moment now = core::Moment::Parse("2026-06-01T12:00:00Z").value();
  const auto at = [&](std::int64_t later) {
    return core::FixedClock(core::Moment::FromUnixSeconds(now.unix_seconds() + later));
  };
  {
    core::NoProgress progress;
    auto store = store::StudyStore::Open(store::Place(file), store::OpenMode::kCreateOrWrite).value();
    model::Study study;
    study.settings.title = "Invented";
    ASSERT_TRUE(store.Save(study, {}, progress));
    EXPECT_FALSE(ClockIsBehind(store, at(-1'000'000))) << "nobody has changed anything yet";
    model::Code code;
    code.id = model::CodeId("A");
    code.label = "A";
    ASSERT_TRUE(AddCode(store, code, {model::CoderId("ada"), now}));
    EXPECT_FALSE(ClockIsBehind(store, at(0)));
    EXPECT_FALSE(ClockIsBehind(store, at(1'000'000)));
    EXPECT_FALSE(ClockIsBehind(store, at(-200))) << "two computers differ a little";
    const auto told = ClockIsBehind(store, at(-86'400));
    ASSERT_TRUE(told);
    EXPECT_EQ(told->severity, core::Severity::kNotice);
    EXPECT_NE(told->message.find("2026-06-01T12:00:00Z"), std::string::npos);
  }
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace commonground::app
