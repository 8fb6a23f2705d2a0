// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds the one file, and reads it whole.

#include "cli/project_file.h"

#include <filesystem>

#include "core/files.h"

namespace commonground::cli {

namespace fs = std::filesystem;
using core::ErrorCode;

namespace {

core::Result<fs::path> FileOf(const fs::path& given) {
  std::error_code ignored;
  if (!fs::is_directory(given, ignored)) return given;
  if (fs::is_regular_file(given / "data.qda", ignored)) return given / "data.qda";
  return core::Fail(
      ErrorCode::kInvalidInput,
      "this is a folder, and not a project of QualCoder (there is no data.qda in it). Fix: give one file: "
      ".qdpx or .qdc (REFI-QDA), a table (.csv, .xlsx), or a project of Taguette (.sqlite3)",
      given.string());
}

}  // namespace

core::Result<app::ProjectBytes> ReadProjectFile(const std::string& given) {
  CG_ASSIGN_OR_RETURN(const fs::path path, FileOf(given));
  CG_ASSIGN_OR_RETURN(std::string bytes, core::ReadFile(path, app::kMaxProjectBytes));
  return app::ProjectBytes{path.string(), std::move(bytes)};
}

}  // namespace commonground::cli
