// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes a study as a study folder (docs/file-formats.md): the exact inverse of read_folder.h for every study that
// ReadFolder gives without an error.  The same study gives the same bytes: no clock, no locale.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "core/progress.h"
#include "core/result.h"
#include "model/study.h"

namespace commonground::ingest {

enum class CsvStyle {
  kRaw,
  kSpreadsheetSafe,  // cells that a spreadsheet would run as formulas begin with '
};

enum class EmptyTables { kLeftOut, kWithColumns };

struct FolderStyle {
  // NOLINTNEXTLINE(google-explicit-constructor): most callers have the style of cells only.
  FolderStyle(CsvStyle style) : cells(style) {}
  CsvStyle cells;
  EmptyTables empty = EmptyTables::kLeftOut;
  const std::set<std::string>* only = nullptr;  // the tables to be written ("codings.csv"); null: all.  Borrowed
};

// Takes one file; relative_path has '/' between parts and never leaves the folder.
using FileSink = std::function<core::Status(std::string_view relative_path, std::string_view bytes)>;

// Errors:  the sink's first error; Cancelled; InvalidInput (an id that is no name of a file: only in a
//          damaged or forged study file).
// Threads: any number of concurrent calls, each with its own sink.
// Cost:    linear; holds one file in memory at a time.
core::Status WriteFolder(const model::Study& study, const FolderStyle& style, const FileSink& sink,
                         core::Progress& progress);

}  // namespace commonground::ingest
