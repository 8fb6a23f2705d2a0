// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The pages of the workbench, as web/build/pack.ts put them into one file.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace commonground::server {

struct PackedFile {
  std::string_view plain;
  std::string_view gzip;
};

// Lines "NAME PLAIN_BYTES GZIP_BYTES", an empty line, then the bytes in that order.
// Returns: the parts by name; none when the bytes are not what the lines say.
// Owns:    nothing; the parts are views of `bytes`.
std::optional<std::map<std::string, PackedFile, std::less<>>> ReadPack(std::string_view bytes);

}  // namespace commonground::server
