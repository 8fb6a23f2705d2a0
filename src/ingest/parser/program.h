// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the two programs that read untrusted files have in common: `PROGRAM KIND [WISH=VALUE...]` reads one file from
// its standard input and writes what it is on its standard output (ingest/sandbox/frame.h).  It is started in the
// sandbox; before it reads, it gives up the right to start programs too.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ingest/parser/parsed.h"

namespace commonground::ingest::parser {

struct Kind {
  std::string_view name;
  Parser parse = nullptr;
  // Instead of `parse`: gives an answer whose frames are others (ingest/exchange/project_frame.h).
  core::Result<std::string> (*answer)(std::string_view bytes) = nullptr;
};

// The program's exit code.  What parsers throw is turned into an answer.
int RunProgram(int count, char** words, std::span<const Kind> kinds);

}  // namespace commonground::ingest::parser
