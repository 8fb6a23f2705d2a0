// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes a study out as a study folder: everything, in open formats, with one command.
#pragma once

#include "app/workspace.h"
#include "core/file_sink.h"
#include "core/progress.h"
#include "core/result.h"
#include "ingest/folder/write_folder.h"

namespace commonground::app {

struct ExportOptions {
  ingest::CsvStyle style = ingest::CsvStyle::kSpreadsheetSafe;
  // The tables as sheets of study.xlsx instead of CSV; a table that a sheet cannot hold (a million rows, a cell of
  // 32,767 characters) stays CSV.
  bool workbook = false;
};

// Writes every file of the folder to `out`; what was written counts only if all of it was.
// Errors: those of the sink; Cancelled, and the store's.
core::Status ExportStudy(const Workspace& workspace, const ExportOptions& options, core::FileSink& out,
                         core::Progress& progress);

}  // namespace commonground::app
