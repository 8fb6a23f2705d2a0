// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A date as readers write it: "30 June 2026", "30 juin 2026", "2026年6月30日".  Tables of data keep 2026-06-30.
#pragma once

#include <string>

#include "core/date.h"
#include "publish/words.h"

namespace commonground::publish {

// Returns as much as is known, in the language of `t`: "30 June 2026", "June 2026" or "2026".
// Threads: any number; each keeps its own formats.
// Cost: a lookup and one format; the first of a language loads its patterns.
std::string InWords(const core::Date& date, const Words& t);

}  // namespace commonground::publish
