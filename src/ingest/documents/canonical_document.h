// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes one canonical text of a parser's blocks, with the place of each.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "ingest/parser/parsed.h"
#include "model/study.h"

namespace commonground::ingest {

struct CanonicalDocument {
  std::string text;                  // UTF-8, NFC, LF; a blank line between blocks; ends with a line end
  std::vector<model::Part> parts;    // one a block, in order; ranges in code points of `text`
  std::string language;              // BCP 47, that the file says of itself; a hint, empty when it says none
  std::vector<std::string> removed;  // as the parser says
  std::vector<std::string> notices;  // the parser's, and ours
  std::vector<std::string> read_in;  // BCP 47, that pictures were read in
};

// White space within a block becomes one space (in code: only line ends are made LF).  Characters that cannot be seen
// and change what is seen are taken out, with a notice: controls, and marks that turn the direction of writing round.
// Errors: InvalidInput: no text at all, or over 25 MB.  Threads: any.  Cost: linear.
core::Result<CanonicalDocument> MakeCanonical(parser::Parsed parsed);

}  // namespace commonground::ingest
