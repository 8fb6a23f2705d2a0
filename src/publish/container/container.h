// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// ZIP containers (open data, DOCX, EPUB) in memory, by libzip: it adds no fields of its own, which EPUB's first file
// may not have, and lets times be fixed.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"

namespace commonground::publish {

struct ContainedFile {
  std::string name;
  std::string bytes;
  bool stored = false;  // not deflated: EPUB's "mimetype"
};

// The files in this order, all of 1 January 1980, without owners, comments and extra fields.
// Errors: Io (memory).  Threads: any.  Cost: linear; twice the content in memory.
core::Result<std::string> WriteContainer(const std::vector<ContainedFile>& files);

// What a program of ours or one that we started has written, in its order; not for files of strangers.
// Errors: Io (it is no container, or more than `max_bytes` unpacked).
core::Result<std::vector<ContainedFile>> ReadContainer(const std::string& bytes, std::size_t max_bytes = 512U << 20);

}  // namespace commonground::publish
