// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Invented countries: only in an invented study, only with codes that stand for no country, and every one with a name.

#include <set>

#include "ingest/folder/checks/checks.h"
#include "ingest/folder/countries.h"

namespace commonground::ingest {

void CheckPlaces(const Checked& checked) {
  const model::Study& study = checked.study;
  std::set<std::string> named;
  for (std::size_t i = 0; i < study.places.size(); ++i) {
    const std::string& code = study.places[i].code.value;
    const Spot spot = checked.Row("places.csv", i, "code");
    named.insert(code);
    if (IsCountry(code)) {
      spot.Bad(code, "stands for a country that exists", "choose a code from XAA to XZZ for the invented one");
    } else if (!study.settings.invented && checked.places.Readable("study.toml")) {
      spot.Bad(code, "is an invented country, but the study does not say that it is invented",
               "write invented = true under [study] in study.toml, or take this table away");
    }
  }
  if (!checked.places.Readable("places.csv")) return;
  const auto check = [&](const std::optional<model::CountryCode>& code, std::string_view file, std::size_t row) {
    if (!code || !IsInventedCountry(code->value) || named.contains(code->value)) return;
    checked.Row(file, row, "country")
        .Bad(code->value, "is not a country's three-letter code (ISO 3166-1 alpha-3)",
             "correct it; or, in an invented study, add it to places.csv with a name");
  };
  for (std::size_t i = 0; i < study.organisations.size(); ++i)
    check(study.organisations[i].country, "organisations.csv", i);
  for (std::size_t i = 0; i < study.slots.size(); ++i) check(study.slots[i].country, "slots.csv", i);
  for (std::size_t i = 0; i < study.contexts.size(); ++i) check(study.contexts[i].country, "contexts.csv", i);
  for (std::size_t i = 0; i < study.partners.size(); ++i) check(study.partners[i].country, "partners.csv", i);
}

}  // namespace commonground::ingest
