// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The rules of every study (rules/check.h) on one that was read from a folder: each problem with its file, line and
// column.
#pragma once

#include "ingest/folder/source_lines.h"
#include "ingest/folder/source_location.h"
#include "ingest/folder/toml/files.h"
#include "model/study.h"

namespace commonground::ingest {

// Reports every problem; nothing is changed.
void CheckStudy(const model::Study& study, const SourceLines& places, Problems& problems);

}  // namespace commonground::ingest
