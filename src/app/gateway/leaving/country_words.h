// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What countries are known by besides their names: adjectives, their people, parts of them, dialling codes
// (data/countries/people.tsv, our own list).
#pragma once

#include <string>
#include <vector>

#include "app/gateway/leaving/name_finder.h"

namespace commonground::app {

struct CountryWord {
  Name name;
  std::vector<std::string> meant;  // codes of all countries that it can mean: "Congolese"
};

// None for a code that has no line there.  Threads: any.  Cost: all lines are read at the first call.
const std::vector<CountryWord>& CountryWords(const std::string& alpha3);

// What holds a country's adjective and means no country: "Latin American".
const std::vector<std::string>& WiderThanACountry();

// "KE": its flag, as two characters.
std::string FlagOf(const std::string& alpha2);

}  // namespace commonground::app
