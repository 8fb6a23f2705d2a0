// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Cuts RTF into groups, control words and text.

#include "ingest/parser/rtf_tokens.h"

#include <algorithm>
#include <charconv>

namespace commonground::ingest::parser {

namespace {

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int HexOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 32);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

}  // namespace

RtfToken RtfTokens::Next() {
  using Token = RtfToken::Kind;
  while (at_ < bytes_.size() && (bytes_[at_] == '\r' || bytes_[at_] == '\n' || bytes_[at_] == '\0')) ++at_;
  if (at_ >= bytes_.size()) return {};
  const char c = bytes_[at_++];
  if (c == '{') return {Token::kOpen, {}, false, 0, c, false};
  if (c == '}') return {Token::kClose, {}, false, 0, c, false};
  if (c != '\\' || at_ >= bytes_.size()) return {Token::kByte, {}, false, 0, c, false};
  const char next = bytes_[at_];
  if (IsLetter(next)) return Word();
  ++at_;
  if (next == '\'' && at_ + 1 < bytes_.size() && HexOf(bytes_[at_]) >= 0 && HexOf(bytes_[at_ + 1]) >= 0) {
    const int byte = HexOf(bytes_[at_]) * 16 + HexOf(bytes_[at_ + 1]);
    at_ += 2;
    return {Token::kByte, {}, false, 0, static_cast<char>(byte), true};
  }
  if (next == '\\' || next == '{' || next == '}') return {Token::kByte, {}, false, 0, next, true};
  return {Token::kSymbol, {}, false, 0, next, false};
}

RtfToken RtfTokens::Word() {
  const std::size_t begin = at_;
  while (at_ < bytes_.size() && IsLetter(bytes_[at_])) ++at_;
  RtfToken token{RtfToken::Kind::kWord, bytes_.substr(begin, at_ - begin), false, 0, '\0', false};
  std::size_t end = at_;
  if (end < bytes_.size() && bytes_[end] == '-') ++end;
  while (end < bytes_.size() && bytes_[end] >= '0' && bytes_[end] <= '9') ++end;
  if (end > at_ && bytes_[end - 1] != '-') {
    token.has_number = true;
    const auto [rest, error] = std::from_chars(bytes_.data() + at_, bytes_.data() + end, token.number);
    if (error != std::errc()) token.number = 0;
    at_ = end;
  }
  if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
  if (token.word == "bin" && token.number > 0)
    at_ = std::min(bytes_.size(), at_ + static_cast<std::size_t>(token.number));
  return token;
}

}  // namespace commonground::ingest::parser
