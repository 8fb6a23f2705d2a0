// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Translates the words of the report.

#include "publish/words.h"

#include <unicode/listformatter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <boost/locale/generator.hpp>
#include <boost/locale/gnu_gettext.hpp>
#include <cstdint>
#include <memory>
#include <span>

#include "core/embedded_file.h"

namespace commonground {

std::span<const core::EmbeddedFile> Catalogues();  // made by cg_embed: "fr.mo", ...

namespace publish {

namespace {

// Boost asks for files by path, e.g. "po/fr/LC_MESSAGES/commonground.mo"; ours are in the program.
std::vector<char> LoadCatalogue(const std::string& path, const std::string&) {
  for (const core::EmbeddedFile& file : Catalogues()) {
    const std::string folder = "/" + std::string(file.name.substr(0, file.name.find('.'))) + "/";
    if (path.find(folder) != std::string::npos) return {file.bytes.begin(), file.bytes.end()};
  }
  return {};
}

}  // namespace

const std::vector<std::string>& Languages() {
  static const std::vector<std::string> languages{"en", "fr", "es", "ru", "zh"};
  return languages;
}

core::Result<Words> Words::For(const std::string& language) {
  if (std::ranges::find(Languages(), language) == Languages().end()) {
    std::string known;
    for (const std::string& one : Languages()) known += (known.empty() ? "" : ", ") + one;
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "no page can be written in \"" + language + "\". Known: " + known);
  }
  namespace messages = boost::locale::gnu_gettext;
  messages::messages_info info;
  info.language = language;
  info.encoding = "UTF-8";
  info.domains.emplace_back("commonground");
  info.paths.emplace_back("po");
  info.callback = LoadCatalogue;
  // The classic locale below: numbers in running text stay plain digits in every language, as in tables.
  const std::locale base = boost::locale::generator()(language + ".UTF-8");
  return Words(language, std::locale(base, messages::create_messages_facet<char>(info)));
}

namespace {

void Replace(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

}  // namespace

std::string Words::Comma() const {
  return language_ == "zh" ? "、" : ", ";
}

std::string Words::Semicolon() const {
  return language_ == "zh" ? "；" : language_ == "fr" ? "\xC2\xA0; " : "; ";
}

std::string Words::Colon() const {
  return language_ == "zh" ? "：" : language_ == "fr" ? "\xC2\xA0: " : ": ";
}

std::string Words::List(const std::vector<std::string>& parts) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(language_ == "en" ? "en_GB" : language_.c_str());
  const std::unique_ptr<icu::ListFormatter> list(icu::ListFormatter::createInstance(locale, status));
  std::vector<icu::UnicodeString> items;
  items.reserve(parts.size());
  for (const std::string& part : parts) items.push_back(icu::UnicodeString::fromUTF8(part));
  icu::UnicodeString words;
  if (U_SUCCESS(status)) list->format(items.data(), static_cast<std::int32_t>(items.size()), words, status);
  std::string text;
  if (U_SUCCESS(status)) return words.toUTF8String(text);
  for (const std::string& part : parts) text += (text.empty() ? "" : Comma()) + part;
  return text;
}

std::string Words::Pattern(std::string text) const {
  if (language_ == "fr") {
    for (const char* sign : {":", ";", "!", "?", "»", "%"}) {
      Replace(text, std::string(" ") + sign, std::string("\xC2\xA0") + sign);
    }
    Replace(text, "« ", "«\xC2\xA0");
  } else if (language_ == "zh") {
    for (const char* sign : {"。", "，", "：", "；", "、", "？"}) Replace(text, std::string(sign) + ' ', sign);
  }
  return text;
}

std::optional<std::string> Words::Known(const std::string& text) const {
  if (text.empty()) return std::nullopt;
  const std::string found = boost::locale::translate(text).str(locale_);
  if (language_ != "en" && found == text) return std::nullopt;
  return Finished(Pattern(found));
}

std::string Words::Finished(std::string text) const {
  static constexpr std::string_view kTwice = "г..";
  if (language_ != "ru") return text;
  for (std::size_t at = text.find(kTwice); at != std::string::npos; at = text.find(kTwice, at + 1)) {
    if (text.compare(at + kTwice.size(), 1, ".") != 0) text.erase(at + kTwice.size() - 1, 1);
  }
  return text;
}

std::string Words::Amount(const std::string& plain, const std::string& unit) const {
  static constexpr std::string_view kNarrow = "\xE2\x80\xAF";  // spaces at which no line ends
  static constexpr std::string_view kWide = "\xC2\xA0";
  const bool spaced = language_ == "fr" || language_ == "es" || language_ == "ru";
  const std::string_view between = !spaced ? "," : language_ == "fr" ? kNarrow : kWide;
  const std::size_t point = std::min(plain.find('.'), plain.size());
  const std::size_t fewest = language_ == "es" || language_ == "ru" ? 5 : 4;  // digits that are grouped
  std::string whole;
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0 && point >= fewest) whole += between;
    whole += plain[i];
  }
  whole += Number(plain.substr(point));
  if (unit == "%") whole += (spaced ? std::string(kWide) : std::string()) + unit;
  return whole;
}

std::string Words::Number(std::string plain) const {
  static constexpr std::string_view kWithComma[] = {"fr", "es", "ru"};
  if (std::ranges::find(kWithComma, language_) != std::end(kWithComma)) std::ranges::replace(plain, '.', ',');
  return plain;
}

}  // namespace publish
}  // namespace commonground
