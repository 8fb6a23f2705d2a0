// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tesseract names languages by ISO 639-2 and what is between them by its own words (chi_sim); ICU knows which script a
// language is written in: "rus" -> ru -> ru_Cyrl_RU.
#include "ingest/scanner/languages.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "core/language_tag.h"

namespace commonground::ingest::parser {

namespace {

// The packages of Debian 12, by how many people write the language where several share a script.
constexpr auto kPackages = std::to_array<std::string_view>(
    {"eng", "fra", "spa", "rus", "chi_sim", "chi_tra", "ara", "tha", "mya", "por", "swa", "ukr", "fas", "urd",
     "hin", "ben", "deu", "ita", "tur",     "vie",     "ind", "msa", "pol", "ron", "nld", "bul", "srp", "kaz",
     "mar", "nep", "jpn", "kor", "tam",     "tel",     "kan", "mal", "guj", "pan", "ori", "sin", "khm", "lao",
     "amh", "tir", "ell", "heb", "yid",     "kat",     "hye", "bod", "dzo", "afr", "asm", "aze", "bel", "bos",
     "bre", "cat", "ceb", "ces", "chr",     "cos",     "cym", "dan", "div", "epo", "est", "eus", "fao", "fil",
     "fin", "fry", "gla", "gle", "glg",     "hat",     "hin", "hrv", "hun", "iku", "isl", "jav", "kir", "kmr",
     "lat", "lav", "lit", "ltz", "mkd",     "mlt",     "mon", "mri", "nor", "oci", "pus", "que", "san", "slk",
     "slv", "snd", "sqi", "sun", "swe",     "tgk",     "ton", "uzb", "yor"});

// Names that are more than the code of a language.  Others of that kind (old letters, columns) are for nobody here.
struct Named {
  std::string_view name;
  std::string_view tag;
};
constexpr std::array<Named, 7> kNamed{{{"chi_sim", "zh"},
                                       {"chi_tra", "zh-Hant"},
                                       {"aze_cyrl", "az-Cyrl"},
                                       {"srp_latn", "sr-Latn"},
                                       {"uzb_cyrl", "uz-Cyrl"},
                                       {"kmr", "ku"},
                                       {"nor", "nb"}}};

std::string ScriptOf(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(std::string(tag), status);
  locale.addLikelySubtags(status);
  const std::string script = U_SUCCESS(status) ? locale.getScript() : "";
  return script == "Hans" || script == "Hant" ? "Hani" : script;
}

std::string TagOf(std::string_view name) {
  for (const Named& one : kNamed) {
    if (one.name == name) return std::string(one.tag);
  }
  if (name.size() != 3) return {};  // "osd", "equ", "snum" below: no languages
  if (name == "osd" || name == "equ" || name == "frk" || name == "enm" || name == "frm" || name == "grc") return {};
  return core::LanguageMeantBy(name).value_or("");
}

}  // namespace

std::vector<ScanLanguage> InstalledLanguages(const std::string& folder) {
  std::vector<ScanLanguage> languages;
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() != ".traineddata") continue;
    ScanLanguage language;
    language.name = at->path().stem().string();
    language.tag = TagOf(language.name);
    if (language.tag.empty()) continue;
    language.script = ScriptOf(language.tag);
    if (!language.script.empty()) languages.push_back(std::move(language));
  }
  std::ranges::sort(languages, {}, &ScanLanguage::name);
  return languages;
}

ScanLanguage ScanLanguageOf(std::string_view tag) {
  ScanLanguage language{std::string(tag), {}, ScriptOf(tag)};
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(language.tag, status);
  locale.addLikelySubtags(status);
  if (U_FAILURE(status)) return language;
  const std::string_view code = locale.getLanguage();
  const std::string_view script = locale.getScript();
  language.name = locale.getISO3Language();
  if (code == "zh") language.name = script == "Hant" ? "chi_tra" : "chi_sim";
  if (code == "az" && script == "Cyrl") language.name = "aze_cyrl";
  if (code == "sr" && script == "Latn") language.name = "srp_latn";
  if (code == "uz" && script == "Cyrl") language.name = "uzb_cyrl";
  if (code == "ku") language.name = "kmr";
  if (code == "nb" || code == "nn") language.name = "nor";
  return language;
}

std::string PackageOf(const ScanLanguage& language) {
  const bool plain = std::ranges::find(kPackages, std::string_view(language.name)) != kPackages.end();
  const bool named = std::ranges::find(kNamed, std::string_view(language.name), &Named::name) != kNamed.end();
  if (!plain && !named) return {};
  std::string name = language.name;
  std::ranges::replace(name, '_', '-');
  return "tesseract-ocr-" + name;
}

std::vector<std::string> PackagesOfScript(std::string_view script) {
  constexpr std::size_t kMax = 3;
  std::vector<std::string> packages;
  for (const std::string_view name : kPackages) {
    const ScanLanguage language{TagOf(name), std::string(name), ScriptOf(TagOf(name))};
    if (language.script != script || packages.size() == kMax) continue;
    packages.push_back(PackageOf(language) + " for " + language.tag);
  }
  return packages;
}

std::string ScriptNamed(std::string_view word) {
  if (word == "Han") return "Hani";
  if (word == "Japanese" || word == "Hiragana" || word == "Katakana") return "Jpan";
  if (word == "Korean" || word == "Hangul") return "Kore";
  if (word == "Fraktur") return "Latn";
  std::array<UScriptCode, 2> codes{};
  UErrorCode status = U_ZERO_ERROR;
  if (uscript_getCode(std::string(word).c_str(), codes.data(), codes.size(), &status) != 1 || U_FAILURE(status)) {
    return {};
  }
  return uscript_getShortName(codes[0]);
}

std::string NameOfScript(std::string_view script) {
  if (script == "Hani") return "Chinese";
  if (script == "Mymr") return "Burmese";
  icu::UnicodeString name;
  std::string bytes;
  icu::Locale(("und_" + std::string(script)).c_str()).getDisplayScript(icu::Locale::getEnglish(), name);
  return name.toUTF8String(bytes);
}

Letters CountLetters(std::string_view text, const std::vector<std::string>& scripts) {
  const auto is_own = [&scripts](UScriptCode code) {
    return std::ranges::any_of(scripts, [code](const std::string& script) {
      if (script == "Jpan") return code == USCRIPT_HAN || code == USCRIPT_HIRAGANA || code == USCRIPT_KATAKANA;
      if (script == "Kore") return code == USCRIPT_HAN || code == USCRIPT_HANGUL;
      return script == uscript_getShortName(code);
    });
  };
  Letters letters;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    if (c < 0 || u_isalpha(c) == 0) continue;
    UErrorCode status = U_ZERO_ERROR;
    ++letters.all;
    if (is_own(uscript_getScript(c, &status))) ++letters.own;
  }
  return letters;
}

}  // namespace commonground::ingest::parser
