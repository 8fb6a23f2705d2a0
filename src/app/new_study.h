// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes a study folder to start from.
#pragma once

#include <filesystem>
#include <string>

#include "core/progress.h"
#include "core/result.h"

namespace commonground::app {

struct NewStudyOptions {
  std::string title;
  std::string language = "en";  // of the report and of the help: en, fr, es, ru, zh
  bool workbook = false;        // one workbook, study.xlsx, instead of a CSV file a table
};

// An empty study with five regions of four places each, the built-in definitions, every table with the names of its
// columns, and a file of help a table (help/).  A workbook has an example row in each table, which an import skips.
// Errors: InvalidInput: `folder` is there already and not empty, or no such language; Io.
core::Status NewStudy(const std::filesystem::path& folder, const NewStudyOptions& options, core::Progress& progress);

}  // namespace commonground::app
