// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the program itself writes on every page: its strings in all languages, the template, the style sheet.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace commonground::publish {

// They live as long as the program.
std::vector<std::string_view> OwnTexts();

// What pages in our languages call these languages (BCP 47), and those of the switch between them.
std::string LanguageNames(std::set<std::string> languages);

// Whether a file of a report is one that is built into the program, byte for byte: a font, its licence.
bool IsOwnFile(std::string_view path, std::string_view bytes);

}  // namespace commonground::publish
