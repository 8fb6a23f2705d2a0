// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds names that programs give to what they add themselves.

#include "coding/exchange/known_names.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <map>

#include "core/language_tag.h"

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
  return core::LanguageMeantBy(text);
}

}  // namespace commonground::coding
