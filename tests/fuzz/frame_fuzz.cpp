// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a parser in the sandbox says, when a file has taken it over: never a crash, and what is read can be said again.
#include <cstdlib>

#include "ingest/sandbox/frame.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace commonground::ingest;
  const auto parsed = DecodeParsed({reinterpret_cast<const char*>(data), size});
  if (parsed && DecodeParsed(EncodeParsed(*parsed)).value() != *parsed) std::abort();
  return 0;
}
