// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// hostile WHAT [NUMBER]: a parser that a file has taken over.  Prints "done" when it got what it wanted, "refused: why"
// when it did not.  sandbox_test.cpp expects it to be refused everything.
#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace {

int Say(bool done) {
  if (done) {
    std::puts("done");
  } else {
    std::printf("refused: %s\n", std::strerror(errno));
  }
  std::fflush(stdout);
  return 0;
}

bool Open(const char* path, int flags) {
  const int file = open(path, flags, 0600);
  if (file < 0) return false;
  close(file);
  return true;
}

bool Connect() {
  const int file = socket(AF_INET, SOCK_STREAM, 0);
  if (file < 0) return false;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(std::atoi("9")));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  // Even a refused connection means that the network was reached.
  return connect(file, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 || errno == ECONNREFUSED;
}

// Anything open besides standard input, output and error?
bool HasMoreFiles() {
  errno = EBADF;
  for (int file = 3; file < 1024; ++file) {
    if (fcntl(file, F_GETFD) >= 0) return true;
  }
  return false;
}

bool ForkOften() {
  for (int i = 0; i < 10'000; ++i) {
    const pid_t pid = fork();
    if (pid < 0) return false;
    if (pid == 0) {
      pause();
      _exit(0);
    }
  }
  return true;
}

bool Allocate() {
  constexpr std::size_t kSize = 4ULL << 30;
  void* memory = mmap(nullptr, kSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return false;
  std::memset(memory, 1, kSize);
  return true;
}

bool AllocateInPieces() {
  for (int i = 0; i < 4096; ++i) {
    void* memory = std::malloc(1 << 20);
    if (memory == nullptr) return false;
    std::memset(memory, 1, 1 << 20);
  }
  return true;
}

bool WriteOutside() {
  for (const char* path :
       {"/usr/hostile", "/etc/hostile", "/hostile", "/var/tmp/hostile", "/srv/hostile", "/opt/hostile"}) {
    if (Open(path, O_WRONLY | O_CREAT)) return true;
  }
  return false;
}

// `trace N`, `kill N`: N is the process id of the test, as seen outside.
bool Trace(pid_t process) {
  if (ptrace(PTRACE_ATTACH, process, nullptr, nullptr) == 0) return true;
  return ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr) == 0;
}

[[noreturn]] void Forever() {
  volatile bool on = true;
  while (on) {
  }
  std::abort();
}

[[noreturn]] void Flood() {
  const std::string bytes(1 << 16, 'x');
  for (;;) (void)!write(1, bytes.data(), bytes.size());
}

}  // namespace

#ifdef CG_SANITIZE
// The filter forbids what a sanitizer would also like to do.
extern "C" const char* __asan_default_options() {
  return "detect_leaks=0:disable_coredump=0:handle_abort=0:handle_segv=0";
}
#endif

int main(int count, char** words) {
  if (count < 2) return 64;
  const std::string_view what = words[1];
  const int number = count > 2 ? std::atoi(words[2]) : 0;
  if (what == "hello") return Say(true);
  if (what == "connect") return Say(Connect());
  if (what == "unix-socket") return Say(socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
  if (what == "passwd") return Say(Open("/etc/passwd", O_RDONLY));
  if (what == "read") return Say(Open(words[2], O_RDONLY));
  if (what == "fork") return Say(ForkOften());
  if (what == "allocate") return Say(Allocate());
  if (what == "allocate-in-pieces") return Say(AllocateInPieces());
  if (what == "write-outside") return Say(WriteOutside());
  if (what == "trace") return Say(Trace(number));
  if (what == "kill") return Say(kill(number, SIGTERM) == 0);
  if (what == "mount") return Say(mount("none", "/tmp", "tmpfs", 0, nullptr) == 0);
  if (what == "chmod") return Say(chmod("/tmp", 0777) == 0);
  if (what == "bpf") return Say(syscall(SYS_bpf, 0, nullptr, 0) >= 0);
  if (what == "userfaultfd") return Say(syscall(SYS_userfaultfd, 0) >= 0);
  if (what == "io-uring") return Say(syscall(SYS_io_uring_setup, 1, nullptr) >= 0);
  if (what == "keys") return Say(syscall(SYS_keyctl, 0, -3, 0) >= 0);
  if (what == "namespace") return Say(syscall(SYS_unshare, 0x10000000 /* a user namespace */) == 0);
  if (what == "descriptors") return Say(HasMoreFiles());
  if (what == "crash") std::abort();
  if (what == "spin") Forever();
  if (what == "sleep") sleep(1000);
  if (what == "flood") Flood();
  return 64;
}
