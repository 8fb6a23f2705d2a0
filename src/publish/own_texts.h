// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the program itself writes on every page: its strings in all languages, the template, the style sheet.
#pragma once

#include <string_view>
#include <vector>

namespace commonground::publish {

// They live as long as the program.
std::vector<std::string_view> OwnTexts();

}  // namespace commonground::publish
