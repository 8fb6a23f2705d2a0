// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command code, put together of its parts.

#include <vector>

#include "cli/code_parts.h"
#include "cli/command.h"

namespace commonground::cli {

Run AddCode(CLI::App& command) {
  std::vector<Part> parts(CodebookParts().begin(), CodebookParts().end());
  parts.insert(parts.end(), CodingParts().begin(), CodingParts().end());
  return AddParts(command, parts);
}

}  // namespace commonground::cli
