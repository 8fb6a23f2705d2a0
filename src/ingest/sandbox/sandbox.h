// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Runs one program on one untrusted file in a throw-away process that can reach nothing: no network, no files but the
// system's libraries (read only), no other process, bounded memory, time and output.  docs/threat-model.md.
//
// Two barriers.  Bubblewrap: namespaces of its own for users, mounts, processes, network.  Landlock: where the system
// refuses namespaces (in a chroot, on some distributions).  Both with a seccomp allow-list, no_new_privs and resource
// limits.  Where neither can be set up nothing runs: it fails closed.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/progress.h"
#include "core/result.h"

namespace commonground::ingest {

enum class Barrier { kBubblewrap, kLandlock };
std::string_view Name(Barrier barrier);

struct SandboxLimits {
  std::int64_t memory_bytes = 512LL << 20;  // of address space; 0: no limit (a build with sanitizers needs that)
  std::chrono::seconds wall{60};
  std::chrono::seconds cpu{60};
  std::int64_t output_bytes = 128LL << 20;
};

struct SandboxJob {
  std::filesystem::path program;  // an executable; it sees itself, /usr, fonts, and an empty /tmp (bubblewrap only)
  std::vector<std::string> arguments;  // without the program's name
  std::string_view input;              // its standard input; borrowed
  SandboxLimits limits;
};

struct SandboxOutcome {
  enum class End { kExited, kKilled, kTimeUp, kTooMuchOutput };
  End end = End::kExited;
  int exit_code = 0;     // when it exited
  int signal = 0;        // when it was killed: by a limit, or by its own fault
  std::string output;    // its standard output
  std::string messages;  // the first 4 KiB of its standard error; for the log, not for trust
};

// The barrier of this machine, looked for once.  Errors: Io, with the fix, when there is none.  Threads: any.
core::Result<Barrier> FindBarrier();

// Waits until the program has ended; when this returns none of its processes is left.
// Errors: Io (no barrier, program missing, no memory for the input), Cancelled (the program was killed).
// Threads: any number of concurrent calls.  Cost: about 10 ms on top of the program.
core::Result<SandboxOutcome> RunInSandbox(const SandboxJob& job, core::Progress& progress);
core::Result<SandboxOutcome> RunInSandbox(const SandboxJob& job, Barrier barrier, core::Progress& progress);

}  // namespace commonground::ingest
