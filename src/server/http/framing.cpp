// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A strict reader of request heads.  RFC 9112 allows more than this (a lone LF, folded lines, a list of codings); no
// browser and no tool of ours sends it.

#include "server/http/framing.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string>

namespace commonground::server {

namespace {

HeadRead Refuse(int status, const char* why) {
  HeadRead refused;
  refused.is = HeadRead::Is::kRefused;
  refused.status = status;
  refused.why = why;
  return refused;
}

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) { return Lower(c); });
  return lower;
}

// Where the head ends (after its empty line); 0: not yet.  `why` is set where something can never become good.
std::size_t EndOfHead(std::string_view bytes, const char*& why) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == '\n') {
      why = "a line feed without a carriage return";
      return 0;
    }
    if (c == '\r') {
      if (i + 1 == bytes.size()) return 0;
      if (bytes[i + 1] != '\n') {
        why = "a carriage return without a line feed";
        return 0;
      }
      if (i == 0) {
        why = "an empty line before the request";
        return 0;
      }
      if (i + 3 < bytes.size() && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') return i + 4;
      ++i;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\t') || byte == 0x7f) {
      why = "a control character";
      return 0;
    }
  }
  return 0;
}

std::optional<Method> MethodOf(std::string_view name) {
  for (int i = 0; i < 6; ++i) {
    if (NameOf(static_cast<Method>(i)) == name) return static_cast<Method>(i);
  }
  return std::nullopt;
}

bool IsTargetCharacter(char c) {
  constexpr std::string_view kOthers = "-._~:/?[]@!$&'()*+,;=%";
  return (std::isalnum(static_cast<unsigned char>(c)) != 0) || kOthers.find(c) != std::string_view::npos;
}

// "GET /path HTTP/1.1", each part apart by one space.
HeadRead ReadRequestLine(std::string_view line, Head& head, bool& is_1_0) {
  const std::size_t first = line.find(' ');
  const std::size_t second = first == std::string_view::npos ? first : line.find(' ', first + 1);
  if (second == std::string_view::npos || line.find(' ', second + 1) != std::string_view::npos) {
    return Refuse(line.size() > kLongestTarget ? 414 : 400, "the request line has not three parts");
  }
  const std::string_view method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, second - first - 1);
  const std::string_view version = line.substr(second + 1);
  if (method.empty() || !std::ranges::all_of(method, IsTokenCharacter)) return Refuse(400, "the method is no word");
  if (version != "HTTP/1.1" && version != "HTTP/1.0") {
    return Refuse(version.starts_with("HTTP/") ? 505 : 400, "another protocol");
  }
  is_1_0 = version == "HTTP/1.0";
  if (target.size() > kLongestTarget) return Refuse(414, "the address is too long");
  const std::optional<Method> known = MethodOf(method);
  if (!known) return Refuse(405, "the method is not known");
  if (!target.starts_with('/') || target.starts_with("//") || !std::ranges::all_of(target, IsTargetCharacter)) {
    return Refuse(400, "the address is no path");
  }
  head.request.method = *known;
  head.request.target = std::string(target);
  return {};
}

// "Name: value".
HeadRead ReadField(std::string_view line, Head& head) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return Refuse(400, "a field without a name");
  const std::string_view name = line.substr(0, colon);
  // A space at the front is a folded line, one before the colon hides a field from who is less strict.
  if (!std::ranges::all_of(name, IsTokenCharacter)) return Refuse(400, "a character that no field's name has");
  std::string_view value = line.substr(colon + 1);
  while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
  while (!value.empty() && (value.back() == ' ' || value.back() == '\t')) value.remove_suffix(1);
  head.request.fields.push_back({Lower(name), std::string(value)});
  return {};
}

HeadRead ReadFraming(Head& head, bool is_1_0) {
  int hosts = 0;
  int codings = 0;
  int lengths = 0;
  head.keep_alive = !is_1_0;
  for (const Field& field : head.request.fields) {
    if (field.name == "host") {
      ++hosts;
      if (field.value.empty()) return Refuse(400, "an empty Host");
    } else if (field.name == "transfer-encoding") {
      ++codings;
      if (Lower(field.value) != "chunked") return Refuse(501, "a transfer encoding other than chunked");
      head.chunked = true;
    } else if (field.name == "content-length") {
      ++lengths;
      const char* end = field.value.data() + field.value.size();
      const auto [mark, error] = std::from_chars(field.value.data(), end, head.length);
      if (error != std::errc() || mark != end || field.value.empty() || field.value.size() > 15) {
        return Refuse(400, "a content length that is no number");
      }
    } else if (field.name == "connection") {
      if (Lower(field.value) == "close") head.keep_alive = false;
    } else if (field.name == "expect") {
      if (Lower(field.value) != "100-continue") return Refuse(417, "an expectation that is not known");
      head.awaits_continue = true;
    }
  }
  if (hosts != 1) return Refuse(400, "other than one Host");
  if (codings > 1 || lengths > 1) return Refuse(400, "the length of the body is said twice");
  if (codings == 1 && lengths == 1) return Refuse(400, "the length of the body is said in two ways");
  if (codings == 1 && is_1_0) return Refuse(400, "a transfer encoding in HTTP/1.0");
  const bool reads = head.request.method == Method::kGet || head.request.method == Method::kHead;
  if (reads && (head.chunked || head.length > 0)) return Refuse(400, "a body with GET or HEAD");
  return {};
}

}  // namespace

bool IsTokenCharacter(char c) {
  constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  return (std::isalnum(static_cast<unsigned char>(c)) != 0) || kOthers.find(c) != std::string_view::npos;
}

HeadRead ReadHead(std::string_view bytes) {
  const char* why = nullptr;
  const std::size_t size = EndOfHead(bytes.substr(0, kLongestHead), why);
  if (why != nullptr) return Refuse(400, why);
  if (size == 0) {
    if (bytes.size() < kLongestHead) return {};
    return bytes.substr(0, kLongestHead).find('\r') == std::string_view::npos ? Refuse(414, "the address is too long")
                                                                              : Refuse(431, "the head is too long");
  }
  HeadRead read;
  read.head.size = size;
  std::string_view rest = bytes.substr(0, size - 2);
  bool is_1_0 = false;
  bool is_first = true;
  while (!rest.empty()) {
    const std::size_t end = rest.find("\r\n");
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 2);
    if (read.head.request.fields.size() == kMaxFields) return Refuse(431, "too many fields");
    const HeadRead one = is_first ? ReadRequestLine(line, read.head, is_1_0) : ReadField(line, read.head);
    if (one.is == HeadRead::Is::kRefused) return one;
    is_first = false;
  }
  const HeadRead framing = ReadFraming(read.head, is_1_0);
  if (framing.is == HeadRead::Is::kRefused) return framing;
  read.is = HeadRead::Is::kWhole;
  return read;
}

}  // namespace commonground::server
