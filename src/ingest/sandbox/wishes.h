// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is wished of a program in the sandbox, as words of its command line: language=th likely=en,fr pages=3-7.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/parser/parsed.h"

namespace commonground::ingest {

// What is as it always is has no word.
std::vector<std::string> WordsOf(const parser::ParseOptions& wishes);
// nullopt: another word, or no range of pages.
std::optional<parser::ParseOptions> WishesOf(const std::vector<std::string_view>& words);

}  // namespace commonground::ingest
