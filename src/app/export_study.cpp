// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "app/export_study.h"

#include "core/folder_in_progress.h"

namespace commonground::app {

core::Status ExportStudy(const store::StudyStore& store, ingest::CsvStyle style, const std::filesystem::path& folder,
                         core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const model::Study study, store.Load(progress));
  CG_ASSIGN_OR_RETURN(auto out, core::FolderInProgress::Begin(folder, ".common-ground-export"));
  CG_RETURN_IF_ERROR(ingest::WriteFolder(
      study, style, [&](std::string_view path, std::string_view bytes) { return out.Write(path, bytes); }, progress));
  return out.Commit();
}

}  // namespace commonground::app
