// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The report as a Word document or an e-book: pandoc makes it, in a box of its own; then it is put right.
#pragma once

#include <filesystem>
#include <string>

#include "app/forms/edition.h"

namespace commonground::app {

struct WordPlan {
  std::filesystem::path pandoc;
  std::string path;         // of the edition: "report-fr.docx"
  Form form = Form::kDocx;  // or kEpub
};

// Errors: NotFound, with the package to install.
core::Status CheckPandoc(const std::filesystem::path& pandoc);

// Errors: NotFound, Io (pandoc failed, was killed or took too long), Cancelled, the sink's.
core::Status WriteWord(const model::Publication& publication, const publish::Words& t, const WordPlan& plan,
                       const EditionOut& out, core::Progress& progress);

}  // namespace commonground::app
