// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The order matters: first what is no text at all, then what is taken out, then the Unicode form (ICU): without a
// character that is taken out, what stood on both sides of it may compose.
#include "core/canonical.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "core/unseen.h"

namespace commonground::core {

namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

bool IsPlainAscii(unsigned char byte) {
  return (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t';
}

// The code point at `at`, which moves past it; negative for bytes that are not UTF-8.
UChar32 Next(std::string_view text, std::size_t& at) {
  auto place = static_cast<std::int64_t>(at);
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), place, static_cast<std::int64_t>(text.size()), c);
  at = static_cast<std::size_t>(place);
  return c;
}

// What a first look tells.
struct Look {
  bool ascii = true;
  bool rewrite = false;
};

Look LookThrough(CanonicalText& out) {
  Look look;
  const std::string_view text = out.text;
  const auto fault = [&](TextFault::Kind kind, std::size_t at) { out.fault = TextFault{kind, at}; };
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (IsPlainAscii(byte)) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    if (byte == '\r') {
      if (at + 1 == text.size() || text[at + 1] != '\n') return fault(TextFault::Kind::kLoneCr, at), look;
      out.had_line_pairs = look.rewrite = true;
      at += 2;
      continue;
    }
    if (byte == 0) return fault(TextFault::Kind::kNul, at), look;
    const UChar32 c = Next(text, at);
    if (c < 0) return fault(TextFault::Kind::kNotUtf8, begin), look;
    look.ascii = look.ascii && byte < 0x80;
    const auto character = static_cast<char32_t>(c);
    if (!IsTakenOut(character) && !EndsLine(character)) continue;
    if (out.first_line == 0)
      out.first_line =
          1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    (TurnsText(character) ? out.had_turns : out.had_controls) = true;
    look.rewrite = true;
  }
  return look;
}

std::string Rewritten(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto c = static_cast<char32_t>(Next(text, at));
    if (EndsLine(c)) {
      out += '\n';
    } else if (c != '\r' && !IsTakenOut(c)) {
      out.append(text, begin, at - begin);
    }
  }
  return out;
}

// False: it was in form NFC already.
bool Normalize(std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (U_SUCCESS(status) && nfc->isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return false;
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal, static_cast<std::int32_t>(text.size()));
  status = U_ZERO_ERROR;
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  if (U_FAILURE(status)) return false;  // no memory; the text is left as it is
  text = std::move(normal);
  return true;
}

}  // namespace

bool TurnsText(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool EndsLine(char32_t c) {
  return c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool IsTakenOut(char32_t c) {
  if (c < 0x20) return c != '\n' && c != '\t' && c != '\r' && !EndsLine(c);
  if (c < 0x7F) return false;
  if (c < 0xA0) return !EndsLine(c);
  return TurnsText(c) || c == 0xFEFF || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFEU;
}

CanonicalText MakeCanonical(std::string bytes) {
  CanonicalText out;
  out.text = std::move(bytes);
  if (out.text.starts_with("\xFF\xFE") || out.text.starts_with("\xFE\xFF")) {
    out.fault = TextFault{TextFault::Kind::kUtf16, 0};
    return out;
  }
  out.had_mark = out.text.starts_with(kMark);
  if (out.had_mark) out.text.erase(0, kMark.size());
  const Look look = LookThrough(out);
  if (out.fault) return out;
  if (look.rewrite) out.text = Rewritten(out.text);
  if (!look.ascii) out.had_other_form = Normalize(out.text);
  return out;
}

std::string ForceCanonical(std::string_view bytes) {
  if (std::ranges::all_of(bytes, [](char c) { return IsPlainAscii(static_cast<unsigned char>(c)); })) {
    return std::string(bytes);
  }
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const UChar32 c = Next(bytes, at);
    if (c < 0) {
      text += "\xEF\xBF\xBD";
    } else if (c == '\r') {
      text += '\n';
      if (at < bytes.size() && bytes[at] == '\n') ++at;
    } else if (c != 0) {
      text.append(bytes, begin, at - begin);
    }
  }
  return MakeCanonical(std::move(text)).text;
}

std::string OneLine(std::string text) {
  for (std::string seen = WithoutUnseen(text); seen.size() != text.size(); seen = WithoutUnseen(text)) {
    text = MakeCanonical(std::move(seen)).text;  // what stands beside each other now may compose
  }
  if (text.find_first_of("\n\t") == std::string::npos) return text;
  std::string line;
  bool gap = false;  // a line ended; spaces around its end are part of the gap
  for (const char c : text) {
    if (c == '\n') {
      gap = true;
      while (line.ends_with(' ')) line.pop_back();
    } else if (c == ' ' || c == '\t') {
      if (!gap) line += ' ';
    } else {
      if (gap && !line.empty()) line += ' ';
      gap = false;
      line += c;
    }
  }
  return line;
}

}  // namespace commonground::core
