// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// measure_command COMMAND...: runs it without its output and prints "SECONDS PEAK_MB EXIT_CODE".

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>

int main(int argc, char** argv) {
  if (argc < 2) return 64;
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nowhere, STDOUT_FILENO);
    execvp(argv[1], argv + 1);
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) < 0) return 1;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  fmt::print("{:.3f} {} {}\n", took.count(), usage.ru_maxrss / 1024,
             WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}
