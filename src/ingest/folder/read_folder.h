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
#include <optional>
#include <vector>

#include "core/date.h"
#include "core/problem.h"
#include "core/progress.h"
#include "core/result.h"
#include "ingest/documents/convert.h"
#include "ingest/folder/passages.h"
#include "model/file_hash.h"
#include "model/study.h"

namespace commonground::ingest {

// What an import knows besides the folder.
struct ReadOptions {
  // Turns files into text; null: a document that is no text itself is an error.
  const Converter* converter = nullptr;
  core::Error why_no_converter = {};  // told then
  // The study as it was saved before, with its texts; null: none.  A document whose original did not change keeps its
  // text as it is, and is not parsed again; one whose text changed gets the next version, and keeps the old text.
  const model::Study* before = nullptr;
  std::optional<core::Date> today = {};  // dates after it are told; none: they are not
  int threads = 1;                       // that parse at the same time; each may use 512 MB
};

// A document whose text was taken from its file in this reading.
struct ConvertedDocument {
  model::DocumentId document;
  std::vector<std::string> removed;  // what the file also held
  std::vector<std::string> notices;
  std::optional<int> confidence;     // the mean, of a scan
  std::vector<std::string> read_in;  // languages that its pictures were read in
};

struct FolderRead {
  model::Study study;                        // to be used only if !core::HasErrors(problems)
  std::vector<core::Problem> problems;       // all of them; sorted by file, then line
  std::vector<model::FileHash> files;        // every file that was read, sorted by path
  std::vector<StaleCoding> stale;            // codings on older texts: to be moved, or to become orphans
  std::vector<ConvertedDocument> converted;  // in the study's order
};

// Errors:  NotFound (no such folder), InvalidInput (a file, not a folder), Cancelled, Io (no sandbox for parsers).  All
// else is in `problems`. Owns:    only reads; follows no symbolic link; opens nothing outside the folder. Threads: any
// number of concurrent calls. Cost:    linear in the bytes; a coding without start and end costs one search of its
// document.
core::Result<FolderRead> ReadFolder(const std::filesystem::path& folder, const ReadOptions& options,
                                    core::Progress& progress);

// The files that ReadFolder would read, with their hashes, sorted by path; reads no meaning into them.
// Errors: as ReadFolder, and Io or InvalidInput for a file that cannot be read.
core::Result<std::vector<model::FileHash>> HashFolder(const std::filesystem::path& folder, core::Progress& progress);

}  // namespace commonground::ingest
