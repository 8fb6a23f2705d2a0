// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes what may be published in every form and language that was asked for.
//
//     one language                   several
//     index.html, ...                index.html (languages), fr/index.html, ru/index.html, ...
#pragma once

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

struct EditionPlan {
  std::vector<Form> forms;             // at least one
  std::vector<std::string> languages;  // at least one
};

struct EditionOut {
  publish::FileSink write;
  // Is shown every text that leaves, also those that leave within a file of another kind (a PDF, a container), by that
  // file's name.
  std::function<void(std::string_view path, std::string_view text)> look;
};

// Returns the file that begins each form and language, the one to open first before all others.
// Errors: InvalidInput (unknown language), Cancelled, the sink's.  Threads: one.
core::Result<std::vector<std::string>> WriteEdition(const model::Publication& publication, const EditionPlan& plan,
                                                    const EditionOut& out, core::Progress& progress);

}  // namespace commonground::app
