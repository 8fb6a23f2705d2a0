// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What must hold across the whole study once every file was read.  One file a subject; all are called by CheckStudy.
#pragma once

#include "ingest/folder/places.h"
#include "ingest/folder/toml/files.h"
#include "model/study.h"

namespace commonground::ingest {

// Reports every problem; nothing is changed.  Ids and references that were already reported as misspelt are passed
// over.
void CheckStudy(const model::Study& study, const Places& places, Problems& problems);

}  // namespace commonground::ingest
