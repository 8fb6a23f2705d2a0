// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A use case's files as a folder of the person: whole or not at all, in place of one that the same command wrote
// before.
#pragma once

#include <filesystem>
#include <string>

#include "core/folder_in_progress.h"

namespace commonground::cli {

// `write` gives whether what it wrote is to stay.  Errors: those of FolderInProgress and of `write`.
template <typename Write>
core::Status IntoFolderIf(const std::filesystem::path& folder, const std::string& marker, const Write& write) {
  CG_ASSIGN_OR_RETURN(auto out, core::FolderInProgress::Begin(folder, marker));
  CG_ASSIGN_OR_RETURN(const bool stays, write(out));
  return stays ? out.Commit() : core::Status();
}

// It stays if `write` has no error.
template <typename Write>
core::Status IntoFolder(const std::filesystem::path& folder, const std::string& marker, const Write& write) {
  return IntoFolderIf(folder, marker, [&](core::FileSink& out) -> core::Result<bool> {
    CG_RETURN_IF_ERROR(write(out));
    return true;
  });
}

}  // namespace commonground::cli
