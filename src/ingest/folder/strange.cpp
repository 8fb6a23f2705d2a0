// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Names cells that a spreadsheet spoilt and characters that nobody sees.

#include "ingest/folder/strange.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uspoof.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>

#include "core/code_point.h"

namespace commonground::ingest {

namespace {

// As Excel, LibreOffice, Numbers and Google Sheets write them in English, French, Spanish, Russian, German, Portuguese.
constexpr std::array<std::string_view, 36> kErrors{
    "#REF!",   "#N/A",     "#VALUE!",  "#DIV/0!",   "#NAME?",  "#NULL!",   "#NUM!",    "#SPILL!",  "#CALC!",
    "#FIELD!", "#BUSY!",   "#ERROR!",  "#VALEUR!",  "#NOM?",   "#NOMBRE?", "#NUL!",    "#NOMBRE!", "#VALOR!",
    "#¡REF!",  "#¡DIV/0!", "#¡VALOR!", "#¿NOMBRE?", "#¡NUM!",  "#¡NULO!",  "#ССЫЛКА!", "#Н/Д",     "#ЗНАЧ!",
    "#ИМЯ?",   "#ДЕЛ/0!",  "#ЧИСЛО!",  "#ПУСТО!",   "#BEZUG!", "#NV",      "#WERT!",   "#ZAHL!",   "#NOME?"};

constexpr std::string_view kSpaces = " \t\n";

struct CloseSpoof {
  void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
};

// The character as confusable tables (UTS 39) reduce it.
std::string Skeleton(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<USpoofChecker, CloseSpoof> checker(uspoof_open(&status));
  if (!checker) return {};
  std::array<char, 32> out{};
  status = U_ZERO_ERROR;
  const std::int32_t size =
      uspoof_getSkeletonUTF8(checker.get(), 0, text.data(), static_cast<std::int32_t>(text.size()), out.data(),
                             static_cast<std::int32_t>(out.size()), &status);
  if (U_FAILURE(status) || size < 0 || size > static_cast<std::int32_t>(out.size())) return {};
  return std::string(out.data(), static_cast<std::size_t>(size));
}

// The ASCII letter or digit that a character looks like; empty if it looks like none.
std::string Ascii(std::string_view character) {
  const std::string skeleton = Skeleton(character);
  if (skeleton.empty() || std::ranges::any_of(skeleton, [](char c) { return c < '-' || c > 'z'; })) return {};
  return skeleton;
}

void AppendUtf8(std::string& text, char32_t c) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, static_cast<UChar32>(c));
  text.append(bytes.data(), static_cast<std::size_t>(size));
}

std::string NameOf(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<char, 120> name{};
  // The mark's formal name speaks of what it is no longer used for.
  const std::int32_t size =
      c == 0xFEFF ? 0
                  : u_charName(c, U_UNICODE_CHAR_NAME, name.data(), static_cast<std::int32_t>(name.size()), &status);
  const std::string_view text = c == 0xFEFF ? "BYTE ORDER MARK" : std::string_view(name.data(), std::max(size, 0));
  return fmt::format("{} (U+{:04X})", text.empty() ? "character" : text, static_cast<unsigned>(c));
}

}  // namespace

bool IsInvisible(UChar32 c) {
  if (c < 0x80) return false;
  return c == 0xA0 || c == 0x202F || c == 0x2007 || c == 0x3000 ||
         u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

std::string_view Bare(std::string_view text) {
  for (std::size_t at = 0; !text.empty();) {
    if (kSpaces.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
      continue;
    }
    if (static_cast<unsigned char>(text.front()) < 0x80U) break;
    at = 0;
    const char32_t c = core::NextCodePoint(text, at);
    if (c == core::kNoCodePoint || !IsInvisible(static_cast<UChar32>(c))) break;
    text.remove_prefix(at);
  }
  while (!text.empty()) {
    if (kSpaces.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
      continue;
    }
    if (static_cast<unsigned char>(text.back()) < 0x80U) break;
    std::size_t begin = text.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
    std::size_t at = begin;
    const char32_t c = core::NextCodePoint(text, at);
    if (c == core::kNoCodePoint || at != text.size() || !IsInvisible(static_cast<UChar32>(c))) break;
    text.remove_suffix(text.size() - begin);
  }
  return text;
}

bool IsErrorCell(std::string_view text) {
  if (text.size() < 3 || (text.front() != '#' && text.front() != 'E' && text.front() != ' ')) return false;
  text = Bare(text);
  if (text.starts_with("Err:5")) {
    return text.size() == 7 && std::ranges::all_of(text.substr(4), [](char c) { return c >= '0' && c <= '9'; });
  }
  return std::ranges::find(kErrors, text) != kErrors.end();
}

std::string StrangeCharacter(std::string_view id) {
  for (std::size_t at = 0; at < id.size();) {
    const std::size_t begin = at;
    const char32_t c = core::NextCodePoint(id, at);
    if (c < 0x80 || c == core::kNoCodePoint) continue;
    const auto character = static_cast<UChar32>(c);
    if (IsInvisible(character)) return "holds a " + NameOf(character) + ", which nobody sees";
    if (const std::string like = Ascii(id.substr(begin, at - begin)); !like.empty()) {
      return fmt::format("has {}, which looks like {}", NameOf(character), like);
    }
  }
  return {};
}

std::string LooksLike(std::string_view id) {
  std::string plain;
  for (std::size_t at = 0; at < id.size();) {
    const std::size_t begin = at;
    const char32_t c = core::NextCodePoint(id, at);
    if (c != core::kNoCodePoint && c >= 0x80) {
      if (IsInvisible(static_cast<UChar32>(c))) continue;
      if (const std::string like = Ascii(id.substr(begin, at - begin)); !like.empty()) {
        plain += like;
        continue;
      }
    }
    plain += id.substr(begin, at - begin);
  }
  return plain;
}

std::vector<OneScript> InOneScript(std::string_view text) {
  // Capitals and small letters that look alike, in this order.
  static constexpr std::u32string_view kLatin = U"ABEKMHOPCTXYaeopcyxkmtnbiSsIiJj";
  static constexpr std::u32string_view kCyrillic = U"АВЕКМНОРСТХУаеорсухкмтпвіЅѕІіЈј";
  static constexpr std::u32string_view kGreek = U"ΑΒΕΚΜΗΟΡϹΤΧΥαεορςγχκμτηβι";
  std::vector<OneScript> found;
  const auto turned = [&](std::u32string_view from, std::u32string_view to) {
    OneScript one;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t c = core::NextCodePoint(text, at);
      if (c == core::kNoCodePoint) return;
      if (IsInvisible(static_cast<UChar32>(c)) && c != 0xA0) {
        if (one.what.empty()) one.what = "holds a " + NameOf(static_cast<UChar32>(c)) + ", which nobody sees";
        continue;
      }
      const std::size_t place = from.find(c);
      if (place == std::u32string_view::npos || place >= to.size()) {
        one.text += text.substr(begin, at - begin);
        continue;
      }
      std::string like;
      AppendUtf8(like, to[place]);
      if (one.what.empty())
        one.what = fmt::format("has {}, which looks like {}", NameOf(static_cast<UChar32>(c)), like);
      one.text += like;
    }
    if (one.text != text) found.push_back(std::move(one));
  };
  if (std::string like = LooksLike(text); like != text) found.push_back({std::move(like), StrangeCharacter(text)});
  turned(kCyrillic, kLatin);
  turned(kGreek, kLatin);
  turned(kLatin, kCyrillic);
  turned({}, {});
  return found;
}

}  // namespace commonground::ingest
