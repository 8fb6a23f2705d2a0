// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// NAME.parts.csv: the parts of a text that was taken from a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/progress.h"
#include "ingest/folder/source_location.h"
#include "model/study.h"

namespace commonground::ingest {

// Reports every problem.  Whether the parts fit the text is checked later (rules/versions.cpp).
std::vector<model::Part> ReadParts(std::string_view file, std::string_view text, std::vector<core::Problem>& problems,
                                   core::Progress& progress);
std::string WriteParts(const std::vector<model::Part>& parts);

}  // namespace commonground::ingest
