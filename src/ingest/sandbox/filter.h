// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The seccomp allow-list of the sandbox: everything that is not named fails with EPERM.
#pragma once

#include <string>

#include "core/result.h"

namespace commonground::ingest {

enum class FilterFor {
  kStart,    // may replace itself by a program (execve): needed to start; may make threads, never processes
  kParsing,  // may not even do that; a parser puts it on itself before it reads the file
};

// A classic BPF program as bytes (struct sock_filter[]), as prctl and bubblewrap's --seccomp take it.
// Errors: Io when libseccomp refuses.  Threads: any.
core::Result<std::string> SeccompFilter(FilterFor purpose);

// Puts the filter on the calling process, for good.  Requires: one thread; no_new_privs is set by this call.
core::Status ApplySeccompFilter(const std::string& filter);

}  // namespace commonground::ingest
