// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Bubblewrap is the child; its death ends its whole process namespace.  All that allocates is done before fork.
#include "app/forms/tool.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>

#include "core/child_process.h"

namespace commonground::app {

namespace fs = std::filesystem;
using core::ErrorCode;

namespace {

constexpr const char* kBubblewrap = "/usr/bin/bwrap";
constexpr const char* kKept = "Nothing was written; an older report stays as it was.";
constexpr std::size_t kMessagesKept = 2000;

std::vector<std::string> WordsOf(const ToolJob& job, const fs::path& folder) {
  std::vector<std::string> words{
      kBubblewrap,  "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
      "--hostname", "report",        "--ro-bind",         "/usr",          "/usr"};
  const auto add = [&words](std::initializer_list<std::string> more) { words.insert(words.end(), more); };
  for (const char* place : {"/lib", "/lib64", "/bin"}) {
    std::error_code error;
    if (fs::is_symlink(place, error)) {
      add({"--symlink", fs::read_symlink(place, error).string(), place});
    } else {
      add({"--ro-bind-try", place, place});
    }
  }
  for (const char* place : {"/etc/fonts", "/etc/alternatives", "/etc/ld.so.cache", "/var/cache/fontconfig"})
    add({"--ro-bind-try", place, place});
  add({"--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp", "--bind", folder.string(), "/report", "--chdir",
       "/report", "--remount-ro", "/", "--", job.program.string()});
  words.insert(words.end(), job.arguments.begin(), job.arguments.end());
  return words;
}

// Reads until the program has closed its end, and keeps the last words.
core::Result<std::string> Listen(int from, const ToolJob& job, core::Progress& progress) {
  const auto until = std::chrono::steady_clock::now() + job.wall;
  std::string heard;
  std::array<char, 4096> buffer{};
  while (true) {
    if (progress.Cancelled()) return core::Fail(ErrorCode::kCancelled, "the report was stopped; nothing was written");
    if (std::chrono::steady_clock::now() >= until) {
      return core::Fail(ErrorCode::kIo, job.program.filename().string() + " took longer than " +
                                            std::to_string(job.wall.count()) + " seconds and was stopped. " + kKept);
    }
    pollfd waiting{from, POLLIN, 0};
    if (poll(&waiting, 1, 100) <= 0) continue;
    const ssize_t count = read(from, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return heard;
    heard.append(buffer.data(), static_cast<std::size_t>(count));
    if (heard.size() > 2 * kMessagesKept) heard.erase(0, heard.size() - kMessagesKept);
  }
}

}  // namespace

core::Result<ThrowAwayFolder> ThrowAwayFolder::Make() {
  std::error_code error;
  std::string name = (fs::temp_directory_path(error) / "common-ground-XXXXXX").string();
  if (error || mkdtemp(name.data()) == nullptr) {
    return core::Fail(ErrorCode::kIo, "no folder for files in between can be made. " + std::string(kKept) +
                                          " Fix: free space, or let TMPDIR name a folder that you may write");
  }
  return ThrowAwayFolder(name);
}

ThrowAwayFolder::~ThrowAwayFolder() {
  std::error_code ignored;  // what is left is in a folder of the user's own, and the system empties that one
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

core::Status ThrowAwayFolder::Put(const std::string& name, std::string_view bytes) const {
  const fs::path path = path_ / name;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) {
    return core::Fail(ErrorCode::kIo, "the disk is full, or may not be written. " + std::string(kKept), path.string());
  }
  return {};
}

core::Result<std::string> ThrowAwayFolder::Take(const std::string& name, std::int64_t max_bytes) const {
  const fs::path path = path_ / name;
  std::error_code error;
  const auto size = fs::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  if (error || !file || static_cast<std::int64_t>(size) > max_bytes)
    return core::Fail(ErrorCode::kIo, "what another program was to write is not there. " + std::string(kKept));
  std::string bytes(size, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!file) return core::Fail(ErrorCode::kIo, "what another program wrote cannot be read. " + std::string(kKept));
  return bytes;
}

core::Status CheckTool(const ToolJob& job) {
  for (const auto& [path, package] :
       {std::pair(job.program.string(), job.package), std::pair(std::string(kBubblewrap), std::string("bubblewrap"))}) {
    if (access(path.c_str(), X_OK) == 0) continue;
    return core::Fail(ErrorCode::kNotFound, package + " is not installed, and " + job.purpose + " need it. " + kKept +
                                                " Fix: apt-get install " + package +
                                                ", or leave that form out of --format");
  }
  return {};
}

core::Status RunTool(const ToolJob& job, const ThrowAwayFolder& folder, core::Progress& progress) {
  CG_RETURN_IF_ERROR(CheckTool(job));
  std::vector<std::string> words = WordsOf(job, folder.path());
  // 1 January 1980, the first day that a ZIP can tell.
  std::vector<std::string> environment{"PATH=/usr/bin", "HOME=/tmp", "LANG=C.UTF-8", "TZ=UTC",
                                       "SOURCE_DATE_EPOCH=315532800"};
  const std::vector<char*> words_of_child = core::ArgumentPointers(words);
  const std::vector<char*> environment_of_child = core::ArgumentPointers(environment);
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return core::Fail(ErrorCode::kIo, "too many files are open");
  const pid_t pid = fork();
  if (pid == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    dup2(nothing, 0);
    dup2(ends[1], 1);
    dup2(ends[1], 2);
    core::LimitResource(RLIMIT_DATA, job.memory_bytes);
    core::LimitResource(RLIMIT_CPU, job.wall.count());
    core::LimitResource(RLIMIT_CORE, 0);
    execve(kBubblewrap, words_of_child.data(), environment_of_child.data());
    _exit(126);
  }
  close(ends[1]);
  if (pid < 0) {
    close(ends[0]);
    return core::Fail(ErrorCode::kIo, "the system allows no more processes");
  }
  core::ChildProcess child(pid);
  const auto heard = Listen(ends[0], job, progress);
  close(ends[0]);
  const int status = child.Wait(heard ? 0 : SIGKILL);
  if (!heard) return core::Fail(heard.error());
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  const std::size_t line = heard->find_last_not_of('\n');
  const std::string last =
      line == std::string::npos ? "" : heard->substr(heard->rfind('\n', line) + 1, line - heard->rfind('\n', line));
  const bool killed = WIFSIGNALED(status) || WEXITSTATUS(status) > 128;
  return core::Fail(ErrorCode::kIo, job.program.filename().string() + (killed ? " was killed" : " failed") +
                                        (last.empty() ? "" : " (" + last + ")") + ". " + kKept);
}

}  // namespace commonground::app
