// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A file that was built into the program (cmake/embed.cmake).
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace commonground::core {

struct EmbeddedFile {
  std::string_view name;   // e.g. "templates/page.tpl"
  std::string_view bytes;  // lives as long as the program
};

}  // namespace commonground::core
