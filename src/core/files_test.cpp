// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Files and folders against links, pipes, sockets, devices, other owners, any umask, kill -9 at any moment, and a
// second program that swaps names all the time.
#include "core/files.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <functional>
#include <thread>

#include "core/folder_in_progress.h"

namespace commonground::core {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMarker = ".common-ground-test";

class Files : public testing::Test {
 protected:
  Files() {
    std::string pattern = (fs::temp_directory_path() / "cg-files-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~Files() override { fs::remove_all(folder_); }
  int Entries() const { return static_cast<int>(std::distance(fs::directory_iterator(folder_), {})); }
  static unsigned Mode(const fs::path& path) {
    struct stat info {};
    return ::lstat(path.c_str(), &info) == 0 ? info.st_mode & 07777U : 0;
  }
  static void Put(const fs::path& path, std::string_view bytes) { std::ofstream(path) << bytes; }
  static std::string Get(const fs::path& path) { return ReadFile(path, 1'000'000).value_or("(not there)"); }

  static Status WriteFolder(const fs::path& target, std::string_view text) {
    CG_ASSIGN_OR_RETURN(auto folder, FolderInProgress::Begin(target, std::string(kMarker)));
    CG_RETURN_IF_ERROR(folder.Write("a/b.html", text));
    CG_RETURN_IF_ERROR(folder.Write("index.html", text));
    return folder.Commit();
  }

  // Everything that is no regular file, by name.
  void MakeOddThings() {
    Put(folder_ / "file", "mine");
    fs::create_symlink("file", folder_ / "link");
    fs::create_symlink("nowhere", folder_ / "dangling");
    fs::create_symlink(folder_, folder_ / "folder-link");
    ASSERT_EQ(::mkfifo((folder_ / "fifo").c_str(), 0600), 0);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string name = (folder_ / "socket").string();
    ASSERT_LT(name.size(), sizeof(address.sun_path));
    name.copy(address.sun_path, name.size());
    ASSERT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
    ::close(socket);
  }
  fs::path folder_;
};

TEST_F(Files, ComeBackAsWritten) {
  const std::string bytes("a\0b\n\xff", 5);
  ASSERT_TRUE(WriteFile(folder_ / "x", bytes));
  EXPECT_EQ(*ReadFile(folder_ / "x", 100), bytes);
  EXPECT_EQ(Entries(), 1) << "no temporary file is left";
  ASSERT_TRUE(WriteFile(folder_ / "x", "2"));
  EXPECT_EQ(Get(folder_ / "x"), "2");
  EXPECT_EQ(Entries(), 1);
}

TEST_F(Files, AreTheirOwnersOnlyWhateverTheUmask) {
  for (const mode_t mask : {0000U, 0022U, 0077U, 0177U}) {
    const mode_t before = ::umask(mask);
    const fs::path target = folder_ / ("new" + std::to_string(mask)) / "report";
    const Status file = WriteFile(folder_ / "x", "1");
    const Status folder = WriteFolder(target, "1");
    ::umask(before);
    ASSERT_TRUE(file) << file.error().message;
    ASSERT_TRUE(folder) << mask << folder.error().message;
    EXPECT_EQ(Mode(folder_ / "x"), 0600U);
    for (const char* one : {"", "a"}) EXPECT_EQ(Mode(target / one), 0700U) << one << mask;
    EXPECT_EQ(Mode(target.parent_path()), 0700U);
    for (const char* one : {"a/b.html", "index.html", ".common-ground-test"}) EXPECT_EQ(Mode(target / one), 0600U);
  }
}

TEST_F(Files, SayWhatIsWrongAndWhere) {
  const Result<std::string> missing = ReadFile(folder_ / "missing", 100);
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(missing.error().where, (folder_ / "missing").string());
  ASSERT_TRUE(WriteFile(folder_ / "big", std::string(101, 'x')));
  EXPECT_EQ(ReadFile(folder_ / "big", 100).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(ReadFile(folder_, 100).error().code, ErrorCode::kInvalidInput);
  EXPECT_NE(ReadFile(folder_, 100).error().message.find("Fix: name a file"), std::string::npos);
  EXPECT_EQ(WriteFile(folder_ / "no" / "x", "").error().code, ErrorCode::kNotFound);
}

TEST_F(Files, ThatAreNoFilesAreNeitherReadNorReplacedNorWaitedFor) {
  MakeOddThings();
  for (const char* name : {"fifo", "socket", "/dev/null", "/dev/tty", "/dev/zero"}) {
    const auto read = ReadFile(folder_ / name, 100);
    EXPECT_FALSE(read) << name;
  }
  for (const char* name : {"link", "dangling", "fifo", "socket", "folder-link", "/dev/null", "/dev/full", ".", ".."}) {
    const auto before = fs::symlink_status(folder_ / name).type();
    const Status written = WriteFile(folder_ / name, "x");
    ASSERT_FALSE(written) << name;
    EXPECT_EQ(written.error().code, ErrorCode::kInvalidInput) << name;
    EXPECT_EQ(fs::symlink_status(folder_ / name).type(), before) << name;
    if (name[0] == '.') continue;
    const Status replaced = WriteFolder(folder_ / name, "x");
    ASSERT_FALSE(replaced) << name;
    EXPECT_EQ(replaced.error().code, ErrorCode::kInvalidInput) << name;
  }
  EXPECT_EQ(Get(folder_ / "file"), "mine");
  EXPECT_FALSE(WriteFolder(folder_ / "file", "x"));
  EXPECT_EQ(Entries(), 6);
}

TEST_F(Files, BelowAFolderAreNeverReachedThroughALink) {
  fs::create_directory(folder_ / "inside");
  fs::create_directory(folder_ / "outside");
  Put(folder_ / "outside/secret", "secret");
  fs::create_directory_symlink("../outside", folder_ / "inside/away");
  fs::create_symlink("../outside/secret", folder_ / "inside/secret");
  EXPECT_FALSE(ReadFileIn(folder_ / "inside", "away/secret", 100));
  EXPECT_FALSE(ReadFileIn(folder_ / "inside", "secret", 100));
  EXPECT_EQ(*ReadFileIn(folder_, "outside/secret", 100), "secret");
}

TEST_F(Files, OfSomebodyElseAreLeftAlone) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can make a file of somebody else";
  Put(folder_ / "theirs", "theirs");
  ASSERT_TRUE(WriteFolder(folder_ / "report", "1"));
  for (const char* one : {"theirs", "report"}) ASSERT_EQ(::chown((folder_ / one).c_str(), 61234, 61234), 0);
  const Status file = WriteFile(folder_ / "theirs", "mine");
  ASSERT_FALSE(file);
  EXPECT_NE(file.error().message.find("another user"), std::string::npos);
  EXPECT_EQ(Get(folder_ / "theirs"), "theirs");
  EXPECT_FALSE(WriteFolder(folder_ / "report", "2"));
  EXPECT_EQ(Get(folder_ / "report/index.html"), "1");
}

TEST_F(Files, AFolderAppearsWholeOrNotAtAll) {
  const fs::path target = folder_ / "report";
  {
    Result<FolderInProgress> begun = FolderInProgress::Begin(target, std::string(kMarker));
    ASSERT_TRUE(begun.has_value());
    ASSERT_TRUE(begun->Write("a/b.html", "1"));
  }
  EXPECT_EQ(Entries(), 0) << "dropped without Commit: nothing stays";
  for (const char* text : {"1", "2"}) {
    ASSERT_TRUE(WriteFolder(target, text));
    EXPECT_EQ(Get(target / "a/b.html"), text);
    EXPECT_EQ(Entries(), 1);
  }
}

TEST_F(Files, AFolderOfAPersonIsNeverReplaced) {
  const fs::path target = folder_ / "mine";
  fs::create_directory(target);
  ASSERT_TRUE(WriteFolder(target, "1")) << "an empty folder may be filled";
  const std::vector<std::pair<const char*, std::function<void(const fs::path&)>>> people_do{
      {"edit a page", [](const fs::path& f) { Put(f / "index.html", "edited"); }},
      {"edit to the same length", [](const fs::path& f) { Put(f / "a/b.html", "2"); }},
      {"add a file", [](const fs::path& f) { Put(f / "thesis.txt", "years"); }},
      {"add a file below", [](const fs::path& f) { Put(f / "a/thesis.txt", "years"); }},
      {"add a hidden file", [](const fs::path& f) { Put(f / ".git", "x"); }},
      {"add an empty folder", [](const fs::path& f) { fs::create_directory(f / "new"); }},
      {"put a link in place",
       [](const fs::path& f) { fs::remove(f / "index.html"), fs::create_symlink("a/b.html", f / "index.html"); }},
      {"put a folder in place",
       [](const fs::path& f) { fs::remove(f / "index.html"), fs::create_directory(f / "index.html"); }},
      {"put a pipe in place",
       [](const fs::path& f) { fs::remove(f / "index.html"), ::mkfifo((f / "index.html").c_str(), 0600); }},
      {"remove a page", [](const fs::path& f) { fs::remove(f / "a/b.html"); }},
      {"remove the list", [](const fs::path& f) { fs::remove(f / kMarker); }},
      {"spoil the list", [](const fs::path& f) { Put(f / kMarker, "Written by"); }},
      {"link the list",
       [](const fs::path& f) { fs::rename(f / kMarker, f / "x"), fs::create_symlink("x", f / kMarker); }},
  };
  for (const auto& [what, act] : people_do) {
    fs::remove_all(target);
    ASSERT_TRUE(WriteFolder(target, "1")) << what;
    act(target);
    const Status written = WriteFolder(target, "2");
    ASSERT_FALSE(written) << what;
    EXPECT_EQ(written.error().code, ErrorCode::kInvalidInput) << what;
    EXPECT_NE(Get(target / "index.html"), "2") << what;
    EXPECT_EQ(Entries(), 1) << what;

    // The same while it is written.
    fs::remove_all(target);
    ASSERT_TRUE(WriteFolder(target, "1")) << what;
    auto folder = FolderInProgress::Begin(target, std::string(kMarker));
    ASSERT_TRUE(folder) << what;
    ASSERT_TRUE(folder->Write("index.html", "2"));
    act(target);
    EXPECT_FALSE(folder->Commit()) << what;
    EXPECT_NE(Get(target / "index.html"), "2") << what;
  }
}

TEST_F(Files, WhatAppearsWhileAFolderIsWrittenStays) {
  const fs::path target = folder_ / "report";
  const std::vector<std::function<void()>> appear{
      [&] { fs::create_directory(target), Put(target / "thesis.txt", "years"); },
      [&] { fs::create_directory(target); },
      [&] { Put(target, "years"); },
      [&] { fs::create_symlink("/etc", target); },
      [&] { ASSERT_TRUE(WriteFolder(target, "other")); },
  };
  for (const auto& act : appear) {
    fs::remove_all(target);
    {
      auto folder = FolderInProgress::Begin(target, std::string(kMarker));
      ASSERT_TRUE(folder);
      ASSERT_TRUE(folder->Write("index.html", "2"));
      act();
      const Status done = folder->Commit();
      ASSERT_FALSE(done);
      EXPECT_EQ(done.error().code, ErrorCode::kConflict);
    }
    EXPECT_TRUE(fs::is_symlink(target) || Get(target / "index.html") != "2");
    EXPECT_EQ(Entries(), 1);
  }
}

// What a killed program leaves is taken away by the next one; what a living one writes is not.
TEST_F(Files, LeaveNothingWhenKilledAtAnyMoment) {
  const fs::path target = folder_ / "report";
  const std::string large(200'000, 'x');
  std::size_t seen = 0;
  for (int round = 0; round < 60; ++round) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      for (;;) {
        (void)WriteFolder(target, large);
        (void)WriteFile(folder_ / "table.csv", large);
      }
    }
    ::usleep(static_cast<useconds_t>(round * 137 % 4'001));  // any moment: nothing is waited for
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    seen += Entries() > 2 ? 1 : 0;
    const std::string page = Get(target / "index.html");
    EXPECT_TRUE(!fs::exists(target) || page == large) << "whole or not at all";
    ASSERT_TRUE(WriteFolder(target, large));
    ASSERT_TRUE(WriteFile(folder_ / "table.csv", large));
    ASSERT_EQ(Entries(), 2) << "round " << round;
  }
  RecordProperty("left_over", static_cast<int>(seen));
}

TEST_F(Files, OfALivingProgramAreNotSweptAway) {
  auto slow = FolderInProgress::Begin(folder_ / "slow", std::string(kMarker));
  ASSERT_TRUE(slow);
  ASSERT_TRUE(slow->Write("index.html", "slow"));
  const pid_t child = ::fork();
  if (child == 0) ::_exit(WriteFolder(folder_ / "fast", "1") && WriteFile(folder_ / "f", "1") ? 0 : 1);
  int status = 1;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  ASSERT_TRUE(slow->Commit());
  EXPECT_EQ(Get(folder_ / "slow/index.html"), "slow");
  EXPECT_EQ(Entries(), 3);
}

// A second program swaps the target for a link to a folder of ours, a pipe, or a person's folder, all the time.
TEST_F(Files, AreSafeFromWhoSwapsNames) {
  const fs::path target = folder_ / "target";
  const fs::path precious = folder_ / "precious";
  fs::create_directory(precious);
  Put(precious / "thesis.txt", "years");
  std::atomic<bool> stop = false;
  std::thread swapper([&] {
    for (int i = 0; !stop; ++i) {
      std::error_code ignored;
      const fs::path aside = folder_ / "aside";
      switch (i % 5) {
        case 0:
          fs::create_symlink(precious / "thesis.txt", aside, ignored);
          break;
        case 1:
          ::mkfifo(aside.c_str(), 0600);
          break;
        case 2:
          fs::create_symlink(precious, aside, ignored);
          break;
        case 3:
          fs::create_directory(aside, ignored), Put(aside / "person.txt", "x");
          break;
        default:
          Put(aside, "older");
          break;
      }
      fs::remove_all(target, ignored);
      fs::rename(aside, target, ignored);
      fs::remove_all(aside, ignored);
    }
  });
  int done = 0;
  for (int i = 0; i < 400; ++i) {
    done += WriteFile(target, "bytes") ? 1 : 0;
    done += WriteFolder(target, "page") ? 1 : 0;
  }
  stop = true;
  swapper.join();
  EXPECT_EQ(Get(precious / "thesis.txt"), "years");
  EXPECT_EQ(std::distance(fs::directory_iterator(precious), {}), 1);
  for (const auto& entry : fs::directory_iterator(folder_)) {
    EXPECT_FALSE(entry.path().filename().string().starts_with(".common-ground-part"))
        << entry.path() << ", type " << static_cast<int>(entry.symlink_status().type());
  }
}

TEST_F(Files, NeverLeaveTheirFolder) {
  const fs::path target = folder_ / "deep/report";
  auto folder = FolderInProgress::Begin(target, std::string(kMarker));
  ASSERT_TRUE(folder);
  for (const char* path : {"../x", "a/../../x", "/etc/x", "a//b", "", ".", "a/.", "a\\b", "a\nb", "nul", "CON.html",
                           "a/lpt1.x", "x ", "x.", "a:b", "a\xff",
                           "a\xE2\x80\xAE"
                           "b",
                           "a\x7f", ".common-ground-part-x/../../y"}) {
    const Status written = folder->Write(path, "x");
    ASSERT_FALSE(written) << path;
    EXPECT_EQ(written.error().code, ErrorCode::kInvalidInput) << path;
  }
  EXPECT_FALSE(folder->Write(std::string(201, 'a'), "x"));
  ASSERT_TRUE(folder->Write("Caf\xC3\xA9.html", "x"));
  for (const char* path :
       {"Caf\xC3\xA9.html", "caf\xC3\xA9.html", "Cafe\xCC\x81.html", "CAF\xC3\x89.HTML", "Caf\xC3\xA9.html/x"}) {
    EXPECT_FALSE(folder->Write(path, "x")) << path;
  }
  ASSERT_TRUE(folder->Write("a/x", "x"));
  EXPECT_FALSE(folder->Write("A/y", "x")) << "one folder on many systems";
  EXPECT_FALSE(folder->Write("a", "x"));
  ASSERT_TRUE(folder->Write("console.html", "x"));
  ASSERT_TRUE(folder->Commit());
  EXPECT_EQ(std::distance(fs::recursive_directory_iterator(folder_), {}), 7);
}

}  // namespace
}  // namespace commonground::core
