// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// ICU takes letters and their marks apart; what Unicode does not take apart is in one list here.
#include "core/fold.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "core/scripts.h"
#include "core/small_ascii.h"

namespace commonground::core {

namespace {

struct Letter {
  char32_t is;
  std::u16string_view becomes;
};

// In order of the letters.
constexpr std::array kLetters{
    Letter{0x00E6, u"ae"},  // æ
    Letter{0x00F0, u"d"},   // ð
    Letter{0x00F8, u"o"},   // ø
    Letter{0x00FE, u"th"},  // þ
    Letter{0x0111, u"d"},   // đ
    Letter{0x0127, u"h"},   // ħ
    Letter{0x0131, u"i"},   // ı
    Letter{0x0138, u"k"},   // ĸ
    Letter{0x0142, u"l"},   // ł
    Letter{0x014B, u"n"},   // ŋ
    Letter{0x0153, u"oe"},  // œ
    Letter{0x0167, u"t"},   // ŧ
    Letter{0x0180, u"b"},   // ƀ
    Letter{0x0188, u"c"},   // ƈ
    Letter{0x0192, u"f"},   // ƒ
    Letter{0x0199, u"k"},   // ƙ
    Letter{0x01A5, u"p"},   // ƥ
    Letter{0x01AD, u"t"},   // ƭ
    Letter{0x01B4, u"y"},   // ƴ
    Letter{0x01B6, u"z"},   // ƶ
    Letter{0x01DD, u"e"},   // ǝ
    Letter{0x01E5, u"g"},   // ǥ
    Letter{0x0253, u"b"},   // ɓ
    Letter{0x0254, u"o"},   // ɔ
    Letter{0x0256, u"d"},   // ɖ
    Letter{0x0257, u"d"},   // ɗ
    Letter{0x0259, u"e"},   // ə
    Letter{0x025B, u"e"},   // ɛ
    Letter{0x0263, u"g"},   // ɣ
    Letter{0x0268, u"i"},   // ɨ
    Letter{0x0269, u"i"},   // ɩ
    Letter{0x0272, u"n"},   // ɲ
    Letter{0x0289, u"u"},   // ʉ
    Letter{0x028B, u"v"},   // ʋ
    Letter{0x0629, u"ه"},   // ة teh marbuta
    Letter{0x0640, u""},    // tatweel
    Letter{0x0649, u"ي"},   // ى alef maksura
    Letter{0x0671, u"ا"},   // ٱ alef wasla
    Letter{0x06A9, u"ك"},   // ک Persian kaf
    Letter{0x06AA, u"ك"},   // ڪ swash kaf
    Letter{0x06BE, u"ه"},   // ھ heh doachashmee
    Letter{0x06C1, u"ه"},   // ہ heh goal
    Letter{0x06C3, u"ه"},   // ۃ teh marbuta goal
    Letter{0x06CC, u"ي"},   // ی Persian yeh
    Letter{0x06CD, u"ي"},   // ۍ yeh with tail
    Letter{0x06D0, u"ي"},   // ې e
    Letter{0x06D5, u"ه"},   // ە ae
};
static_assert(std::ranges::is_sorted(kLetters, {}, &Letter::is));

void Append(UChar32 c, icu::UnicodeString& to) {
  const auto known = std::ranges::lower_bound(kLetters, static_cast<char32_t>(c), {}, &Letter::is);
  if (known != kLetters.end() && known->is == static_cast<char32_t>(c)) {
    to.append(known->becomes.data(), static_cast<std::int32_t>(known->becomes.size()));
  } else if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
    to.append(static_cast<UChar32>('0' + u_charDigitValue(c)));
  } else {
    to.append(c);
  }
}

bool IsAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

icu::UnicodeString InUtf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string InUtf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString CaseFolded(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFKCCasefoldInstance(status)->normalize(text, status);
}

}  // namespace

std::string Fold(std::string_view text) {
  if (IsAscii(text)) return SmallAscii(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString apart =
      icu::Normalizer2::getNFDInstance(status)->normalize(CaseFolded(InUtf16(text)), status);
  icu::UnicodeString kept;
  UChar32 base = 0;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    const bool mark = (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
    if (!mark) base = c;
    const bool short_i = c == 0x0306 && base == 0x0438;  // й
    if (mark && !short_i && HasAccents(static_cast<char32_t>(base))) continue;
    Append(c, kept);
  }
  return InUtf8(icu::Normalizer2::getNFCInstance(status)->normalize(kept, status));
}

std::string SmallLetters(std::string_view text, std::string_view language) {
  const std::string_view first = language.substr(0, language.find('-'));
  const bool turkish = first == "tr" || first == "az";
  if (!turkish && IsAscii(text)) return SmallAscii(text);
  icu::UnicodeString letters = InUtf16(text);
  if (turkish) letters.toLower(icu::Locale("tr"));
  return InUtf8(CaseFolded(letters));
}

bool IsApostropheLetter(char32_t c) {
  return (c >= 0x02B9 && c <= 0x02BF) || c == 0x02C8 || c == 0x02EE || c == 0x07F4 || c == 0x07F5 || c == 0xA78B ||
         c == 0xA78C;
}

bool IsInvisible(char32_t c) {
  return c >= 0x80 && c != 0x200B && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

}  // namespace commonground::core
