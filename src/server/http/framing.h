// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where one request ends and the next begins, and whether that is beyond doubt.  Two programs in a row that read the
// same bytes differently let one person put words into another's mouth (request smuggling), so whatever could be read
// in two ways is refused before anything of the body is looked at.  Pure: bytes in, a decision out.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "server/http/message.h"

namespace commonground::server {

inline constexpr std::size_t kLongestHead = 16 * 1024;
inline constexpr std::size_t kLongestTarget = 8 * 1024;
inline constexpr std::size_t kMaxFields = 100;

// What the head of a request says of its framing.
struct Head {
  Request request;       // without body and from
  std::size_t size = 0;  // bytes of the head, with the empty line
  bool chunked = false;
  std::size_t length = 0;  // of the body, unless it is chunked
  bool keep_alive = true;
  bool awaits_continue = false;  // Expect: 100-continue
};

struct HeadRead {
  enum class Is { kMore, kWhole, kRefused } is = Is::kMore;
  Head head;         // kWhole
  int status = 400;  // kRefused: 400, 405, 414, 417, 431, 501, 505
  const char* why = "";
};

// Reads the head at the beginning of `bytes`; the same bytes and more may be given again.  Refused, after which nothing
// on this connection can be trusted: a CR or LF alone, controls, folded lines, a space before a colon, an empty line
// before the request; a target that is not a path; other than one Host; a Transfer-Encoding other than exactly chunked,
// twice, with a Content-Length or in HTTP/1.0; a Content-Length that is not one plain number; a body with GET or HEAD.
// Cost: O(bytes) each time.  Threads: any.
HeadRead ReadHead(std::string_view bytes);

// For fuzzing and tests: is `c` one of the characters of names of fields (RFC 9110, 5.6.2)?
bool IsTokenCharacter(char c);

}  // namespace commonground::server
