// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The words of some pages as bytes: a long PDF is read slice by slice, each in a sandbox of its own, and laid out at
// last as one document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "ingest/parser/layout.h"

namespace commonground::ingest::parser {

// Pages one after another, the first of the number `first`.  Several such strings may be joined.
std::string EncodeWords(const std::vector<PlacedPage>& pages, int first);

// Pages by their place; those that are in no slice are empty.
// Errors: InvalidInput: not what EncodeWords writes, more pages than `most`, one twice.  Cost: linear.
core::Result<std::vector<PlacedPage>> DecodeWords(std::string_view bytes, int most);

}  // namespace commonground::ingest::parser
