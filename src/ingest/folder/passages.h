// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts every coding of the table onto its passage.
#pragma once

#include "core/progress.h"
#include "ingest/folder/source_lines.h"
#include "ingest/folder/toml/files.h"
#include "model/study.h"

namespace commonground::ingest {

inline constexpr std::int64_t kContextLength = 32;  // code points kept before and after a passage

// A coding that was made on an older version of its document, and is not in the newest: its range counts in the older
// text.
struct StaleCoding {
  std::size_t coding = 0;  // index into Study::codings
  int version = 1;
};

// Checks start and end against the text, or finds them by `exact` between prefix and suffix; then sets prefix and
// suffix to the code points before and after.  A coding that has no passage is a problem; so is one whose document is
// missing and one that is in the table twice.  Returns those that are in one of Study::old_versions only.  Cost: linear
// in texts and codings; a coding without start and end costs a search of its document.
std::vector<StaleCoding> PlacePassages(model::Study& study, const SourceLines& places, Problems& problems,
                                       core::Progress& progress);

}  // namespace commonground::ingest
