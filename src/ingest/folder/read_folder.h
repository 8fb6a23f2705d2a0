// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads a study folder (docs/file-formats.md).  The inverse of write_folder.h: both run over the same descriptions of
// tables (tables/) and of TOML files (toml/).
//
// What is read is valid when there is no error among the problems: every reference exists, every coding lies in its
// text.  Order: rows of tables and regions as in their files; definitions, findings and chapters by id; cases by
// organisation; documents by organisation, then file name.
#pragma once

#include <filesystem>
#include <vector>

#include "core/problem.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/file_hash.h"
#include "model/study.h"

namespace commonground::ingest {

struct FolderRead {
  model::Study study;                   // to be used only if !core::HasErrors(problems)
  std::vector<core::Problem> problems;  // all of them; sorted by file, then line
  std::vector<model::FileHash> files;   // every file that was read, sorted by path
};

// Errors:  NotFound (no such folder), InvalidInput (a file, not a folder), Cancelled.  All else is in `problems`.
// Owns:    only reads; follows no symbolic link; opens nothing outside the folder.
// Threads: any number of concurrent calls.
// Cost:    linear in the bytes; a coding without start and end costs one search of its document.
core::Result<FolderRead> ReadFolder(const std::filesystem::path& folder, core::Progress& progress);

// The files that ReadFolder would read, with their hashes, sorted by path; reads no meaning into them.
// Errors: as ReadFolder, and Io or InvalidInput for a file that cannot be read.
core::Result<std::vector<model::FileHash>> HashFolder(const std::filesystem::path& folder, core::Progress& progress);

}  // namespace commonground::ingest
