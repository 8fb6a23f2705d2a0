// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Opens a file of another coding program, in the sandbox, and gives back what is in it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/progress.h"
#include "core/result.h"
#include "model/results/project_file.h"

namespace commonground::ingest {

inline constexpr std::int64_t kMaxProjectFileBytes = 100'000'000;

class ProjectOpener {
 public:
  // `parser_program`: commonground-parser.  Nothing is looked at before the first Open.
  explicit ProjectOpener(std::filesystem::path parser_program) : parser_program_(std::move(parser_program)) {}

  // The parser program that belongs to this program.  Errors: NotFound.
  static core::Result<ProjectOpener> BesideThisProgram();

  // .qdpx, .qdc (REFI-QDA), .xlsx, .csv, .txt (tables), .sqlite3, .db, .qda (databases of Taguette and QualCoder).
  // Errors: InvalidInput: what is wrong with the file, and the fix; NotFound: the parser program; Io: no sandbox can
  // be set up; Cancelled.  Threads: any number of concurrent calls.  Cost: about 20 ms on top of the parser.
  core::Result<model::ProjectFile> Open(std::string_view file_name, std::string_view bytes,
                                        core::Progress& progress) const;

  // Turns these files of a project (PDF, office files) into text, as any document is: it is then in `files` under the
  // name with ".txt" added, if nothing of that name is there.  What cannot be read is a notice.
  void ConvertFiles(model::ProjectFile& project, const std::vector<std::string>& names, core::Progress& progress) const;

 private:
  std::filesystem::path parser_program_;
};

}  // namespace commonground::ingest
