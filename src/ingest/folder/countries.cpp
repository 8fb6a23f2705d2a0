// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Knows the codes of countries from ICU, and more of their names from ISO 3166-1 (data/countries).

#include "ingest/folder/countries.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "core/embedded_file.h"
#include "ingest/folder/strange.h"

namespace commonground {
std::span<const core::EmbeddedFile> CountryNameFiles();
}  // namespace commonground

namespace commonground::ingest {

namespace {

std::string Upper(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

constexpr std::size_t kMaxCandidates = 6;

// Names in use that ICU does not have; a name with several codes can mean each of them.
struct Variant {
  std::string_view name;
  std::string_view codes;  // separated by spaces
};
constexpr Variant kVariants[] = {
    {"Congo", "COD COG"},
    {"Конго", "COD COG"},
    {"刚果", "COD COG"},
    {"Corée", "KOR PRK"},
    {"Corea", "KOR PRK"},
    {"Корея", "KOR PRK"},
    {"Guinea", "GIN GNB GNQ PNG"},
    {"Guinée", "GIN GNB GNQ PNG"},
    {"Гвинея", "GIN GNB GNQ PNG"},
    {"几内亚", "GIN GNB GNQ PNG"},
    {"Guinea-Conakry", "GIN"},
    {"Guinée-Conakry", "GIN"},
    {"Republic of Guinea", "GIN"},
    {"République de Guinée", "GIN"},
    {"DRC", "COD"},
    {"DR Congo", "COD"},
    {"RDC", "COD"},
    {"RD Congo", "COD"},
    {"ДРК", "COD"},
    {"ДР Конго", "COD"},
    {"Микронезия", "FSM"},
    {"Guyane", "GUF"},
    {"Saint Martin", "MAF SXM"},
    {"Saint-Martin", "MAF SXM"},
    {"Голландия", "NLD"},
    {"Восточный Тимор", "TLS"},
    {"Democratic Republic of the Congo", "COD"},
    {"Congo, Democratic Republic of the", "COD"},
    {"Congo (DRC)", "COD"},
    {"République démocratique du Congo", "COD"},
    {"República Democrática del Congo", "COD"},
    {"Демократическая Республика Конго", "COD"},
    {"刚果民主共和国", "COD"},
    {"Republic of the Congo", "COG"},
    {"République du Congo", "COG"},
    {"República del Congo", "COG"},
    {"Республика Конго", "COG"},
    {"刚果共和国", "COG"},
    {"Republic of Korea", "KOR"},
    {"Korea, Republic of", "KOR"},
    {"République de Corée", "KOR"},
    {"大韩民国", "KOR"},
    {"Democratic People's Republic of Korea", "PRK"},
    {"DPRK", "PRK"},
    {"Ivory Coast", "CIV"},
    {"Costa de Marfil", "CIV"},
    {"Burma", "MMR"},
    {"Türkiye", "TUR"},
    {"EE. UU.", "USA"},
    {"EEUU", "USA"},
    {"RSA", "ZAF"},
    {"Bosnia", "BIH"},
    {"Bosnie", "BIH"},
    {"Босния", "BIH"},
    {"Centrafrique", "CAF"},
    {"中国大陆", "CHN"},
    {"Южная Корея", "KOR"},
    {"Gambia, The", "GMB"},
    {"Micronesia (Federated States of)", "FSM"},
    {"Birmanie", "MMR"},
    {"Birmania", "MMR"},
    {"Swaziland", "SWZ"},
    {"Cape Verde", "CPV"},
    {"Czech Republic", "CZE"},
    {"République tchèque", "CZE"},
    {"República Checa", "CZE"},
    {"Macedonia", "MKD"},
    {"UK", "GBR"},
    {"Great Britain", "GBR"},
    {"Britain", "GBR"},
    {"Великобритания", "GBR"},
    {"USA", "USA"},
    {"U.S.A.", "USA"},
    {"U.S.", "USA"},
    {"United States of America", "USA"},
    {"États-Unis d'Amérique", "USA"},
    {"Estados Unidos de América", "USA"},
    {"США", "USA"},
    {"Russian Federation", "RUS"},
    {"Fédération de Russie", "RUS"},
    {"Federación de Rusia", "RUS"},
    {"Российская Федерация", "RUS"},
    {"Viet Nam", "VNM"},
    {"Lao PDR", "LAO"},
    {"Lao People's Democratic Republic", "LAO"},
    {"Syrian Arab Republic", "SYR"},
    {"Iran (Islamic Republic of)", "IRN"},
    {"Islamic Republic of Iran", "IRN"},
    {"Bolivia (Plurinational State of)", "BOL"},
    {"Plurinational State of Bolivia", "BOL"},
    {"Venezuela (Bolivarian Republic of)", "VEN"},
    {"Bolivarian Republic of Venezuela", "VEN"},
    {"Tanzania, United Republic of", "TZA"},
    {"United Republic of Tanzania", "TZA"},
    {"Moldova, Republic of", "MDA"},
    {"Republic of Moldova", "MDA"},
    {"Молдавия", "MDA"},
    {"Kirghizistan", "KGZ"},
    {"Киргизия", "KGZ"},
    {"Kyrgyz Republic", "KGZ"},
    {"Brunei Darussalam", "BRN"},
    {"East Timor", "TLS"},
    {"Timor Leste", "TLS"},
    {"Holland", "NLD"},
    {"The Netherlands", "NLD"},
    {"The Gambia", "GMB"},
    {"The Bahamas", "BHS"},
    {"Micronesia", "FSM"},
    {"Palestine", "PSE"},
    {"State of Palestine", "PSE"},
    {"Taiwan", "TWN"},
    {"Hong Kong", "HKG"},
    {"Macau", "MAC"},
    {"Belorussia", "BLR"},
    {"Белоруссия", "BLR"},
    {"Republic of Ireland", "IRL"},
    {"South Sudan, Republic of", "SSD"},
    {"Vatican", "VAT"},
    {"Holy See", "VAT"},
    {"UAE", "ARE"},
    {"ОАЭ", "ARE"},
    {"EAU", "ARE"},
    {"CAR", "CAF"},
    {"ЦАР", "CAF"},
    {"ЮАР", "ZAF"},
    {"PNG", "PNG"},
    {"Kosovo", "XKX"},
    {"Косово", "XKX"},
    {"科索沃", "XKX"},
};

// Letters and digits in small, without accents; words by one space: "Côte d'Ivoire" is "cote d ivoire".
std::string Folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  const icu::UnicodeString given = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(std::min(text.size(), std::size_t{400}))));
  icu::UnicodeString apart = U_SUCCESS(status) ? nfkd->normalize(given, status) : given;
  apart.foldCase();
  icu::UnicodeString name;
  bool gap = false;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (u_isalnum(c)) {
      if (gap && !name.isEmpty()) name.append(UChar32{' '});
      gap = false;
      name.append(c);
    } else if (c == '&') {
      name.append(u" and ");
      gap = false;
    } else if (c != '.' && u_charType(c) != U_NON_SPACING_MARK && !IsInvisible(c)) {
      gap = true;
    } else if (c == 0xA0) {
      gap = true;
    }
  }
  std::string folded;
  name.toUTF8String(folded);
  for (std::size_t at = folded.find("  "); at != std::string::npos; at = folded.find("  ")) folded.erase(at, 1);
  return folded;
}

struct Names {
  std::map<std::string, std::set<std::string>> by_name;
  std::map<std::string, std::string> two_letters;
  std::map<std::string, std::string> english;
};

const Names& CountryNames() {
  static const Names names = [] {
    Names all;
    for (const Variant& variant : kVariants) {
      std::set<std::string>& codes = all.by_name[Folded(variant.name)];
      for (std::size_t at = 0; at < variant.codes.size(); at += 4) codes.emplace(variant.codes.substr(at, 3));
    }
    const std::set<std::string> in_use = [&] {
      std::set<std::string> keys;
      for (const auto& [name, codes] : all.by_name) keys.insert(name);
      return keys;
    }();
    for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
      const icu::Locale country("", *code);
      const std::string alpha3 = *code == std::string_view("XK") ? "XKX" : country.getISO3Country();
      if (alpha3.empty()) continue;
      all.two_letters.emplace(*code, alpha3);
      for (const char* language : {"en", "fr", "es", "ru", "zh"}) {
        icu::UnicodeString display;
        std::string name;
        country.getDisplayCountry(icu::Locale(language), display).toUTF8String(name);
        if (language == std::string_view("en")) all.english.emplace(alpha3, name);
        const std::string folded = Folded(name);
        if (!in_use.contains(folded)) all.by_name[folded].insert(alpha3);
      }
    }
    all.two_letters.emplace("UK", "GBR");
    return all;
  }();
  return names;
}

// Those of data/countries whose name is not known from above; by what is folded.
struct LongName {
  std::string_view name;
  std::string_view code;
};
const std::map<std::string, LongName>& LongNames() {
  static const std::map<std::string, LongName> names = [] {
    const Names& known = CountryNames();
    std::map<std::string, LongName> all;
    for (const core::EmbeddedFile& file : CountryNameFiles()) {
      for (std::size_t at = 0; at < file.bytes.size();) {
        const std::size_t end = std::min(file.bytes.find('\n', at), file.bytes.size());
        const std::string_view line = file.bytes.substr(at, end - at);
        at = end + 1;
        if (line.size() < 5) continue;
        const LongName one{line.substr(4), line.substr(0, 3)};
        const std::string folded = Folded(one.name);
        if (!known.by_name.contains(folded)) all.emplace(folded, one);
      }
    }
    return all;
  }();
  return names;
}

// "Republic of Kenya" holds "Kenya", which tells the country by itself.
bool HoldsAKnownName(const std::string& folded, std::string_view code) {
  const auto& names = CountryNames().by_name;
  return std::any_of(names.begin(), names.end(), [&](const auto& one) {
    return one.second.size() == 1 && *one.second.begin() == code && folded.find(one.first) != std::string::npos;
  });
}

}  // namespace

std::vector<std::string> CountriesMeantBy(std::string_view text) {
  const std::string upper = Upper(text);
  if (IsCountry(upper)) return {upper};
  const auto& names = CountryNames();
  if (upper.size() == 2) {
    const auto code = names.two_letters.find(upper);
    if (code != names.two_letters.end()) return {code->second};
  }
  const std::string name = Folded(text);
  if (name.empty()) return {};
  std::set<std::string> meant;
  if (const auto found = names.by_name.find(name); found != names.by_name.end()) {
    meant = found->second;
  } else if (const auto found_long = LongNames().find(name); found_long != LongNames().end()) {
    meant.emplace(found_long->second.code);
  } else if (name.size() >= 4) {
    // A word of several names: "Congo", "Korea".  Of one name only it is too little to be sure.
    for (const auto& [whole, codes] : names.by_name) {
      if ((" " + whole + " ").find(" " + name + " ") != std::string::npos) meant.insert(codes.begin(), codes.end());
    }
    if (meant.size() < 2 || meant.size() > kMaxCandidates) return {};
  }
  return {meant.begin(), meant.end()};
}

std::vector<CountryInUse> NamesInUse(std::string_view alpha3) {
  std::vector<CountryInUse> names;
  for (const Variant& variant : kVariants) {
    CountryInUse one{std::string(variant.name), {}};
    for (std::size_t at = 0; at < variant.codes.size(); at += 4) one.meant.emplace_back(variant.codes.substr(at, 3));
    if (std::find(one.meant.begin(), one.meant.end(), alpha3) == one.meant.end()) continue;
    std::sort(one.meant.begin(), one.meant.end());
    names.push_back(std::move(one));
  }
  for (const auto& [folded, one] : LongNames()) {
    if (one.code == alpha3 && !HoldsAKnownName(folded, alpha3)) {
      names.push_back({std::string(one.name), {std::string(alpha3)}});
    }
  }
  return names;
}

std::string CountryName(std::string_view alpha3) {
  const auto& names = CountryNames().english;
  const auto name = names.find(std::string(alpha3));
  return name == names.end() ? std::string(alpha3) : name->second;
}

}  // namespace commonground::ingest
