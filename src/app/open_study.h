// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Opens a study for a caller: a study file or a connection URI, or a study folder, which is imported into a file beside
// it first.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/import/move_codings.h"
#include "app/workspace.h"
#include "core/moment.h"
#include "core/problem.h"
#include "core/progress.h"
#include "core/result.h"
#include "core/secret.h"
#include "model/results/kept.h"
#include "model/study.h"

namespace commonground::app {

// A document whose file was read by a parser in this import.
struct ReadDocument {
  model::DocumentId document;
  std::string language;
  std::int64_t words = 0;
  int pages = 0;                     // 0: the file has none
  std::optional<int> confidence;     // of a scan
  std::vector<std::string> removed;  // what the file also held, and is not taken over
  std::vector<std::string> read_in;  // languages that its pictures were read in
};

struct ImportOutcome {
  std::string place;                    // where the study is kept, for people
  std::vector<core::Problem> problems;  // all of them; with an error among them nothing was changed
  bool refused = false;                 // an error was among them
  std::vector<ReadDocument> read;       // in the study's order
  std::vector<CodingMoves> moves;       // documents whose text changed
  bool unchanged = false;               // the folder is what the file holds already
  std::size_t originals_not_kept = 0;   // files whose text was taken and that the study does not keep
  int pictures_made_anew = 0;           // that are kept without what a camera wrote into them; of this import
  model::SaveReport saved;
};

// "examples/x" -> "examples/x.cg".
std::filesystem::path FileBeside(const std::filesystem::path& folder);

struct ImportOptions {
  // Called when all is read and nothing is written yet; false: leave the study as it is.  Null: go on.
  std::function<bool(const ImportOutcome&)> before_saving;
  // Keeps the original files, encrypted; of pictures only the image (import/files_to_keep.h).  Called once, when all
  // else is known to be good; it gets whether the study has a passphrase already.  Null: originals are not kept.
  std::function<core::Result<core::Secret>(bool has_passphrase)> passphrase;
  // Lets go of what people did to the study bit by bit since it was written out as a folder last (commonground code).
  bool discard_acts = false;
  // Keeps no older version of a text and no orphaned coding, and none of the words that the history kept for an undo:
  // what was edited out (a name, say) is gone for good.
  bool forget_versions = false;
};

// `into`: a study file, or a connection URI.  One transaction: it holds the folder's study afterwards, or what it held
// before. Texts of the history, and labels of codes made in vivo, go with what they came from (coding/history/erase.h).
// Errors: NotFound, Busy, Conflict (somebody wrote it meanwhile, or people changed it bit by bit since the folder was
// written), Io, Corrupt, NewerSchema, Cancelled.  Problems of the
// folder are no Error: see `refused`.
core::Result<ImportOutcome> ImportFolder(const std::filesystem::path& folder, const std::string& into,
                                         const ImportOptions& options, core::Progress& progress);

struct OpenedStudy {
  std::optional<Workspace> workspace;     // none when `import` was refused
  std::optional<ImportOutcome> imported;  // when a folder was given
};

// `study`: a study folder, a study file, or a postgresql:// address (store/place.h).
// Errors: as ImportFolder, and NotFound with the fix when there is nothing of that name.
core::Result<OpenedStudy> OpenStudy(const std::string& study, Caller caller, Purpose purpose, const core::Clock& clock,
                                    core::Progress& progress);

// The study's own day, or today.
core::Date ReferenceDate(const model::Settings& settings, const core::Clock& clock);

// Whether an argument is a connection URI, or was meant as one, with a password in it: nothing repeats it.
bool ShowsPassword(const std::string& argument);

}  // namespace commonground::app
