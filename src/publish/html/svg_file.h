// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A figure as an SVG file that needs nothing beside it: its colours are attributes, so that it looks the same in a
// browser, a drawing program and a text processor; it has no script, no style sheet, no link and no address.
#pragma once

#include <string>
#include <vector>

#include "publish/book.h"

namespace commonground::publish {

// Title and subtitle above, the lines of `foot` below; all of it on paper.  UTF-8; the same figure gives the same
// bytes.
std::string SvgFileOf(const Figure& figure, const std::vector<std::string>& foot, const std::string& language);

}  // namespace commonground::publish
