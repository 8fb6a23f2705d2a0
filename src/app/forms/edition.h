// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes what may be published in every form and language that was asked for.
//
//     one language                   several
//     index.html, ...                index.html (languages), fr/index.html, ru/index.html, ...
//     report-fr.docx                 report-fr.docx, report-ru.docx, ...
//     data/index.html, ...           the same, in the first language
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/forms/form.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/results/publication.h"
#include "publish/renderer.h"

namespace commonground::app {

// Programs that we start; tests name others.
struct Tools {
  std::filesystem::path pandoc = "/usr/bin/pandoc";
  std::filesystem::path chromium = "/usr/lib/chromium/chromium";  // not the script in /usr/bin, which reads /etc
};

struct EditionPlan {
  std::vector<Form> forms;             // at least one
  std::vector<std::string> languages;  // at least one
  Tools tools = {};
};

struct EditionOut {
  publish::FileSink write;
  // Is shown every text that leaves, also those that leave within a file of another kind (a PDF, a container), by that
  // file's name.
  std::function<void(std::string_view path, std::string_view text)> look;
};

// Returns the file that begins each form and language, the one to open first before all others.
// Errors: InvalidInput (unknown language), NotFound (a program that a form needs, found out before anything is
// written), Io (it failed), Cancelled, the sink's.  Threads: one.
core::Result<std::vector<std::string>> WriteEdition(const model::Publication& publication, const EditionPlan& plan,
                                                    const EditionOut& out, core::Progress& progress);

}  // namespace commonground::app
