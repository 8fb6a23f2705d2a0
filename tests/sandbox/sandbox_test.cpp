// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A parser that was taken over gets nothing, behind either barrier.
#include "ingest/sandbox/sandbox.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>

#include "ingest/sandbox/landlock.h"

namespace commonground::ingest {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

class Sandbox : public testing::TestWithParam<Barrier> {
 protected:
  void SetUp() override {
    if (GetParam() == Barrier::kLandlock && !HasLandlock()) GTEST_SKIP() << "this kernel has no Landlock";
    const auto found = FindBarrier();
    ASSERT_TRUE(found) << found.error().message;
    if (GetParam() == Barrier::kBubblewrap && *found != Barrier::kBubblewrap) {
      GTEST_SKIP() << "this system lets nobody make namespaces";
    }
  }

  SandboxOutcome Run(std::vector<std::string> words, SandboxLimits limits = {}) {
#ifdef CG_SANITIZE
    limits.memory_bytes = 0;
#endif
    core::NoProgress silent;
    auto outcome = RunInSandbox({CG_HOSTILE_PROGRAM, std::move(words), "input", limits}, GetParam(), silent);
    EXPECT_TRUE(outcome) << outcome.error().message;
    return outcome ? std::move(*outcome) : SandboxOutcome{};
  }
};

INSTANTIATE_TEST_SUITE_P(Behind, Sandbox, testing::Values(Barrier::kBubblewrap, Barrier::kLandlock),
                         [](const auto& chosen) {
                           return chosen.param == Barrier::kBubblewrap ? "Bubblewrap" : "Landlock";
                         });

TEST_P(Sandbox, RunsAProgramAndGivesItsOutput) {
  const auto outcome = Run({"hello"});
  EXPECT_EQ(outcome.output, "done\n") << outcome.messages;
  EXPECT_EQ(outcome.end, SandboxOutcome::End::kExited);
  EXPECT_EQ(outcome.exit_code, 0);
}

TEST_P(Sandbox, RefusesWhatAHostileParserTries) {
  const std::string test = std::to_string(getpid());
  const std::vector<std::vector<std::string>> tries{
      {"connect"}, {"unix-socket"}, {"passwd"},   {"fork"}, {"write-outside"}, {"trace", test}, {"mount"},
      {"chmod"},   {"bpf"},         {"io-uring"}, {"keys"}, {"userfaultfd"},   {"kill", test},  {"namespace"}};
  for (const auto& words : tries) {
    const auto outcome = Run(words);
    EXPECT_THAT(outcome.output, StartsWith("refused: ")) << words[0] << ": " << outcome.messages;
  }
}

TEST_P(Sandbox, HandsOnNoOpenFile) {
  const int secret = open("/etc/passwd", O_RDONLY);  // without close-on-exec
  ASSERT_GE(secret, 3);
  EXPECT_EQ(Run({"descriptors"}).output, "refused: Bad file descriptor\n");
  close(secret);
}

TEST_P(Sandbox, SeesNoFileOfAPerson) {
  const fs::path file = fs::temp_directory_path() / ("sandbox-secret-" + std::to_string(getpid()));
  { fs::create_directories(file); }
  for (const std::string& path :
       {file.string(), std::string(CG_SOURCE_DIR), std::string("/root"), std::string("/home"), std::string("/var/lib"),
        std::string("/etc/shadow"), std::string("/proc/1/environ")}) {
    if (GetParam() == Barrier::kBubblewrap && path == "/proc/1/environ") continue;  // its own process 1
    EXPECT_THAT(Run({"read", path}).output, StartsWith("refused: ")) << path;
  }
  fs::remove_all(file);
}

TEST_P(Sandbox, BoundsMemory) {
#ifdef CG_SANITIZE
  GTEST_SKIP() << "a sanitizer needs all the address space";
#endif
  EXPECT_EQ(Run({"allocate"}).output, "refused: Cannot allocate memory\n");
  EXPECT_EQ(Run({"allocate-in-pieces"}).output, "refused: Cannot allocate memory\n");
}

TEST_P(Sandbox, BoundsTime) {
  SandboxLimits limits;
  limits.wall = std::chrono::seconds(1);
  EXPECT_EQ(Run({"sleep"}, limits).end, SandboxOutcome::End::kTimeUp);
  limits.wall = std::chrono::seconds(600);  // a busy machine takes long to give it one second of its time
  limits.cpu = std::chrono::seconds(1);
  const auto outcome = Run({"spin"}, limits);
  EXPECT_EQ(outcome.end, SandboxOutcome::End::kKilled) << outcome.exit_code;
}

TEST_P(Sandbox, BoundsOutput) {
  SandboxLimits limits;
  limits.output_bytes = 1 << 20;
  EXPECT_EQ(Run({"flood"}, limits).end, SandboxOutcome::End::kTooMuchOutput);
}

TEST_P(Sandbox, TellsACrash) {
  EXPECT_EQ(Run({"crash"}).end, SandboxOutcome::End::kKilled);
}

TEST_P(Sandbox, StopsWhenThePersonStops) {
  class Stopped : public core::NoProgress {
    bool Cancelled() const override { return true; }
  } stopped;
  const auto outcome = RunInSandbox({CG_HOSTILE_PROGRAM, {"sleep"}, {}, {}}, GetParam(), stopped);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, core::ErrorCode::kCancelled);
}

TEST_P(Sandbox, NamesAMissingProgram) {
  core::NoProgress silent;
  const auto outcome = RunInSandbox({"/nowhere/parser", {}, {}, {}}, GetParam(), silent);
  ASSERT_FALSE(outcome);
  EXPECT_THAT(outcome.error().message, HasSubstr("Fix"));
}

}  // namespace
}  // namespace commonground::ingest
