// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The countries that people mean by names and codes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/countries.h"

namespace commonground::ingest {

using rules::IsCountry;
using rules::IsInventedCountry;

// The codes that a text can mean: a code of two or three letters in any case, or a name in English, French, Spanish,
// Russian or Chinese as ICU or ISO 3166-1 has it, or one in common use ("Ivory Coast", "DRC").  Several if it can mean several
// ("Congo", "Guinea"), none if it means none.  Sorted.  Cost: all names are gathered at the first call.
std::vector<std::string> CountriesMeantBy(std::string_view text);

// Names that ICU does not have, of a country ("Burma", "Мьянма" of MMR), and what else each can mean ("Congo": COD, COG).
// Those that hold a name of ICU ("Republic of Kenya") are left out.  Cost: linear in the tables.
struct CountryInUse {
  std::string name;
  std::vector<std::string> meant;  // codes, sorted
};
std::vector<CountryInUse> NamesInUse(std::string_view alpha3);

// In English; the code itself if it has none.
std::string CountryName(std::string_view alpha3);

}  // namespace commonground::ingest
