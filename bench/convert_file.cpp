// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// convert_file PARSER FILE: the text of one file, as an import reads it; what bench/documents times.
#include <fmt/format.h>

#include "core/files.h"
#include "ingest/documents/convert.h"

int main(int count, char** words) {
  using namespace commonground;
  if (count != 3) return 64;
  const auto bytes = core::ReadFile(words[2], 25'000'000);
  if (!bytes) return 66;
  core::NoProgress silent;
  const auto document = ingest::Converter(words[1]).Convert(words[2], *bytes, {"en"}, silent);
  if (!document) {
    fmt::print(stderr, "{}\n", document.error().message);
    return 1;
  }
  fmt::print("{}", document->text);
  return 0;
}
