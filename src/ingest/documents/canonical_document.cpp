// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Joins a parser's blocks into one text.

#include "ingest/documents/canonical_document.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "core/canonical.h"
#include "core/letters.h"
#include "core/text_range.h"

namespace commonground::ingest {

namespace {

constexpr std::size_t kMaxBytes = 25'000'000;

core::Result<std::string> Nfc(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal, static_cast<std::int32_t>(text.size()));
  if (U_SUCCESS(status))
    nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, status);
  if (U_FAILURE(status))
    return core::Fail(core::ErrorCode::kInvalidInput, "the text could not be put into Unicode form NFC");
  return normal;
}

// U+00AD is where a word may be cut.
bool IsUnseen(UChar32 c) {
  return c < 0 || c == 0x00AD || core::IsTakenOut(static_cast<char32_t>(c));
}

class Cleaner {
 public:
  // One block: white space runs become a space, none at the ends.
  std::string Clean(const std::string& text, bool keep_lines) {
    std::string out;
    bool space = false;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
      const std::int32_t begin = at;
      UChar32 c = 0;
      U8_NEXT(bytes, at, length, c);
      if (c == '\r' || (c > 0 && core::EndsLine(static_cast<char32_t>(c)))) c = '\n';
      if (keep_lines && c == '\n') {
        out += '\n';
        space = false;
      } else if (IsUnseen(c)) {
        turned_ = turned_ || core::TurnsText(static_cast<char32_t>(c));
      } else if (u_isUWhiteSpace(c)) {
        space = !out.empty();
      } else {
        if (space && out.back() != '\n') out += ' ';
        space = false;
        out.append(text, static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
      }
    }
    while (!out.empty() && out.back() == '\n') out.pop_back();
    return out;
  }
  bool turned() const { return turned_; }

 private:
  bool turned_ = false;
};

}  // namespace

core::Result<CanonicalDocument> MakeCanonical(parser::Parsed parsed) {
  CanonicalDocument document;
  document.language = std::move(parsed.language);
  document.removed = std::move(parsed.removed);
  document.notices = std::move(parsed.notices);
  document.read_in = std::move(parsed.read_in);
  Cleaner cleaner;
  std::int64_t length = 0;
  for (parser::Block& block : parsed.blocks) {
    // Normal form first: it may join a block's characters, but never characters of two blocks.
    CG_ASSIGN_OR_RETURN(const std::string normal, Nfc(block.text));
    const std::string text = cleaner.Clean(normal, block.kind == model::PartKind::kCode);
    if (text.empty()) continue;
    if (!document.text.empty()) {
      document.text += "\n\n";
      length += 2;
    }
    const std::int64_t count = core::CountCodePoints(text);
    document.parts.push_back({block.kind, block.level, {length, length + count}, block.page, block.confidence});
    document.text += text;
    length += count;
    if (document.text.size() > kMaxBytes) {
      return core::Fail(core::ErrorCode::kInvalidInput, "the text is longer than 25 MB. Fix: split the file");
    }
  }
  if (document.text.empty()) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "no text was found in the file. Fix: if it is a scan, give it as an image or a PDF of images of "
                      "at least 200 dpi; or type it, and give it as text");
  }
  document.text += '\n';
  if (cleaner.turned()) {
    document.notices.emplace_back("Bidirectional control characters were removed from the text.");
  }
  return document;
}

}  // namespace commonground::ingest
