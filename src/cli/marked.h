// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Part of a passage, on one line.
#pragma once

#include <string>

#include "app/search_study.h"

namespace commonground::cli {

// Marks stand between » and «, which a pipe, a screen reader and a terminal all show.
std::string Marked(const app::Snippet& snippet);

}  // namespace commonground::cli
