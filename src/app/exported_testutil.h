// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study written out as a folder, for tests.
#pragma once

#include <filesystem>

#include "app/export_study.h"
#include "core/folder_in_progress.h"

namespace commonground::app {

inline core::Status ExportTo(const std::filesystem::path& folder, const Workspace& workspace,
                             const ExportOptions& options) {
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(auto out, core::FolderInProgress::Begin(folder, ".common-ground-export"));
  CG_RETURN_IF_ERROR(ExportStudy(workspace, options, out, progress));
  return out.Commit();
}

}  // namespace commonground::app
