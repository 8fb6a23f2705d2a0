// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Starts pandoc and takes what it says.

#include "ingest/parser/program.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <exception>
#include <new>

#include "ingest/sandbox/filter.h"
#include "ingest/sandbox/frame.h"
#include "ingest/sandbox/wishes.h"

namespace commonground::ingest::parser {

namespace {

bool ReadAll(std::string& bytes) {
  std::array<char, 1 << 16> buffer{};
  for (;;) {
    const ssize_t count = read(0, buffer.data(), buffer.size());
    if (count < 0) return false;
    if (count == 0) return true;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

bool WriteAll(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(1, bytes.data(), bytes.size());
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::string Answer(const Kind& kind, const ParseOptions& wishes) {
  try {
    std::string bytes;
    if (!ReadAll(bytes)) return EncodeFailure("the file cannot be read");
    if (kind.answer != nullptr) {
      auto answer = kind.answer(bytes);
      return answer ? std::move(*answer) : EncodeFailure(answer.error().message);
    }
    const auto parsed = kind.parse(bytes, wishes);
    return parsed ? EncodeParsed(*parsed) : EncodeFailure(parsed.error().message);
  } catch (const std::bad_alloc&) {
    return EncodeFailure("the file needs more memory than a document may (512 MB). Fix: split it, or save it as text");
  } catch (const std::exception&) {
    return EncodeFailure("the file is damaged. Fix: open it in the program it was written with and save it again");
  }
}

}  // namespace

int RunProgram(int count, char** words, std::span<const Kind> kinds) {
  if (count < 2) return 64;
  const auto kind = std::ranges::find(kinds, std::string_view(words[1]), &Kind::name);
  if (kind == kinds.end()) return 64;
  const auto wishes = WishesOf({words + 2, words + count});
  if (!wishes) return 64;
  const auto filter = SeccompFilter(FilterFor::kParsing);
  if (!filter || !ApplySeccompFilter(*filter)) return 70;
  return WriteAll(Answer(*kind, *wishes)) ? 0 : 74;
}

}  // namespace commonground::ingest::parser

#ifdef CG_SANITIZE
// The filter forbids what a sanitizer would also like to do.
extern "C" const char* __asan_default_options() {
  return "detect_leaks=0:disable_coredump=0";
}
#endif
