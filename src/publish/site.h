// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The report as a static site: HTML, CSS and SVG; no script, no network.  Pure: no clock, no files; the same
// publication in the same language gives the same bytes.
#pragma once

#include <string>
#include <vector>

#include "core/progress.h"
#include "core/result.h"
#include "model/results/publication.h"
#include "publish/html/html.h"
#include "publish/renderer.h"

namespace commonground::publish {

struct SiteOptions {
  std::string language = "en";  // publish/words.h lists them
  std::vector<FormLink> forms = {};
};

// Errors: InvalidInput (unknown language), Cancelled, the sink's.  Cost: O(pages); about 0.2 ms a page.
core::Status RenderSite(const model::Publication& publication, const SiteOptions& options, const FileSink& sink,
                        core::Progress& progress);

}  // namespace commonground::publish
