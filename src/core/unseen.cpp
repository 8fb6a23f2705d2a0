// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What stays is told by ICU's properties of the neighbours, so that new scripts and emoji need no line here.
#include "core/unseen.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace commonground::core {

namespace {

constexpr UChar32 kZwnj = 0x200C;
constexpr UChar32 kZwj = 0x200D;
constexpr UChar32 kEmojiLook = 0xFE0F;
constexpr UChar32 kKeycap = 0x20E3;
constexpr UChar32 kBlackFlag = 0x1F3F4;
constexpr UChar32 kEndOfTags = 0xE007F;

bool ShowsNothing(UChar32 c) {
  return c >= 0x80 && u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool IsDirection(UChar32 c) {
  return c == 0x200E || c == 0x200F || c == 0x061C;
}

bool IsFromTheRight(UChar32 c) {
  const UCharDirection direction = u_charDirection(c);
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

// A letter that joins its neighbours, or a mark of its script.
bool Joins(UChar32 c) {
  if (c < 0x0600) return false;
  const std::int32_t joining = u_getIntPropertyValue(c, UCHAR_JOINING_TYPE);
  if (joining == U_JT_DUAL_JOINING || joining == U_JT_RIGHT_JOINING || joining == U_JT_LEFT_JOINING) return true;
  if (c >= 0x0900 && u_getIntPropertyValue(c, UCHAR_INDIC_SYLLABIC_CATEGORY) != U_INSC_OTHER && !u_isdigit(c) &&
      (u_isalpha(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0)) {
    return true;
  }
  return joining == U_JT_TRANSPARENT && (U_GET_GC_MASK(c) & U_GC_MN_MASK) != 0;
}

bool IsVirama(UChar32 c) {
  return u_getCombiningClass(c) == 9;
}

bool IsPictograph(UChar32 c) {
  return c >= 0x80 && u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC);
}

// What a selector may follow.
bool HasVariants(UChar32 c, UChar32 selector) {
  if (selector >= 0x180B && selector <= 0x180F) return uscript_hasScript(c, USCRIPT_MONGOLIAN) != 0;
  if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) return true;
  if (selector > 0xFE0F) return false;
  if (selector >= 0xFE0E) return c >= 0x80 && u_hasBinaryProperty(c, UCHAR_EMOJI);
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_MYANMAR || script == USCRIPT_PHAGS_PA || u_charType(c) == U_MATH_SYMBOL;
}

// The tags of one flag: a country in two letters and a part of it, which no more than its code says.
std::size_t TagsOfAFlag(const std::u32string& text, std::size_t at) {
  const auto is_tag = [](char32_t c) { return (c >= 0xE0030 && c <= 0xE0039) || (c >= 0xE0061 && c <= 0xE007A); };
  std::size_t end = at;
  while (end < text.size() && is_tag(text[end])) ++end;
  const std::size_t tags = end - at;
  const bool whole = tags >= 3 && tags <= 6 && end < text.size() && text[end] == static_cast<char32_t>(kEndOfTags);
  return whole ? tags + 1 : 0;
}

std::u32string LettersOf(const std::string& text) {
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  std::u32string letters(static_cast<std::size_t>(units.countChar32()), U'\0');
  UErrorCode status = U_ZERO_ERROR;
  units.toUTF32(reinterpret_cast<UChar32*>(letters.data()), static_cast<std::int32_t>(letters.size()), status);
  return letters;
}

class Taking {
 public:
  explicit Taking(std::u32string letters) : letters_(std::move(letters)) {
    from_the_right_ = std::ranges::any_of(letters_, [](char32_t c) {
      return IsFromTheRight(static_cast<UChar32>(c)) && !IsDirection(static_cast<UChar32>(c));
    });
  }

  std::u32string Kept() {
    for (std::size_t at = 0; at < letters_.size(); ++at) {
      if (At(at) == kBlackFlag) {
        const std::size_t tags = TagsOfAFlag(letters_, at + 1);
        kept_.append(letters_, at, tags + 1);
        at += tags;
      } else if (!ShowsNothing(At(at)) || Changes(at)) {
        kept_ += letters_[at];
      }
    }
    return kept_;
  }

 private:
  UChar32 At(std::size_t at) const { return at < letters_.size() ? static_cast<UChar32>(letters_[at]) : 0; }

  // The next that shows something.
  UChar32 After(std::size_t at) const {
    std::size_t next = at + 1;
    while (next < letters_.size() && ShowsNothing(At(next))) ++next;
    return At(next);
  }

  // The last kept; a selector or a colour of skin belongs to the emoji before it.
  UChar32 Before(bool emoji) const {
    std::size_t end = kept_.size();
    const auto belongs = [&](UChar32 c) {
      return c == kEmojiLook || u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER) != 0;
    };
    while (emoji && end > 1 && belongs(static_cast<UChar32>(kept_[end - 1]))) --end;
    return end == 0 ? 0 : static_cast<UChar32>(kept_[end - 1]);
  }

  // What shows nothing itself changes how its neighbours look.
  bool Changes(std::size_t at) const {
    const UChar32 c = At(at);
    const UChar32 before = Before(false);
    if (c == kZwj && IsPictograph(Before(true)) && IsPictograph(After(at))) return true;
    if (c == kZwj || c == kZwnj) return Joins(before) && (IsVirama(before) || Joins(After(at)));
    if (IsDirection(c)) return from_the_right_ && !IsDirection(before);
    if (!u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR) && c != 0x180F) return false;
    if (c == kEmojiLook && At(at + 1) == kKeycap) return true;
    return HasVariants(before, c);
  }

  std::u32string letters_;
  std::u32string kept_;
  bool from_the_right_ = false;
};

}  // namespace

std::string WithoutUnseen(std::string text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return text;
  const std::u32string letters = LettersOf(text);
  if (std::ranges::none_of(letters, [](char32_t c) { return ShowsNothing(static_cast<UChar32>(c)); })) return text;
  const std::u32string kept = Taking(letters).Kept();
  std::string out;
  return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(kept.data()),
                                       static_cast<std::int32_t>(kept.size()))
      .toUTF8String(out);
}

}  // namespace commonground::core
