// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// \ucN says how many stand-ins follow each \u: 1 unless said otherwise; 0 in some programs' files.
#include "ingest/documents/mend_rtf.h"

#include <cctype>

namespace commonground::ingest {

namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::string MendRtf(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  int stand_ins = 1;
  for (std::size_t i = 0; i < bytes.size();) {
    if (bytes[i] != '\\' || i + 1 >= bytes.size() || !IsLetter(bytes[i + 1])) {
      const std::size_t length = bytes[i] == '\\' && i + 1 < bytes.size() ? 2 : 1;  // an escaped character stays whole
      out += bytes.substr(i, length);
      i += length;
      continue;
    }
    std::size_t end = i + 1;
    while (end < bytes.size() && IsLetter(bytes[end])) ++end;
    const std::string_view word = bytes.substr(i + 1, end - i - 1);
    const std::size_t number = end;
    if (end < bytes.size() && bytes[end] == '-') ++end;
    while (end < bytes.size() && IsDigit(bytes[end])) ++end;
    out += bytes.substr(i, end - i);
    if (word == "uc" && end > number) stand_ins = bytes[number] == '0' ? 0 : 1;
    i = end;
    if (word != "u" || end == number) continue;
    const bool space = i < bytes.size() && bytes[i] == ' ';
    const std::size_t next = space ? i + 1 : i;
    const bool plain = next < bytes.size() && bytes[next] != '\\' && bytes[next] != '{' && bytes[next] != '}';
    if (stand_ins == 0) {
      out += "\\'3f";
      i = next;
    } else if (plain) {
      out += "\\'3f";
      i = next + 1;
    }
  }
  return out;
}

}  // namespace commonground::ingest
