// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every file of a study folder becomes canonical text before anything reads it: UTF-8 in Unicode form NFC, LF line
// ends, no byte order mark.  Offsets of codings count code points of this text.
#pragma once

#include <optional>
#include <string>

#include "ingest/folder/source_location.h"

namespace commonground::ingest {

// nullopt (with problems at `file`) if the bytes are no text: UTF-16, invalid UTF-8, a NUL, a lone CR.  A mark or CR LF
// that was taken off, marks that turn the direction of writing round and were taken out, and another Unicode form, are
// notices.
// Cost: one pass over ASCII text, two over other text.  Threads: any.
std::optional<std::string> CanonicalText(std::string bytes, const SourceLocation& file);

}  // namespace commonground::ingest
