// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Any address: never a crash, and no part of it that leads elsewhere.
#include <cstdlib>

#include "server/http/target.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace commonground::server;
  const auto target = ReadTarget({reinterpret_cast<const char*>(data), size});
  if (!target) return 0;
  for (const std::string& segment : target->segments) {
    if (segment == "." || segment == ".." || segment.find("../") != std::string::npos) std::abort();
    if (segment.find('\0') != std::string::npos || segment.find('\\') != std::string::npos) std::abort();
  }
  return 0;
}
