// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests that a child ends with its scope and tells how it ended.
#include "core/child_process.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace commonground::core {
namespace {

pid_t Start(int ends_with) {
  const pid_t pid = fork();
  if (pid == 0) {
    if (ends_with >= 0) _exit(ends_with);
    while (true) pause();
  }
  return pid;
}

TEST(ChildProcess, TellsHowItEnded) {
  ChildProcess child(Start(7));
  const int status = child.Wait(0);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 7);
}

TEST(ChildProcess, EndsBySignal) {
  ChildProcess child(Start(-1));
  const int status = child.Wait(SIGKILL);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(WTERMSIG(status), SIGKILL);
}

TEST(ChildProcess, EndsWithItsScope) {
  const pid_t pid = Start(-1);
  { const ChildProcess child(pid); }
  EXPECT_EQ(kill(pid, 0), -1) << "it was waited for, so that nothing of it is left";
}

TEST(ChildProcess, PointsAtItsWords) {
  std::vector<std::string> words{"ls", "", "-l"};
  const std::vector<char*> pointers = ArgumentPointers(words);
  ASSERT_EQ(pointers.size(), 4U);
  EXPECT_STREQ(pointers[2], "-l");
  EXPECT_EQ(pointers[3], nullptr);
}

}  // namespace
}  // namespace commonground::core
