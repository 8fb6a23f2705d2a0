// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Turns pandoc's document (its JSON form, https://pandoc.org/using-the-pandoc-api.html) into blocks.
#pragma once

#include <string_view>

#include "core/result.h"
#include "ingest/parser/parsed.h"

namespace commonground::ingest::parser {

// Every paragraph, heading, list item, table cell, quotation and footnote becomes one block, in reading order; a
// footnote stands after the block that names it.  Emphasis and links leave their words; pictures their description.
// Raw HTML and the like are left out.
// Errors: InvalidInput: not pandoc's JSON, or nested deeper than 256.  Threads: any.  Cost: linear.
core::Result<Parsed> ParsePandocJson(std::string_view bytes, const Wishes& wishes);

}  // namespace commonground::ingest::parser
