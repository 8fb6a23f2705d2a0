// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Any bytes as the head of a request: never a crash; what is taken is taken the same with more behind it, holds one
// Host, and is never chunked and of a length at once; what is refused is refused whatever comes behind.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "server/http/framing.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace commonground::server;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const HeadRead read = ReadHead(bytes);
  const HeadRead more = ReadHead(bytes + "GET / HTTP/1.1\r\nHost: b\r\n\r\n");
  if (read.is == HeadRead::Is::kRefused && more.is != HeadRead::Is::kRefused) std::abort();
  if (read.is != HeadRead::Is::kWhole) return 0;
  if (more.is != HeadRead::Is::kWhole || more.head.size != read.head.size || read.head.size > size) std::abort();
  if (read.head.chunked && read.head.length > 0) std::abort();
  const auto hosts =
      std::ranges::count_if(read.head.request.fields, [](const Field& one) { return one.name == "host"; });
  if (hosts != 1 || !read.head.request.target.starts_with('/')) std::abort();
  for (const Field& one : read.head.request.fields) {
    if (one.value.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos) std::abort();
  }
  // Every part of it is waited for.
  if (ReadHead(std::string_view(bytes).substr(0, read.head.size - 1)).is != HeadRead::Is::kMore) std::abort();
  return 0;
}
