// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every country that may be chosen: those that the study made up first, then the world's.
import { knownCountries } from "../store/place_names";
import { countriesNamed, type CountryNamed } from "../words/countries";

export const everyCountry = (): readonly CountryNamed[] => countriesNamed(knownCountries().map((one) => ({ code: one.country, name: one.name })));
