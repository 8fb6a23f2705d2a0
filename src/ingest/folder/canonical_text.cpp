// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The order matters: first what is no text at all, then line ends, then marks that turn writing round, then the Unicode
// form (ICU): without the marks, what stood on both sides of one may compose.

#include "ingest/folder/canonical_text.h"

#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>

#include "ingest/folder/code_point.h"
#include "ingest/text/letters.h"

namespace commonground::ingest {

namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::string_view kSaveAsUtf8 =
    "open the file in the program that wrote it and save it as UTF-8 (in a spreadsheet program: \"CSV UTF-8\")";

int LineOf(std::string_view text, std::size_t offset) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

// Offset of the first byte that is no UTF-8 or is NUL; npos if there is none.
std::size_t FirstNoText(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] > 0) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, at);
    if (c == 0 || c == kNoCodePoint) return begin;
  }
  return std::string_view::npos;
}

// CR LF becomes LF in place.  Returns the offset of a lone CR (in the text as it was), npos if there is none.
std::size_t JoinLineEnds(std::string& text) {
  for (std::size_t cr = text.find('\r'); cr != std::string::npos; cr = text.find('\r', cr + 2)) {
    if (cr + 1 == text.size() || text[cr + 1] != '\n') return cr;
  }
  std::erase(text, '\r');
  return std::string_view::npos;
}

// Where the first of them stood; npos if there is none.
std::size_t TakeOutTurningMarks(std::string& text) {
  std::size_t first = std::string::npos;
  // All of them are E2 80 xx or E2 81 xx.
  for (std::size_t at = text.find('\xE2'); at != std::string::npos; at = text.find('\xE2', at)) {
    if (TurnsRound(LetterAt(text, at))) {
      text.erase(at, 3);
      first = std::min(first, at);
    } else {
      ++at;
    }
  }
  return first;
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

}  // namespace

std::optional<std::string> CanonicalText(std::string bytes, const Spot& file) {
  const auto at = [&](std::size_t offset) { return Spot{file.problems, file.file, LineOf(bytes, offset), {}}; };
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    file.Bad({}, "is written in UTF-16, not in UTF-8", std::string(kSaveAsUtf8));
    return std::nullopt;
  }
  if (bytes.starts_with(kMark)) {
    bytes.erase(0, kMark.size());
    file.Note({}, "begins with a byte order mark, which is taken off", {});
  }
  if (const std::size_t bad = FirstNoText(bytes); bad != std::string_view::npos) {
    if (bytes[bad] == '\0') {
      at(bad).Bad({}, "holds a NUL character, so it is not a text file", "put the right file in its place");
    } else {
      at(bad).Bad({}, fmt::format("is not UTF-8: the byte {:02X} cannot stand here", bytes[bad] & 0xFF),
                  std::string(kSaveAsUtf8));
    }
    return std::nullopt;
  }
  if (bytes.find('\r') != std::string::npos) {
    if (const std::size_t lone = JoinLineEnds(bytes); lone != std::string_view::npos) {
      at(lone).Bad({}, "has a line end of old Macintosh files (CR without LF)",
                   "save the file with LF or CR LF line ends");
      return std::nullopt;
    }
    file.Note({}, "has CR LF line ends; they are read as LF", {});
  }
  if (IsAscii(bytes)) return bytes;

  if (const std::size_t first = TakeOutTurningMarks(bytes); first != std::string::npos) {
    at(first).Note({}, "holds marks that turn the direction of writing round, which are taken out", {});
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece piece(bytes.data(), static_cast<std::int32_t>(bytes.size()));
  if (U_SUCCESS(status) && nfc->isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return bytes;
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal, static_cast<std::int32_t>(bytes.size()));
  status = U_ZERO_ERROR;
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  if (U_FAILURE(status)) {
    file.Bad({}, fmt::format("could not be put into Unicode form NFC ({})", u_errorName(status)),
             std::string(kSaveAsUtf8));
    return std::nullopt;
  }
  file.Note({}, "has accents as separate characters; they are read as one character (Unicode form NFC)", {});
  return normal;
}

}  // namespace commonground::ingest
