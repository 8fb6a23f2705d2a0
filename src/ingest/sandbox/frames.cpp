// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Strict, because a file may have taken the parser over: the first thing that is wrong ends the reading.
#include "ingest/sandbox/frames.h"

#include <cstdint>

#include "ingest/text/utf8.h"

namespace commonground::ingest {

namespace {

constexpr std::size_t kHead = 5;  // kind and length

bool IsOnlyAnEnd(std::string_view rest) {
  return rest.size() == kHead && rest[0] == 'Z' && NumberAt(rest, 1) == 0;
}

}  // namespace

void AppendNumber(std::string& bytes, std::size_t number) {
  for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>((number >> shift) & 0xff);
}

std::size_t NumberAt(std::string_view bytes, std::size_t at) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    number |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return number;
}

void AppendFrame(std::string& answer, char kind, std::string_view bytes) {
  answer += kind;
  AppendNumber(answer, bytes.size());
  answer += bytes;
}

core::Error Untrusted(std::string_view why, std::string_view fix) {
  return {core::ErrorCode::kInvalidInput,
          "the parser's answer cannot be trusted (" + std::string(why) +
              "): the file may be made to attack it. Nothing of it was taken over. Fix: " + std::string(fix),
          {}};
}

core::Status ReadFrames(std::string_view answer, std::string_view fix,
                        const std::function<const char*(char kind, std::string_view bytes)>& take) {
  const auto bad = [&](std::string_view why) { return core::Fail(Untrusted(why, fix)); };
  std::size_t frames = 0;
  for (std::string_view rest = answer;; ++frames) {
    if (rest.size() < kHead) return bad("it ends too early");
    const char kind = rest[0];
    const std::size_t length = NumberAt(rest, 1);
    if (length > rest.size() - kHead) return bad("a part is longer than the whole");
    const std::string_view bytes = rest.substr(kHead, length);
    rest.remove_prefix(kHead + length);
    if ((frames == 0) != (kind == 'V')) return bad("it does not begin with its version");
    if (kind == 'Z') {
      if (!bytes.empty() || !rest.empty()) return bad("something follows its end");
      return {};
    }
    if (kind == 'E') {
      if (frames > 1 || bytes.empty() || bytes.size() > kMaxFailureBytes || !IsUtf8(bytes)) return bad("a bad error");
      if (!IsOnlyAnEnd(rest)) return bad("an error without an end");
      return core::Fail(core::ErrorCode::kInvalidInput, std::string(bytes));
    }
    if (const char* why = take(kind, bytes)) return bad(why);
  }
}

}  // namespace commonground::ingest
