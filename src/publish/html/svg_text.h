// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Text in a figure has no lines of its own: where a label must not leave its place it is broken here, by estimated
// width, and nothing of it is cut.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace commonground::publish {

// Lines at most `ems` wide, broken at spaces, or within a word that is longer.  Latin letters count 0.6 em, those of
// Chinese, Japanese and Korean a whole one.  Returns: at least one line; joined with spaces, the words of `text`.
std::vector<std::string> LinesOf(std::string_view text, double ems);

}  // namespace commonground::publish
