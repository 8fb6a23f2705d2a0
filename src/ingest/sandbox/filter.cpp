// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The system calls that a parser may make.

#include "ingest/sandbox/filter.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>

namespace commonground::ingest {

namespace {

// What poppler, Tesseract, libxml2 (and bubblewrap, which waits for them) use to read their input, compute, and write
// their output.  Not here, so refused: sockets, new processes, tracing, signals to others, mounts, keys, bpf, io_uring,
// userfaultfd, changes of owner or mode.
// clang-format off
constexpr std::array kAllowed{
    "access", "alarm", "arch_prctl", "brk", "clock_getres", "clock_gettime", "clock_nanosleep", "close",
    "close_range", "dup", "dup2", "dup3", "epoll_create", "epoll_create1", "epoll_ctl", "epoll_pwait", "epoll_wait", "eventfd2",
    "exit", "exit_group", "faccessat", "faccessat2", "fadvise64", "fcntl", "fdatasync", "fstat", "fstatfs", "fsync",
    "ftruncate", "futex", "get_robust_list", "getcwd", "getdents64", "getegid", "geteuid", "getgid", "getpgrp",
    "getpid", "getppid", "getrandom", "getrlimit", "getrusage", "gettid", "gettimeofday", "getuid", "lseek", "lstat",
    "madvise", "membarrier", "memfd_create", "mkdir", "mkdirat", "mmap", "mprotect", "mremap", "munmap", "nanosleep", "newfstatat",
    "open", "openat", "pipe", "pipe2", "poll", "ppoll", "pread64", "pselect6", "pwrite64", "read", "readlink",
    "readlinkat", "readv", "rename", "restart_syscall", "rseq", "rt_sigaction", "rt_sigpending", "rt_sigprocmask",
    "rt_sigreturn", "rt_sigsuspend", "rt_sigtimedwait", "sched_getaffinity", "sched_yield", "select",
    "set_robust_list", "set_tid_address", "setitimer", "sigaltstack", "stat", "statfs", "statx", "sysinfo", "time",
    "timer_create", "timer_delete", "timer_settime", "timerfd_create", "timerfd_settime", "times", "umask", "uname",
    "unlink", "unlinkat", "wait4", "write", "writev"};
// clang-format on

using Context = std::unique_ptr<void, decltype(&seccomp_release)>;

core::Status Refused(const char* what) {
  return core::Fail(core::ErrorCode::kIo, std::string("the filter of the parser sandbox cannot be made: ") + what);
}

core::Status Fill(scmp_filter_ctx filter, FilterFor purpose) {
  for (const char* name : kAllowed) {
    const int number = seccomp_syscall_resolve_name(name);
    if (number == __NR_SCMP_ERROR) continue;  // not on this architecture
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0) != 0) return Refused(name);
  }
  // Threads, but no processes.  clone3 hides its flags in memory: glibc goes back to clone when it is not there.
  if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
                       SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)) != 0 ||
      seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) != 0) {
    return Refused("clone");
  }
  // Limits are asked for, of oneself only, and never set.
  if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, SCMP_A0(SCMP_CMP_EQ, 0),
                       SCMP_A2(SCMP_CMP_EQ, 0)) != 0) {
    return Refused("prlimit64");
  }
  // Is this a terminal?
  if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, TCGETS)) != 0) {
    return Refused("ioctl");
  }
  // The parser makes its own filter stricter; a name for a thread; nothing else of prctl.
  for (const unsigned long option : {PR_SET_NAME, PR_GET_NAME, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, PR_SET_VMA}) {
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, option)) != 0) {
      return Refused("prctl");
    }
  }
  if (purpose == FilterFor::kStart) {
    for (const int number : {SCMP_SYS(execve), SCMP_SYS(execveat)}) {
      if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0) != 0) return Refused("execve");
    }
  }
  return {};
}

}  // namespace

core::Result<std::string> SeccompFilter(FilterFor purpose) {
  const Context filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
  if (!filter) return core::Fail(core::ErrorCode::kIo, "the filter of the parser sandbox cannot be made");
  CG_RETURN_IF_ERROR(Fill(filter.get(), purpose));
  const int file = memfd_create("filter", MFD_CLOEXEC);
  if (file < 0) return core::Fail(core::ErrorCode::kIo, "there is not enough memory for the parser sandbox");
  std::string bytes;
  if (seccomp_export_bpf(filter.get(), file) == 0) {
    bytes.resize(static_cast<std::size_t>(lseek(file, 0, SEEK_END)));
    if (pread(file, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) bytes.clear();
  }
  close(file);
  if (bytes.empty()) return core::Fail(core::ErrorCode::kIo, "the filter of the parser sandbox cannot be made");
  return bytes;
}

core::Status ApplySeccompFilter(const std::string& filter) {
  std::string bytes = filter;
  const sock_fprog program{static_cast<unsigned short>(bytes.size() / sizeof(sock_filter)),
                           reinterpret_cast<sock_filter*>(bytes.data())};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, 2 /* a filter */, &program) != 0) {
    return core::Fail(core::ErrorCode::kIo, "the filter of the parser sandbox cannot be put on");
  }
  return {};
}

}  // namespace commonground::ingest
