// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A random valid study: every reference exists, every coding lies in its text, lists are in the order that ReadFolder
// gives.  The same seed gives the same study on every machine.  Its texts are made to be awkward: quotes, commas, line
// ends, cells that a spreadsheet program would run, letters with accents in form NFC, other scripts.
#pragma once

#include <cstdint>

#include "model/study.h"

namespace commonground::random_study {

// `size`: about how many rows a table has (0: only what every study has).
model::Study Make(std::uint64_t seed, int size = 8);

}  // namespace commonground::random_study
