// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Names, addresses and places as people write them in a cell.  Pure, any thread.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace commonground::app {

int CountLetters(std::string_view text);                   // letters and digits
bool HasCase(std::string_view text);                       // any letter of a script with capitals
bool HoldsSeveralWords(std::string_view text);             // "Silver Steppe", "silver-steppe", "SilverSteppe"
bool SameLetters(std::string_view a, std::string_view b);  // but for case, accents and what stands between
// One of the ordinary words of English, French, Spanish, Portuguese or Russian, by data/common-words.
bool IsCommonWord(std::string_view text);

// "Lamp Works (LW)": the whole, "Lamp Works", "LW".
std::vector<std::string> NamesWithin(const std::string& name);
// In letters of ASCII, by ICU's transliteration: of any script, with the Russian way of Cyrillic letters, of Chinese
// alone.
enum class Latin { kAny, kRussian, kChinese };
std::string InLatinLetters(const std::string& text, Latin way);
// "Frauenhäuser": "Frauenhaeuser"; "Степь": "Step" (ICU's transliteration); for hosts "xn--..." of what is not ASCII.
std::vector<std::string> OtherSpellings(const std::string& name);
// Of Chinese: "zi teng"; of anything else nothing.
std::string PinyinOf(const std::string& name);
// "Étoile de l’Océan": "EDLO"; from 3 letters on, with and without little words; not those of well-known names (HIV).
std::vector<std::string> InitialsOf(const std::string& name);

// What stemming does not find of a name in several languages: "Travail Digne": "Travaux Dignes"; "Children First":
// "Child First".
std::vector<std::string> OtherForms(const std::string& name);
// Of two words, unless both are ordinary, the other order: "Rosa Púrpura": "Púrpura Rosa".  Empty: none.
std::string Turned(const std::string& name);
// "EDLO": "E.D.L.O.".
std::string WithDots(const std::string& initials);

// E-mails and hosts, without www. and without what a platform shares: "facebook.com/lampworks" gives "lampworks".
std::vector<std::string> AddressesIn(const std::string& text);
// Names with a capital after "in", "at", "near", "de", "в", ...
std::vector<std::string> PlacesIn(const std::string& text);
// "Lowtown, Highland": both; "12 Kimathi Street": "Kimathi Street", "Kimathi"; "’s-Hertogenbosch": also
// "Hertogenbosch".
std::vector<std::string> PartsOfPlace(const std::string& text);

// What else a city is called: "Найроби" and "内罗毕" of Nairobi (ICU's cities of time zones, and a short list of ours).
std::vector<std::string> OtherNamesOfCity(const std::string& city);
// "Ош": "Osh", "Оше", "Оша": what a place of up to three letters is found by, as written.
std::vector<std::string> FormsOfShortPlace(const std::string& place);

// In English, French, Spanish, Portuguese, Russian and Chinese, by ICU; none for a code that ISO does not have.
std::set<std::string> CountryNames(const std::string& alpha3);
std::string TwoLetterCode(const std::string& alpha3);  // empty: none
// Of hosts: "ke"; empty for those that are used everywhere (.tv).
std::string HostEnding(const std::string& alpha2);

}  // namespace commonground::app
