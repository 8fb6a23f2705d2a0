// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a program that we start can reach, and what becomes of an edition when it is missing, fails, or is killed.
#include "app/forms/tool.h"

#include <gtest/gtest.h>

#include "app/forms/edition.h"

namespace commonground::app {
namespace {

// What a shell says in the box.
std::string Said(const std::string& script) {
  core::NoProgress quiet;
  const ThrowAwayFolder folder = ThrowAwayFolder::Make().value();
  const auto ran =
      RunTool({"/usr/bin/sh", "dash", "tests", {"-c", "(" + script + ") >/report/said 2>&1; true"}}, folder, quiet);
  EXPECT_TRUE(ran) << (ran ? "" : ran.error().message);
  return folder.Take("said").value_or("");
}

core::Status RunShell(const std::string& script, std::chrono::seconds wall = std::chrono::seconds(60)) {
  core::NoProgress quiet;
  const ThrowAwayFolder folder = ThrowAwayFolder::Make().value();
  ToolJob job{"/usr/bin/sh", "dash", "tests", {"-c", script}};
  job.wall = wall;
  return RunTool(job, folder, quiet);
}

// Where nobody may make namespaces nothing runs at all, and says so.
class BoxedTool : public ::testing::Test {
 protected:
  void SetUp() override {
    const core::Status ran = RunShell("true");
    if (ran) return;
    const std::string& said = ran.error().message;
    ASSERT_NE(said.find("namespace"), std::string::npos) << said;
    GTEST_SKIP() << "this system lets nobody make namespaces";
  }
};

TEST_F(BoxedTool, SeesNoHomeNoNetworkNoNameOfTheMachine) {
  EXPECT_EQ(Said("hostname"), "report\n");
  EXPECT_EQ(Said("echo $HOME $USER"), "/tmp\n");
  EXPECT_EQ(Said("ls /root /home /etc/passwd /var/lib 2>/dev/null"), "");
  EXPECT_EQ(Said("tail -n +3 /proc/net/dev | grep -vc lo:"), "0\n");
  EXPECT_NE(Said("touch /usr/x").find("Read-only"), std::string::npos);
}

TEST_F(BoxedTool, OneThatIsKilledFailsOrTakesTooLongIsAnError) {
  EXPECT_TRUE(RunShell("true"));
  EXPECT_NE(RunShell("kill -9 $$").error().message.find("was killed"), std::string::npos);
  EXPECT_NE(RunShell("echo no such thing; exit 3").error().message.find("failed (no such thing)"), std::string::npos);
  EXPECT_NE(RunShell("sleep 60", std::chrono::seconds(1)).error().message.find("longer than 1"), std::string::npos);
}

TEST(ThrowAwayFolder, GoesWithItsScope) {
  std::filesystem::path path;
  {
    const ThrowAwayFolder folder = ThrowAwayFolder::Make().value();
    path = folder.path();
    EXPECT_TRUE(folder.Put("a/b", "x"));
    EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms::owner_all);
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

// The error of an edition in a form whose program is another one; nothing may have been written.
core::Error ErrorOf(Form form, const std::filesystem::path& program) {
  model::Publication publication;
  publication.comparison.groupings = {{"region", {}, {}}};
  publication.snapshot.groupings = {{"region", {}, {}, {}}};
  int written = 0;
  const EditionOut out{[&](std::string_view, std::string_view) -> core::Status {
                         ++written;
                         return {};
                       },
                       [](std::string_view, std::string_view) {}};
  core::NoProgress quiet;
  const auto done = WriteEdition(publication, {{form}, {"en"}, {program, program}}, out, quiet);
  EXPECT_EQ(written, 0);
  return done ? core::Error{} : done.error();
}

TEST(WriteEdition, AMissingProgramIsNamedWithItsPackageBeforeAnythingIsWritten) {
  for (const auto& [form, package] :
       {std::pair(Form::kPdf, "chromium"), std::pair(Form::kDocx, "pandoc"), std::pair(Form::kEpub, "pandoc")}) {
    const core::Error error = ErrorOf(form, "/usr/bin/no-such-program");
    EXPECT_EQ(error.code, core::ErrorCode::kNotFound);
    EXPECT_NE(error.message.find(std::string("Fix: apt-get install ") + package), std::string::npos) << error.message;
  }
}

TEST(WriteEdition, AProgramThatFailsOrWritesNothingIsAnError) {
  for (const Form form : {Form::kPdf, Form::kDocx, Form::kEpub}) {
    EXPECT_EQ(ErrorOf(form, "/usr/bin/false").code, core::ErrorCode::kIo);
    EXPECT_EQ(ErrorOf(form, "/usr/bin/true").code, core::ErrorCode::kIo);
  }
}

TEST(FormsIn, EachOnceInOrderAndAWordThatIsNoneIsNamed) {
  EXPECT_EQ(FormsIn("").value(), std::vector{Form::kHtml});
  EXPECT_EQ(FormsIn("data,pdf,data, html").value(), (std::vector{Form::kHtml, Form::kPdf, Form::kData}));
  EXPECT_EQ(FormsIn("all").value().size(), 5U);
  for (const char* bad : {"pif", "html,", "HTML", "all,html"}) EXPECT_FALSE(FormsIn(bad)) << bad;
  EXPECT_EQ(LanguagesIn("", "ru").value(), std::vector<std::string>{"ru"});
  EXPECT_EQ(LanguagesIn("fr,en,fr", "ru").value(), (std::vector<std::string>{"fr", "en"}));
  EXPECT_EQ(LanguagesIn("all", "ru").value().size(), 5U);
  EXPECT_FALSE(LanguagesIn("xx", "ru"));
}

}  // namespace
}  // namespace commonground::app
