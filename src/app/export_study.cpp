// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "app/export_study.h"

#include "core/files.h"

namespace commonground::app {

core::Status ExportStudy(const store::StudyStore& store, ingest::CsvStyle style, const std::filesystem::path& folder,
                         core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const model::Study study, store.Load(progress));
  CG_ASSIGN_OR_RETURN(auto out, core::FolderInProgress::Begin(folder, ".common-ground-export"));
  std::error_code error;  // consents and counts are in it: for its owner only
  std::filesystem::permissions(out.path(), std::filesystem::perms::owner_all, error);
  if (error) return core::Fail(core::ErrorCode::kIo, error.message(), folder.string());
  CG_RETURN_IF_ERROR(ingest::WriteFolder(
      study, style, [&](std::string_view path, std::string_view bytes) { return out.Write(path, bytes); }, progress));
  return out.Commit();
}

}  // namespace commonground::app
