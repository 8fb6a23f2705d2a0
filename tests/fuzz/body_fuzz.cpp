// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Any body as JSON: never a crash; what is taken is the same when it is written and read again.
#include <cstdlib>

#include "server/shape/reader.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace commonground::server;
  const auto json = ParseJson({reinterpret_cast<const char*>(data), size});
  if (!json) return 0;
  const auto again = ParseJson(json->dump());
  if (!again || *again != *json) std::abort();
  return 0;
}
