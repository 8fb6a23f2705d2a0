// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What every start of another program needs: its words as exec takes them, a limit, and an end.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace commonground::core {

// As exec takes them, the last one null.  They point into `words`, which must outlive them unchanged.  Call it before
// fork: it allocates.
std::vector<char*> ArgumentPointers(std::vector<std::string>& words);

// RLIMIT_... of this process, soft and hard; false: it was refused.  Safe between fork and exec.
bool LimitResource(int resource, std::int64_t most);

// A child that ends with its scope, if it has not before.  Threads: one at a time.
class ChildProcess {
 public:
  explicit ChildProcess(pid_t pid) : pid_(pid) {}
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;
  ~ChildProcess();

  // Sends the signal, if it is not 0, and waits for the end.  Gives the status as waitpid does.
  int Wait(int signal);

 private:
  pid_t pid_;
};

}  // namespace commonground::core
