// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes a study out as a study folder: everything, in open formats, with one command.
#pragma once

#include <filesystem>

#include "core/progress.h"
#include "core/result.h"
#include "ingest/folder/write_folder.h"
#include "store/study_store.h"

namespace commonground::app {

// The folder appears whole or not at all, with mode 0700.  A folder that export wrote before is replaced; any other is
// left alone. Errors: InvalidInput (the folder is somebody else's), Io, Cancelled, and the store's.
core::Status ExportStudy(const store::StudyStore& store, ingest::CsvStyle style, const std::filesystem::path& folder,
                         core::Progress& progress);

}  // namespace commonground::app
