// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether the line as a whole runs from right to left is told from most letters of the page, then of the line: nothing
// else says it.
#include "ingest/parser/logical_order.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>

namespace commonground::ingest::parser {

namespace {

// Does every bracket close one that was opened?
bool IsBalanced(const icu::UnicodeString& text) {
  const icu::UnicodeString open(u"([{\u00AB");
  const icu::UnicodeString close(u")]}\u00BB");
  std::int32_t depth = 0;
  for (std::int32_t at = 0; at < text.length(); ++at) {
    depth += open.indexOf(text[at]) >= 0 ? 1 : 0;
    depth -= close.indexOf(text[at]) >= 0 ? 1 : 0;
    if (depth < 0) return false;
  }
  return true;
}

icu::UnicodeString Reordered(const icu::UnicodeString& text, UBiDiLevel base, std::uint16_t options) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), &ubidi_close);
  ubidi_setReorderingMode(bidi.get(), UBIDI_REORDER_INVERSE_LIKE_DIRECT);
  ubidi_setPara(bidi.get(), text.getBuffer(), text.length(), base, nullptr, &status);
  icu::UnicodeString logical;
  const std::int32_t room = 2 * text.length() + 2;
  const std::int32_t length = ubidi_writeReordered(bidi.get(), logical.getBuffer(room), room, options, &status);
  logical.releaseBuffer(U_SUCCESS(status) ? length : 0);
  return U_SUCCESS(status) ? logical : text;
}

}  // namespace

std::int64_t LeftwardLetters(std::string_view text) {
  std::int64_t balance = 0;
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  for (std::int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
    const UCharDirection direction = u_charDirection(wide.char32At(at));
    balance += direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ? 1 : 0;
    balance -= direction == U_LEFT_TO_RIGHT ? 1 : 0;
  }
  return balance;
}

std::string LogicalOrder(std::string visual, PageRuns page) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(visual);
  std::int32_t leftward = 0;
  std::int32_t rightward = 0;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UCharDirection direction = u_charDirection(text.char32At(at));
    leftward += direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ? 1 : 0;
    rightward += direction == U_LEFT_TO_RIGHT ? 1 : 0;
  }
  if (leftward == 0) return visual;
  const UBiDiLevel base = leftward >= rightward || page == PageRuns::kRightToLeft ? 1 : 0;
  // Some programs write down which bracket is drawn, others which one is meant.
  const icu::UnicodeString drawn = Reordered(text, base, UBIDI_DO_MIRRORING | UBIDI_REMOVE_BIDI_CONTROLS);
  const icu::UnicodeString meant = Reordered(text, base, UBIDI_REMOVE_BIDI_CONTROLS);
  const icu::UnicodeString& logical = !IsBalanced(drawn) && IsBalanced(meant) ? meant : drawn;
  std::string read;
  logical.toUTF8String(read);
  return read;
}

}  // namespace commonground::ingest::parser
