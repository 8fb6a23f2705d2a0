// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Invented countries: only in an invented study, only with codes that stand for no country, and every one with a name.
#include <set>

#include "rules/checked.h"
#include "rules/countries.h"

namespace commonground::rules {

void CheckPlaces(const Checked& checked) {
  const model::Study& study = checked.study;
  std::set<std::string> named;
  for (std::size_t i = 0; i < study.invented_countries.size(); ++i) {
    const std::string& code = study.invented_countries[i].code.value;
    const Field field = checked.Of(Kind::kInventedCountry, i, "code");
    named.insert(code);
    if (IsCountry(code)) {
      field.Bad(code, "stands for a country that exists", "choose a code from XAA to XZZ for the invented one");
    } else if (!study.settings.invented && checked.Readable(Kind::kSettings)) {
      field.Bad(code, "is an invented country, but the study does not say that it is invented",
                "write invented = true under [study] in {1}, or take this table away", {All(Kind::kSettings)});
    }
  }
  if (!checked.Readable(Kind::kInventedCountry)) return;
  const auto check = [&](const std::optional<model::CountryCode>& code, Kind kind, std::size_t index) {
    if (!code || named.contains(code->value) || IsCountry(code->value)) return;
    const Field field = checked.Of(kind, index, "country");
    if (IsInventedCountry(code->value)) {
      field.Bad(code->value, std::string(kNotACountry.message),
                "correct it; or, in an invented study, add it to {1} with a name", {All(Kind::kInventedCountry)});
    } else if (checked.IsUnread() && !code->empty()) {
      field.Bad(code->value, kNotACountry);
    }
  };
  for (std::size_t i = 0; i < study.organisations.size(); ++i)
    check(study.organisations[i].country, Kind::kOrganisation, i);
  for (std::size_t i = 0; i < study.slots.size(); ++i) check(study.slots[i].country, Kind::kSlot, i);
  for (std::size_t i = 0; i < study.contexts.size(); ++i) check(study.contexts[i].country, Kind::kContextFact, i);
  for (std::size_t i = 0; i < study.partners.size(); ++i) check(study.partners[i].country, Kind::kPartner, i);
}

}  // namespace commonground::rules
