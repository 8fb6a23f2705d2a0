// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The report as a static site: HTML, CSS and SVG; no script, no network.  Pure: no clock, no files; the same
// publication in the same language gives the same bytes.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/progress.h"
#include "core/result.h"
#include "model/results/publication.h"

namespace commonground::publish {

struct SiteOptions {
  std::string language = "en";  // publish/words.h lists them
};

// Takes one file; relative_path has '/' between parts.
using SiteSink = std::function<core::Status(std::string_view relative_path, std::string_view bytes)>;

// Errors: InvalidInput (unknown language), Cancelled, the sink's.  Cost: O(pages); about 0.2 ms a page.
core::Status RenderSite(const model::Publication& publication, const SiteOptions& options, const SiteSink& sink,
                        core::Progress& progress);

}  // namespace commonground::publish
