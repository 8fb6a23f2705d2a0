// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Any cookies: never a crash; what is found has no end of a cookie in it.
#include <cstdlib>

#include "server/http/target.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace commonground::server;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string_view found = CookieIn(text, "__Host-session");
  if (found.find(';') != std::string_view::npos || found.size() > size) std::abort();
  return 0;
}
