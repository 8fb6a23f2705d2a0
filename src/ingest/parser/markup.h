// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks HTML and RTF through before pandoc turns them into text.
#pragma once

#include <string_view>

#include "core/result.h"
#include "ingest/parser/parsed.h"

namespace commonground::ingest::parser {

// Parsed::blocks stays empty; `removed` says what is left out.  Nothing is ever fetched.
// Errors: InvalidInput: not of the format, not UTF-8 (HTML), embedded objects (RTF).  Threads: any.  Cost: linear.
core::Result<Parsed> CheckHtml(std::string_view bytes, const Wishes& wishes);
core::Result<Parsed> CheckRtf(std::string_view bytes, const Wishes& wishes);

}  // namespace commonground::ingest::parser
