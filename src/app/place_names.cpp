// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Names of countries are ICU's, but for invented ones, which the study names.

#include "app/place_names.h"

#include <unicode/locid.h>

#include <algorithm>
#include <set>

#include "app/forms/form.h"
#include "app/gateway/entry.h"

namespace commonground::app {

namespace {

std::string NameOf(const model::Study& study, const model::CountryCode& code, const std::string& language) {
  const auto invented = std::ranges::find(study.invented_countries, code, &model::InventedCountry::code);
  if (invented != study.invented_countries.end()) return invented->name;
  icu::UnicodeString name;
  icu::Locale::createFromName(("und_" + code.value).c_str()).getDisplayCountry(icu::Locale(language.c_str()), name);
  std::string text;
  name.toUTF8String(text);
  return text.empty() ? code.value : text;
}

}  // namespace

core::Result<PlaceNames> PlaceNamesOf(const Workspace& workspace, const std::string& language) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kContext));
  CG_ASSIGN_OR_RETURN(const auto languages, LanguagesIn(language, "en"));
  CG_ASSIGN_OR_RETURN(const auto study, in.Small());
  PlaceNames names{study->settings.title, study->settings.invented, {}, {}};
  for (const model::Region& region : study->regions) {
    names.regions.push_back({region.id, region.label.empty() ? region.id.value : region.label});
  }
  std::set<std::string> codes;
  for (const auto& one : study->contexts) codes.insert(one.country.value);
  // Where others work is told to who works with them.
  const bool sees_all = in.caller.role != Role::kMember && in.caller.role != Role::kReader;
  for (const auto& one : study->organisations) {
    if (one.country && (sees_all || one.id == in.caller.organisation)) codes.insert(one.country->value);
  }
  if (sees_all) {
    for (const auto& one : study->slots) {
      if (one.country) codes.insert(one.country->value);
    }
    for (const auto& one : study->invented_countries) codes.insert(one.code.value);
  }
  for (const auto& code : codes) {
    if (code.empty()) continue;
    names.countries.push_back({model::CountryCode(code), NameOf(*study, model::CountryCode(code), languages.front())});
  }
  return names;
}

}  // namespace commonground::app
