// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The program is started by fork and exec.  Everything that allocates is done before fork: other threads may hold the
// allocator's lock.  The input is a file in memory, so that only output has to be waited for.

#include "ingest/sandbox/sandbox.h"

#include <fcntl.h>
#include <grp.h>
#include <linux/close_range.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

#include "core/check.h"
#include "core/child_process.h"
#include "ingest/sandbox/filter.h"
#include "ingest/sandbox/landlock.h"

namespace commonground::ingest {

namespace fs = std::filesystem;
using core::ErrorCode;

namespace {

constexpr const char* kBubblewrap = "/usr/bin/bwrap";
constexpr uid_t kNobody = 65534;
constexpr std::size_t kMessagesKept = 4096;

// A file descriptor that closes itself.
class File {
 public:
  explicit File(int number = -1) : number_(number) {}
  File(File&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  File& operator=(File&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~File() { Close(); }
  void Close() {
    if (number_ >= 0) close(number_);
    number_ = -1;
  }
  int number() const { return number_; }

 private:
  int number_;
};

core::Result<File> FileOf(const char* name, std::string_view bytes) {
  File file(memfd_create(name, MFD_CLOEXEC));
  while (file.number() >= 0 && !bytes.empty()) {
    const ssize_t written = write(file.number(), bytes.data(), bytes.size());
    if (written <= 0) {
      return core::Fail(ErrorCode::kIo, "there is not enough memory to hand the file to the parser sandbox");
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (file.number() < 0) return core::Fail(ErrorCode::kIo, "there is not enough memory for the parser sandbox");
  lseek(file.number(), 0, SEEK_SET);
  return file;
}

// What the child needs, made before fork.
struct Prepared {
  std::vector<std::string> words;  // the command line
  // The last: what was freed is kept at hand; poppler makes and frees thousands of small things a page (10% of its
  // time).
  std::vector<std::string> environment{"LANG=C.UTF-8",       "LC_ALL=C.UTF-8",
                                       "OMP_THREAD_LIMIT=1", "HOME=/tmp",
                                       "PATH=/usr/bin",      "GLIBC_TUNABLES=glibc.malloc.tcache_count=2000"};
  File input;
  File filter;
  File program;  // Landlock only: run by descriptor, whatever the rights of the folders above it
  File rules;    // Landlock only
  std::string filter_bytes;
};

// Only what a parser needs: the system's programs and libraries, fonts, itself.
std::vector<std::string> BubblewrapWords(const fs::path& program, int filter) {
  std::vector<std::string> words{kBubblewrap,     "--unshare-all", "--die-with-parent",
                                 "--new-session", "--cap-drop",    "ALL",
                                 "--ro-bind",     "/usr",          "/usr"};
  const auto add = [&words](std::initializer_list<std::string> more) { words.insert(words.end(), more); };
  for (const char* folder : {"/lib", "/lib64", "/bin"}) {
    std::error_code error;
    if (fs::is_symlink(folder, error)) {
      add({"--symlink", fs::read_symlink(folder, error).string(), folder});
    } else {
      add({"--ro-bind-try", folder, folder});
    }
  }
  for (const char* place : {"/etc/fonts", "/etc/alternatives", "/etc/ld.so.cache"})
    add({"--ro-bind-try", place, place});
  add({"--dev", "/dev", "--proc", "/proc", "--size", "16777216", "--tmpfs", "/tmp", "--chdir", "/tmp"});
  add({"--seccomp", std::to_string(filter)});
  const bool in_usr = program.string().starts_with("/usr/");
  const std::string seen = in_usr ? program.string() : "/run/parser";
  if (!in_usr) add({"--ro-bind", program.string(), seen});
  add({"--remount-ro", "/", "--", seen});
  return words;
}

core::Result<Prepared> Prepare(const SandboxJob& job, Barrier barrier) {
  Prepared prepared;
  std::error_code error;
  const fs::path program = fs::canonical(job.program, error);
  if (error) {
    return core::Fail(ErrorCode::kIo, "the parser program is not there. Fix: install Common Ground again",
                      job.program.string());
  }
  CG_ASSIGN_OR_RETURN(prepared.input, FileOf("input", job.input));
  CG_ASSIGN_OR_RETURN(prepared.filter_bytes, SeccompFilter(FilterFor::kStart));
  if (barrier == Barrier::kBubblewrap) {
    CG_ASSIGN_OR_RETURN(prepared.filter, FileOf("filter", prepared.filter_bytes));
    prepared.words = BubblewrapWords(program, prepared.filter.number());
  } else {
    prepared.program = File(open(program.c_str(), O_PATH | O_CLOEXEC));
    CG_ASSIGN_OR_RETURN(const int rules, LandlockRules(program));
    prepared.rules = File(rules);
    prepared.words = {program.filename().string()};
  }
  prepared.words.insert(prepared.words.end(), job.arguments.begin(), job.arguments.end());
  return prepared;
}

bool SetLimits(const SandboxLimits& limits) {
  return (limits.memory_bytes == 0 || core::LimitResource(RLIMIT_AS, limits.memory_bytes)) &&
         core::LimitResource(RLIMIT_CPU, limits.cpu.count()) && core::LimitResource(RLIMIT_FSIZE, 16 << 20) &&
         core::LimitResource(RLIMIT_NOFILE, 64) && core::LimitResource(RLIMIT_CORE, 0);
}

// Root would own the system's files: it becomes nobody first.
bool BecomeNobody() {
  if (geteuid() != 0) return true;
  return setgroups(0, nullptr) == 0 && setresgid(kNobody, kNobody, kNobody) == 0 &&
         setresuid(kNobody, kNobody, kNobody) == 0;
}

// In the child, after fork: only calls that are safe there.  Comes back only when something was refused.
void Become(const Prepared& prepared, const SandboxLimits& limits, Barrier barrier, char* const* words,
            char* const* environment) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // Whatever our own program has open (a study, somebody's terminal) stays with it.
  if (close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) != 0 || !SetLimits(limits)) return;
  if (barrier == Barrier::kBubblewrap) {
    fcntl(prepared.filter.number(), F_SETFD, 0);
    execve(kBubblewrap, words, environment);
    return;
  }
  if (setsid() < 0 || !BecomeNobody() || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // becoming somebody else takes it away
  if (chdir("/") != 0 || !RestrictSelf(prepared.rules.number())) return;
  struct {
    unsigned short length;
    const void* filter;
  } program{static_cast<unsigned short>(prepared.filter_bytes.size() / 8), prepared.filter_bytes.data()};
  if (prctl(PR_SET_SECCOMP, 2, &program) != 0) return;
  syscall(SYS_execveat, prepared.program.number(), "", words, environment, AT_EMPTY_PATH);
}

struct Pipe {
  File read;
  File write;
};

std::optional<Pipe> MakePipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{File(ends[0]), File(ends[1])};
}

// Reads until both pipes are closed, or a limit is reached.
core::Result<SandboxOutcome::End> Collect(Pipe& output, Pipe& messages, const SandboxLimits& limits,
                                          core::Progress& progress, SandboxOutcome& outcome) {
  const auto until = std::chrono::steady_clock::now() + limits.wall;
  std::vector<char> buffer(1 << 16);
  std::array<pollfd, 2> waiting{pollfd{output.read.number(), POLLIN, 0}, pollfd{messages.read.number(), POLLIN, 0}};
  while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
    if (progress.Cancelled()) return core::Fail(ErrorCode::kCancelled, "stopped. Nothing was changed");
    if (std::chrono::steady_clock::now() >= until) return SandboxOutcome::End::kTimeUp;
    if (poll(waiting.data(), waiting.size(), 100) < 0 && errno != EINTR) break;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
      const ssize_t count = read(waiting[i].fd, buffer.data(), buffer.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) {
        waiting[i].fd = -1;
        continue;
      }
      const std::string_view bytes(buffer.data(), static_cast<std::size_t>(count));
      if (i == 0) {
        outcome.output.append(bytes);
        if (static_cast<std::int64_t>(outcome.output.size()) > limits.output_bytes) {
          return SandboxOutcome::End::kTooMuchOutput;
        }
      } else if (outcome.messages.size() < kMessagesKept) {
        outcome.messages.append(bytes.substr(0, kMessagesKept - outcome.messages.size()));
      }
    }
  }
  return SandboxOutcome::End::kExited;
}

constexpr int kNotStarted = 126;

}  // namespace

std::string_view Name(Barrier barrier) {
  return barrier == Barrier::kBubblewrap ? "bubblewrap" : "Landlock";
}

core::Result<SandboxOutcome> RunInSandbox(const SandboxJob& job, Barrier barrier, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(Prepared prepared, Prepare(job, barrier));
  std::vector<char*> words = core::ArgumentPointers(prepared.words);
  std::vector<char*> environment = core::ArgumentPointers(prepared.environment);
  auto output = MakePipe();
  auto messages = MakePipe();
  if (!output || !messages) return core::Fail(ErrorCode::kIo, "too many files are open for the parser sandbox");

  const pid_t pid = fork();
  if (pid < 0) return core::Fail(ErrorCode::kIo, "the system allows no more processes for the parser sandbox");
  if (pid == 0) {
    dup2(prepared.input.number(), 0);
    dup2(output->write.number(), 1);
    dup2(messages->write.number(), 2);
    Become(prepared, job.limits, barrier, words.data(), environment.data());
    constexpr std::string_view kRefused = "the sandbox could not be set up\n";
    (void)!write(2, kRefused.data(), kRefused.size());
    _exit(kNotStarted);
  }
  core::ChildProcess child(pid);
  output->write.Close();
  messages->write.Close();
  SandboxOutcome outcome;
  CG_ASSIGN_OR_RETURN(outcome.end, Collect(*output, *messages, job.limits, progress, outcome));
  const int status = child.Wait(outcome.end == SandboxOutcome::End::kExited ? 0 : SIGKILL);
  if (outcome.end != SandboxOutcome::End::kExited) return outcome;
  // Bubblewrap reports a child that died of a signal as a shell does.
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (code > 128) {
    outcome.end = SandboxOutcome::End::kKilled;
    outcome.signal = code - 128;
  } else {
    outcome.exit_code = code;
  }
  return outcome;
}

core::Result<SandboxOutcome> RunInSandbox(const SandboxJob& job, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Barrier barrier, FindBarrier());
  return RunInSandbox(job, barrier, progress);
}

core::Result<Barrier> FindBarrier() {
  static const auto found = []() -> core::Result<Barrier> {
    core::NoProgress silent;
    std::string why;
    for (const Barrier barrier : {Barrier::kBubblewrap, Barrier::kLandlock}) {
      if (barrier == Barrier::kLandlock && !HasLandlock()) continue;
      const auto tried = RunInSandbox({"/usr/bin/true", {}, {}, {}}, barrier, silent);
      if (tried && tried->end == SandboxOutcome::End::kExited && tried->exit_code == 0) return barrier;
      if (why.empty()) why = tried ? tried->messages.substr(0, tried->messages.find('\n')) : tried.error().message;
    }
    return core::Fail(ErrorCode::kIo,
                      "the parser sandbox cannot be set up, so no document was opened (" + why +
                          "). Fix: install bubblewrap (apt-get install bubblewrap) and let programs make user "
                          "namespaces (sysctl kernel.unprivileged_userns_clone=1, or on Ubuntu "
                          "kernel.apparmor_restrict_unprivileged_userns=0), or use a kernel with Landlock");
  }();
  return found;
}

}  // namespace commonground::ingest
