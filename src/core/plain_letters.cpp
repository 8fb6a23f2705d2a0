// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// ICU says what is plain; what is left alone would join words that the text keeps apart, or part what a dictionary
// knows.
#include "core/plain_letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "core/code_point.h"
#include "core/scripts.h"

namespace commonground::core {

namespace {

const icu::Normalizer2& Nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKCInstance(status);
}

enum class Form { kPlain, kLetter, kRaised };

bool IsDenseOrBracket(const icu::UnicodeString& letters) {
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 c = letters.char32At(i);
    if (c != '(' && c != ')' && !NeedsNoSpaces(static_cast<char32_t>(c)) && u_charType(c) != U_OTHER_LETTER)
      return false;
  }
  return true;
}

Form FormOf(char32_t letter) {
  const auto c = static_cast<UChar32>(letter);
  if (c < 0xAA || c == 0x0E33 || c == 0x0EB3) return Form::kPlain;
  const std::int32_t kind = u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE);
  if (kind == U_DT_NONE || kind == U_DT_CANONICAL || kind == U_DT_NOBREAK || kind == U_DT_FRACTION) return Form::kPlain;
  const std::uint32_t is = U_GET_GC_MASK(c);
  if ((is & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_NL_MASK)) != 0) return Form::kLetter;
  if (kind == U_DT_SUB && (is & U_GC_NO_MASK) != 0) return Form::kLetter;
  if (kind == U_DT_SUPER && (is & U_GC_NO_MASK) != 0) return Form::kRaised;
  if ((is & (U_GC_SO_MASK | U_GC_NO_MASK)) == 0) return Form::kPlain;
  if (kind == U_DT_SQUARE) return Form::kLetter;
  icu::UnicodeString becomes;
  const bool has = Nfkc().getRawDecomposition(c, becomes) != 0;
  return has && IsDenseOrBracket(becomes) ? Form::kLetter : Form::kPlain;
}

// A unit of measure, by its length: one or two letters end the text.
bool EndsInAShortWord(std::string_view text) {
  int letters = 0;
  while (!text.empty() && letters < 3) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    std::size_t next = at;
    const char32_t c = NextCodePoint(text, next);
    if (c == kNoCodePoint || u_isalpha(static_cast<UChar32>(c)) == 0) return letters > 0 && !IsWordPart(c);
    ++letters;
    text = text.substr(0, at);
  }
  return letters == 1 || letters == 2;
}

}  // namespace

PlainLetters::PlainLetters(std::string_view text) : text_(text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return;
  const icu::Normalizer2& nfkc = Nfkc();
  UErrorCode status = U_ZERO_ERROR;
  if (nfkc.isNormalizedUTF8({text.data(), static_cast<std::int32_t>(text.size())}, status)) return;
  made_.reserve(text.size() + text.size() / 8);
  std::size_t last = 0;       // of the letter that was put last, in made_
  std::size_t last_from = 0;  // and in text
  bool in_same = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, at);
    const Form form = c == kNoCodePoint ? Form::kPlain : FormOf(c);
    const bool plain = form == Form::kPlain || (form == Form::kRaised && !EndsInAShortWord(made_));
    if (plain) {
      if (!in_same) pieces_.push_back({made_.size(), begin, true});
      in_same = true;
      last = made_.size();
      last_from = begin;
      made_.append(text, begin, at - begin);
      continue;
    }
    // A mark in half width belongs to the letter before it; marks behind it to it.
    std::size_t from = begin;
    if (!made_.empty() && !nfkc.hasBoundaryBefore(static_cast<UChar32>(c))) {
      from = last_from;
      made_.resize(last);
      while (!pieces_.empty() && pieces_.back().made >= last) pieces_.pop_back();
    }
    while (at < text.size()) {
      std::size_t next = at;
      const char32_t follows = NextCodePoint(text, next);
      if (follows == kNoCodePoint || nfkc.hasBoundaryBefore(static_cast<UChar32>(follows))) break;
      at = next;
    }
    const icu::UnicodeString stretch =
        icu::UnicodeString::fromUTF8({text.data() + from, static_cast<std::int32_t>(at - from)});
    status = U_ZERO_ERROR;
    const icu::UnicodeString normal = nfkc.normalize(stretch, status);
    pieces_.push_back({made_.size(), from, false});
    last = made_.size();
    last_from = from;
    (U_SUCCESS(status) ? normal : stretch).toUTF8String(made_);
    in_same = false;
    changed_ = true;
  }
  if (changed_) {
    pieces_.push_back({made_.size(), text.size(), true});
  } else {
    pieces_.clear();
  }
}

std::size_t PlainLetters::StartOf(std::size_t made) const {
  if (!changed_) return made;
  auto piece = std::ranges::upper_bound(pieces_, made, {}, &Piece::made);
  --piece;
  return piece->is_same ? piece->given + (made - piece->made) : piece->given;
}

std::size_t PlainLetters::EndOf(std::size_t made) const {
  if (!changed_ || made == 0) return made;
  auto piece = std::ranges::upper_bound(pieces_, made - 1, {}, &Piece::made);
  --piece;
  return piece->is_same ? piece->given + (made - piece->made) : std::next(piece)->given;
}

}  // namespace commonground::core
