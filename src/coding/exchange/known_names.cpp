// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "coding/exchange/known_names.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>

namespace commonground::coding {

namespace {

constexpr const char* kLanguagesOfReports[] = {"en", "fr", "es", "ru", "zh"};

// What a name means; a name that means two things means none.
class Names {
 public:
  void Add(const std::string& name, const std::string& code) {
    if (name.empty()) return;
    const auto [at, is_new] = codes_.emplace(name, code);
    if (!is_new && at->second != code) at->second.clear();
  }
  std::optional<std::string> Find(const std::string& name) const {
    const auto found = codes_.find(name);
    return found == codes_.end() || found->second.empty() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::map<std::string, std::string> codes_;
};

std::string Folded(icu::UnicodeString text) {
  std::string folded;
  text.trim().foldCase().toUTF8String(folded);
  return folded;
}

Names Countries() {
  Names names;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    const icu::Locale country("", *code);
    const std::string alpha3 = country.getISO3Country();
    if (alpha3.size() != 3) continue;
    names.Add(FoldedName(*code), alpha3);
    names.Add(FoldedName(alpha3), alpha3);
    for (const char* language : kLanguagesOfReports) {
      icu::UnicodeString name;
      names.Add(Folded(country.getDisplayCountry(icu::Locale(language), name)), alpha3);
    }
  }
  return names;
}

const std::set<std::string>& KnownLanguages() {
  static const std::set<std::string> known = [] {
    std::set<std::string> all;
    for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) all.insert(*code);
    return all;
  }();
  return known;
}

Names LanguageNames() {
  Names names;
  for (const std::string& code : KnownLanguages()) {
    for (const char* language : kLanguagesOfReports) {
      icu::UnicodeString name;
      names.Add(Folded(icu::Locale(code.c_str()).getDisplayLanguage(icu::Locale(language), name)), code);
    }
  }
  return names;
}

}  // namespace

std::string FoldedName(std::string_view text) {
  return Folded(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size()))));
}

std::optional<model::CountryCode> ReadCountry(std::string_view text) {
  static const Names names = Countries();
  const auto code = names.Find(FoldedName(text));
  return code ? std::optional(model::CountryCode(*code)) : std::nullopt;
}

std::optional<std::string> ReadLanguage(std::string_view text) {
  static const Names names = LanguageNames();
  std::string name = FoldedName(text);
  if (auto code = names.Find(name)) return code;
  std::ranges::replace(name, '_', '-');
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(name, status);
  if (U_FAILURE(status) || !KnownLanguages().contains(locale.getLanguage())) return std::nullopt;
  const auto tag = locale.toLanguageTag<std::string>(status);
  return U_FAILURE(status) ? std::nullopt : std::optional(tag);
}

}  // namespace commonground::coding
