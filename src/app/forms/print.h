// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The report as a PDF: Chromium prints it, in a box of its own, twice, so that the contents know their pages; then it
// is put right.
#pragma once

#include <filesystem>
#include <string>

#include "app/forms/edition.h"

namespace commonground::app {

struct PrintPlan {
  std::filesystem::path chromium;
  std::string path;  // of the edition: "report-fr.pdf"
};

// Errors: NotFound, with the package to install.
core::Status CheckPrinter(const std::filesystem::path& chromium);

// Errors: NotFound, Io (Chromium failed, was killed or took too long), Cancelled, the sink's.
core::Status WritePdf(const model::Publication& publication, const publish::Words& t, const PrintPlan& plan,
                      const EditionOut& out, core::Progress& progress);

}  // namespace commonground::app
