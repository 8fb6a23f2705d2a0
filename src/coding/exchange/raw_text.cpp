// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// "e" U+0301 CR LF "x"  ->  "é" LF "x": letters 0 and 1 both become place 0, letter 2 (CR) and 3 (LF) place 1.
// Only stretches that are not in form NFC are changed, from one boundary to the next, so that places elsewhere are
// exact.
#include "coding/exchange/raw_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "core/canonical.h"

namespace commonground::coding {

namespace {

constexpr char32_t kReplacement = 0xfffd;

// What 0x80 to 0x9f are in Windows-1252; the WHATWG's encoding standard gives the same.
constexpr char32_t kWindows[32] = {0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
                                   0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0x8d,   0x17d,  0x8f,
                                   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                   0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};

bool FromUtf8(std::string_view bytes, std::u32string& letters) {
  const auto* start = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int64_t>(bytes.size());
  letters.reserve(bytes.size());
  for (std::int64_t at = 0; at < length;) {
    UChar32 letter = 0;
    U8_NEXT(start, at, length, letter);
    if (letter < 0) return false;
    letters += static_cast<char32_t>(letter);
  }
  return true;
}

void FromUtf16(std::string_view bytes, bool little, std::u32string& letters) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little ? first | (second << 8U) : second | (first << 8U));
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t letter = unit(at);
    if (U16_IS_LEAD(letter) && at + 3 < bytes.size() && U16_IS_TRAIL(unit(at + 2))) {
      letter = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(letter, unit(at + 2)));
      at += 2;
    } else if (U16_IS_SURROGATE(letter)) {
      letter = kReplacement;
    }
    letters += letter;
  }
}

void AppendUtf8(std::string& text, char32_t letter) {
  std::uint8_t bytes[4];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, letter);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

const icu::Normalizer2* Nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(status);
}

// Line ends and form NFC; fills canonical and places.
class Canoniser {
 public:
  explicit Canoniser(RawText& raw) : raw_(raw), nfc_(Nfc()) {}

  void Run() {
    const std::u32string& letters = raw_.letters;
    raw_.places.reserve(letters.size() + 1);
    bool same = true;
    for (std::size_t at = 0; at < letters.size();) {
      const char32_t letter = letters[at];
      if (letter == '\r') {
        raw_.places.push_back(place_);
        const bool pair = at + 1 < letters.size() && letters[at + 1] == '\n';
        if (!pair) Put('\n');
        same = same && !pair;
        ++at;
        continue;
      }
      if (core::EndsLine(letter)) {
        raw_.places.push_back(place_);
        Put('\n');
        ++at;
        continue;
      }
      if (core::IsTakenOut(letter)) {
        raw_.places.push_back(place_);
        same = false;
        ++at;
        continue;
      }
      // Plain letters need no look at what follows them, unless a mark does.
      std::size_t end = at + 1;
      while (end < letters.size() && letters[end] >= 0x300 &&
             !nfc_->hasBoundaryBefore(static_cast<UChar32>(letters[end])))
        ++end;
      if (end == at + 1 && (letter < 0x300 || nfc_->isInert(static_cast<UChar32>(letter)))) {
        raw_.places.push_back(place_);
        Put(letter);
        ++at;
        continue;
      }
      same = Stretch(at, end) && same;
      at = end;
    }
    raw_.places.push_back(place_);
    if (same) raw_.places.clear();
  }

 private:
  void Put(char32_t letter) {
    AppendUtf8(raw_.canonical, letter);
    ++place_;
  }

  // True: it is as it was.  A range that begins or ends inside a stretch that changed takes it whole.
  bool Stretch(std::size_t at, std::size_t end) {
    icu::UnicodeString before;
    for (std::size_t i = at; i < end; ++i) before.append(static_cast<UChar32>(raw_.letters[i]));
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString after = nfc_->normalize(before, status);
    const bool same = U_SUCCESS(status) && before == after;
    const icu::UnicodeString& kept = U_SUCCESS(status) ? after : before;
    for (std::size_t i = at; i < end; ++i) {
      raw_.places.push_back(same ? place_ + static_cast<std::uint32_t>(i - at) : place_);
    }
    for (std::int32_t i = 0; i < kept.length(); i = kept.moveIndex32(i, 1))
      Put(static_cast<char32_t>(kept.char32At(i)));
    return same;
  }

  RawText& raw_;
  const icu::Normalizer2* nfc_;
  std::uint32_t place_ = 0;
};

}  // namespace

RawText ReadRawText(std::string_view bytes) {
  using namespace std::string_view_literals;
  RawText raw;
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) {
    raw.has_mark = true;
    FromUtf16(bytes.substr(2), bytes[0] == '\xFF', raw.letters);
    raw.notices.emplace_back("is UTF-16, not UTF-8");
  } else {
    raw.has_mark = bytes.starts_with("\xEF\xBB\xBF"sv);
    if (raw.has_mark) bytes.remove_prefix(3);
    if (!FromUtf8(bytes, raw.letters)) {
      raw.letters.clear();
      for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        raw.letters += value >= 0x80 && value < 0xa0 ? kWindows[value - 0x80] : static_cast<char32_t>(value);
      }
      raw.notices.emplace_back("is not UTF-8: read as Windows-1252");
    }
  }
  std::size_t replaced = 0;
  bool lone = false;
  bool turns = false;
  bool controls = false;
  for (std::size_t at = 0; at < raw.letters.size(); ++at) {
    char32_t& letter = raw.letters[at];
    if (letter == 0) {
      letter = kReplacement;
      ++replaced;
    }
    raw.has_wide = raw.has_wide || letter > 0xffff;
    turns = turns || core::TurnsText(letter);
    controls = controls || (core::IsTakenOut(letter) && !core::TurnsText(letter));
    if (letter != '\r') continue;
    const bool pair = at + 1 < raw.letters.size() && raw.letters[at + 1] == '\n';
    raw.has_line_pairs = raw.has_line_pairs || pair;
    lone = lone || !pair;
  }
  if (replaced > 0) raw.notices.push_back(std::to_string(replaced) + " NUL characters became U+FFFD");
  if (lone) raw.notices.emplace_back("has line ends of old Macintosh files (CR); they became LF");
  if (turns) raw.notices.emplace_back("holds bidirectional control characters, which are removed");
  if (controls) raw.notices.emplace_back("holds control characters, which are removed");
  Canoniser(raw).Run();
  return raw;
}

std::string Canonical(std::string_view text) {
  const bool plain = std::ranges::all_of(text, [](char c) {
    return (static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7f) || c == '\n' || c == '\t';
  });
  return plain ? std::string(text) : ReadRawText(text).canonical;
}

std::string CanonicalLine(std::string_view text) {
  std::string line = Canonical(text);
  std::ranges::replace(line, '\n', ' ');
  std::ranges::replace(line, '\t', ' ');
  line = core::OneLine(std::move(line));
  const std::size_t begin = line.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return line.substr(begin, line.find_last_not_of(' ') - begin + 1);
}

std::string SpacedLine(std::string_view text) {
  std::string line;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int64_t>(text.size());
  bool space = false;
  for (std::int64_t at = 0; at < length;) {
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    if (c >= 0 && (u_isUWhiteSpace(c) || c == 0xA0)) {
      space = !line.empty();
      continue;
    }
    if (space) line += ' ';
    space = false;
    line.append(text, static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
  }
  return line;
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace commonground::coding
