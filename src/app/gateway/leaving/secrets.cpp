// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Collects what may not be told of a study, in every form that a page could hold it.

#include "app/gateway/leaving/secrets.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "app/gateway/leaving/country_words.h"
#include "app/gateway/leaving/icu_text.h"
#include "app/gateway/leaving/names_in_text.h"
#include "app/gateway/leaving/organisation_words.h"
#include "app/gateway/leaving/words_of_letters.h"
#include "app/gateway/leaving/written_fields.h"
#include "ingest/folder/countries.h"
#include "ingest/folder/kind_files.h"

namespace commonground::app {

namespace {

using model::OrganisationId;

constexpr std::string_view kNameOf = "the name of an organisation that has not consented to be named";
constexpr std::string_view kPartOf =
    "what tells the name of an organisation from others, and it has not consented to be named";
constexpr std::string_view kIdOf = "the id of an organisation that has not consented to be named";
constexpr std::string_view kAddressOf = "an address of an organisation that has not consented to be named";
constexpr std::string_view kPlaceOf = "the place of an organisation that has not consented to be placed";
constexpr std::string_view kFixName = "take it out, or record the consent (name organisation) in {1}";
constexpr std::string_view kFixId =
    "take it out, give the organisation another id, or record the consent (name organisation) in {1}";
constexpr std::string_view kFixPlace = "take it out, or record the consent (name place) in {1}";

// Says where a consent is recorded.
std::string InFolder(std::string_view fix) {
  return rules::Filled(std::string(fix), {rules::All(rules::Kind::kConsent)}, &ingest::NameInFolder);
}

constexpr int kFewestOfPinyin = 5;  // letters: fewer are met by chance
constexpr int kShortest = 4;        // letters of what is found in any case

// Words of a property: "city", "office_city", "home-town".
constexpr std::string_view kPlaceWords[]{
    "address",    "addresses",    "area",         "areas",         "base",          "based",          "borough",
    "canton",     "capital",      "cities",       "city",          "commune",       "country",        "county",
    "department", "district",     "districts",    "governorate",   "headquarter",   "headquarters",   "home",
    "hometown",   "hq",           "island",       "locality",      "located",       "location",       "locations",
    "metropolis", "municipality", "neighborhood", "neighborhoods", "neighbourhood", "neighbourhoods", "oblast",
    "office",     "offices",      "parish",       "place",         "places",        "port",           "prefecture",
    "premises",   "province",     "quarter",      "region",        "seat",          "settlement",     "site",
    "slum",       "state",        "street",       "suburb",        "territory",     "town",           "towns",
    "township",   "venue",        "village",      "villages",      "ward",          "works_in",       "zone"};

bool IsOfPlace(std::string_view property) {
  if (property == "works_in") return true;
  while (!property.empty()) {
    const std::size_t end = std::min(property.find_first_of("_- ."), property.size());
    if (std::ranges::find(kPlaceWords, property.substr(0, end)) != std::end(kPlaceWords)) return true;
    property.remove_prefix(std::min(end + 1, property.size()));
  }
  return false;
}

constexpr std::array<std::string_view, 8> kNameProperties{"acronym", "alias",      "former_name", "full_name",
                                                          "handle",  "legal_name", "name",        "short_name"};

bool HoldsCyrillic(std::string_view text) {
  return text.find_first_of("\xD0\xD1") != std::string_view::npos;
}

// Which people write in Latin letters as they hear them.
bool HoldsForeignLetters(std::string_view text) {
  return HoldsCyrillic(text) || text.find_first_of("\xD8\xD9\xDA\xDB") != std::string_view::npos;
}

class Collector {
 public:
  Collector(const model::Study& study, const model::Study& published,
            const std::map<OrganisationId, Appearance>& appearances)
      : study_(study), published_(published), appearances_(appearances), words_(reader_) {}

  Secrets Run() {
    for (const auto& region : published_.regions) {
      for (const icu::UnicodeString& word : WideWordsOf(Wide(region.label))) cities_.insert(LowerCase(ToUtf8(word)));
    }
    for (const auto& organisation : study_.organisations) {
      for (const std::string& city : PlacesOf(study_, organisation).cities) cities_.insert(LowerCase(city));
    }
    for (const auto& organisation : study_.organisations) {
      if (Named(organisation.id)) {
        for (const std::string& told : {organisation.name, organisation.short_name, organisation.id.value}) {
          if (!told.empty()) out_.told.push_back(told);
        }
      } else {
        NamesOf(organisation);
      }
    }
    Places();
    for (const std::string& wider : WiderThanACountry()) out_.told.push_back(wider);
    return std::move(out_);
  }

 private:
  bool Named(const OrganisationId& id) const {
    const auto found = appearances_.find(id);
    return found != appearances_.end() && found->second.named;
  }
  bool Placed(const OrganisationId& id) const {
    const auto found = appearances_.find(id);
    return found != appearances_.end() && found->second.placed;
  }

  void Add(Name name, std::string_view of, std::string_view fix, std::optional<OrganisationId> only_about = {}) {
    if (!added_.emplace(name.text, name.manner, only_about.value_or(OrganisationId())).second) return;
    out_.all.push_back({std::move(name), std::string(of), InFolder(fix), std::move(only_about)});
  }

  static Name WholeId(const std::string& id) {
    Name name{id, Manner::kAnyCase, false};
    name.id = true;
    return name;
  }

  void AddName(const std::string& text) {
    AddOneName(text);
    for (const std::string& form : OtherForms(text)) AddOneName(form);
    // "Collective Hope" is said of much; where a part tells the name, it is found beside any word for its kind.
    if (const std::string turned = Turned(text); !AddParts(text) && !turned.empty()) AddOneName(turned);
  }

  // "Moth and Ember" of "Moth and Ember Collective".
  bool AddParts(const std::string& name) {
    const auto is_place = [&](const std::string& word) {
      return IsPlaceWord(word) || cities_.contains(LowerCase(word));
    };
    const auto parts = words_.PartsOf(name, is_place);
    for (const OrganisationWords::Part& part : parts) {
      const bool cased = HasCase(part.text);
      const int letters = CountLetters(part.text);
      Name found{part.text};
      found.sounds = part.kind.empty() && HoldsForeignLetters(part.text);
      if (part.one_word && cased && letters < kShortest) {
        if (letters < 3 || LowerCase(part.text) == part.text || IsWrittenSmall(part.text)) continue;
        found.manner = Manner::kAsWritten;
        found.inflects = false;
      } else if (!part.kind.empty() || part.everyday || (part.one_word && cased)) {
        found.manner = Manner::kDistinct;
        found.everyday = part.everyday || IsWrittenSmall(part.text);
        found.kind = part.kind;
      }
      if (found.manner == Manner::kAnyCase) {
        for (const std::string& form : OtherForms(part.text)) Add(Name{form}, kPartOf, kFixName);
      }
      if (!part.initials.empty() && cased) {  // "M&E Collective"
        Name initials{part.initials};
        initials.manner = Manner::kDistinct;
        initials.kind = part.kind_of_initials;
        initials.inflects = false;
        Add(std::move(initials), kPartOf, kFixName);
      }
      const bool short_form = found.manner == Manner::kAsWritten;
      if (!part.turned.empty() && part.kind.empty() && cased) {
        Name turned{part.turned};
        if (part.everyday) turned.manner = Manner::kDistinct;
        Add(std::move(turned), kPartOf, kFixName);
      }
      Add(std::move(found), kPartOf, kFixName);
      if (!part.kind.empty() || short_form) continue;
      std::vector<std::string> variants = OtherSpellings(part.text);
      if (std::string pinyin = PinyinOf(part.text); CountLetters(pinyin) >= kFewestOfPinyin) variants.push_back(pinyin);
      for (std::string& variant : variants) {
        Name other{std::move(variant)};
        if ((part.one_word && cased) || part.everyday) other.manner = Manner::kDistinct;
        Add(std::move(other), kPartOf, kFixName);
      }
    }
    return !parts.empty();
  }

  // Somewhere in what is published as an ordinary word: "the monsoon began".
  bool IsWrittenSmall(const std::string& word) {
    if (!small_words_read_) {
      Letters letters;
      Letters unused;
      EachWrittenField(published_, [&](const WrittenField& field) {
        reader_.Read(field.text, letters, unused);
        for (std::size_t at = 0; at < letters.size();) {
          const std::size_t end = WordEnd(letters, at);
          const bool prose =
              at > 0 && letters.gap(at) == Gap::kSpace &&
              (end == letters.size() || letters.gap(end) == Gap::kSpace || letters.gap(end) == Gap::kBlock);
          if (prose && u_islower(static_cast<UChar32>(letters.written(at))) != 0) {
            small_words_.emplace(letters.bytes().substr(at, end - at));
          }
          at = end;
        }
      });
      small_words_read_ = true;
    }
    const std::string folded = reader_.Fold(word);
    return small_words_.contains(folded) || small_words_.contains(folded + "s");
  }

  // Of any country or of a well-known city.
  static bool IsPlaceWord(const std::string& word) {
    static const std::set<std::string> peoples = [] {
      std::set<std::string> words;
      for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
        const std::string alpha3 = icu::Locale("und", *code).getISO3Country();
        for (const CountryWord& one : CountryWords(alpha3)) words.insert(LowerCase(one.name.text));
        for (const std::string& name : CountryNames(alpha3)) words.insert(LowerCase(name));
      }
      return words;
    }();
    return CountLetters(word) >= kShortest && (peoples.contains(LowerCase(word)) || !OtherNamesOfCity(word).empty());
  }

  void AddOneName(const std::string& text) {
    const int letters = CountLetters(text);
    if (letters < 2) return;
    const bool one_word = !HoldsSeveralWords(text);
    Name name{text};
    if (letters < kShortest && HasCase(text)) {
      name.manner = Manner::kAsWritten;
    } else if (one_word && IsCommonWord(text)) {
      name.manner = Manner::kCapital;
    }
    name.sounds = HoldsForeignLetters(text);
    Add(name, kNameOf, kFixName);
    if (name.manner == Manner::kAsWritten) return;
    for (std::string& variant : OtherSpellings(text))
      Add({std::move(variant), name.manner, true, false}, kNameOf, kFixName);
    for (const std::string& initials : InitialsOf(text)) {
      for (const std::string& written : {initials, WithDots(initials)})
        Add({written, Manner::kAsWritten, false, false}, kNameOf, kFixName);
    }
  }

  void NamesOf(const model::Organisation& organisation) {
    for (const std::string& name : {organisation.name, organisation.short_name}) {
      for (const std::string& part : NamesWithin(name)) AddName(part);
      Addresses(name);
    }
    const std::string& id = organisation.id.value;
    const bool is_name = SameLetters(id, organisation.name) || SameLetters(id, organisation.short_name);
    const bool ordinary = !HoldsSeveralWords(id) && IsCommonWord(id);
    if (CountLetters(id) < kShortest || ordinary) {
      if (CountLetters(id) >= 2) Add({id, Manner::kAlone, false}, kIdOf, kFixId);
      if (ordinary && !is_name) Add({id, Manner::kCapital, false}, kIdOf, kFixId);
    } else {
      Add(WholeId(id), kIdOf, kFixId);
    }
    Addresses(organisation.note);
    for (const auto& statement : study_.statements) {
      if (statement.subject != id) continue;
      Addresses(statement.value);
      Addresses(statement.note);
      if (std::ranges::find(kNameProperties, std::string_view(statement.property)) != kNameProperties.end()) {
        for (const std::string& part : NamesWithin(statement.value)) AddName(part);
      }
    }
    for (const auto& slot : study_.slots) {
      if (slot.organisation == organisation.id) Addresses(slot.note);
    }
  }

  void Addresses(const std::string& text) {
    for (std::string& address : AddressesIn(text))
      Add({std::move(address), Manner::kAnyCase, false}, kAddressOf, kFixName);
  }

  // What places an organisation: countries, and names of cities.
  struct PlaceSet {
    std::set<model::CountryCode> countries;
    std::set<std::string> cities;
  };

  PlaceSet PlacesOf(const model::Study& study, const model::Organisation& organisation) const {
    PlaceSet places;
    if (organisation.country) places.countries.insert(*organisation.country);
    const auto cities = [&](std::vector<std::string> found) {
      for (std::string& city : found) places.cities.insert(std::move(city));
    };
    for (const auto& slot : study.slots) {
      if (slot.organisation != organisation.id) continue;
      if (slot.country) places.countries.insert(*slot.country);
      cities(PlacesIn(slot.note));
    }
    for (const auto& statement : study.statements) {
      if (statement.subject != organisation.id.value) continue;
      if (IsOfPlace(statement.property)) {
        cities(PartsOfPlace(statement.value));
      }
    }
    std::set<model::PartnerId> partners;
    for (const auto& tie : study.partnerships) {
      if (tie.organisation == organisation.id) partners.insert(tie.partner);
    }
    for (const auto& partner : study.partners) {
      if (!partners.contains(partner.id)) continue;
      if (partner.country) places.countries.insert(*partner.country);
      cities(PlacesIn(partner.name));
      cities(PlacesIn(partner.note));
    }
    return places;
  }

  void Places() {
    PlaceSet shown = ShownPlaces();
    for (const auto& organisation : study_.organisations) {
      if (Placed(organisation.id)) continue;
      PlaceSet own = PlacesOf(study_, organisation);
      for (const model::CountryCode& country : own.countries) {
        AddCountry(country, shown.countries.contains(country) ? std::optional(organisation.id) : std::nullopt);
        AddNamesInUse(country, shown.countries, organisation.id);
        AddWords(country, shown.countries, organisation.id);
      }
      for (const std::string& city : own.cities) {
        AddCity(city, shown.cities.contains(city) ? std::optional(organisation.id) : std::nullopt);
      }
    }
  }

  // By right: of who may be placed, and in frame and facts that are published anyway.
  PlaceSet ShownPlaces() const {
    PlaceSet shown;
    const auto keep = [&](const std::optional<model::CountryCode>& country) {
      if (country) shown.countries.insert(*country);
    };
    for (const auto& slot : published_.slots) keep(slot.country);
    for (const auto& fact : published_.contexts) keep(fact.country);
    for (const auto& partner : published_.partners) keep(partner.country);
    for (const auto& statement : published_.statements) shown.countries.insert(model::CountryCode(statement.subject));
    for (const auto& organisation : published_.organisations) keep(organisation.country);
    for (const auto& organisation : study_.organisations) {
      if (!Placed(organisation.id) || !Named(organisation.id)) continue;
      shown.cities.merge(PlacesOf(study_, organisation).cities);
    }
    return shown;
  }

  void AddCountry(const model::CountryCode& code, const std::optional<OrganisationId>& only_about) {
    std::set<std::string> names = CountryNames(code.value);
    for (const auto& place : study_.invented_countries) {
      if (place.code == code) names.insert(place.name);
    }
    const bool tongue = std::ranges::any_of(CountryWords(code.value), &Name::tongue, &CountryWord::name);
    for (const std::string& text : names) {
      Name name = PlaceName(text);
      name.tongue = tongue;
      AddPlaceName(std::move(name), only_about);
    }
    Add({code.value, Manner::kAsWritten, false, true}, kPlaceOf, kFixPlace, only_about);
    if (const std::string two = TwoLetterCode(code.value); !two.empty()) {
      Add({two, Manner::kAsWritten, false, true}, kPlaceOf, kFixPlace, only_about);
      Add({FlagOf(two), Manner::kAsWritten, false, true}, kPlaceOf, kFixPlace, only_about);
      if (const std::string host = HostEnding(two); !host.empty()) {
        Add({host, Manner::kSuffix, false, true}, kPlaceOf, kFixPlace, only_about);
      }
    }
  }

  // "Burma", "UK"; "Congo" where neither country is shown by right.
  void AddNamesInUse(const model::CountryCode& code, const std::set<model::CountryCode>& shown,
                     const OrganisationId& id) {
    for (const ingest::CountryInUse& one : ingest::NamesInUse(code.value)) {
      const bool is_shown = std::ranges::any_of(
          one.meant, [&](const std::string& meant) { return shown.contains(model::CountryCode(meant)); });
      AddPlaceName(PlaceName(one.name), is_shown ? std::optional(id) : std::nullopt);
    }
  }

  // "Kenyan"; "Congolese" where neither country is shown by right.
  void AddWords(const model::CountryCode& code, const std::set<model::CountryCode>& shown, const OrganisationId& id) {
    for (const CountryWord& word : CountryWords(code.value)) {
      const bool is_shown = std::ranges::any_of(
          word.meant, [&](const std::string& meant) { return shown.contains(model::CountryCode(meant)); });
      Add(word.name, kPlaceOf, kFixPlace, is_shown ? std::optional(id) : std::nullopt);
    }
  }

  void AddCity(const std::string& text, const std::optional<OrganisationId>& only_about) {
    if (CountLetters(text) < 2) return;
    Name name = PlaceName(text);
    name.sounds = HoldsCyrillic(text);
    AddPlaceName(std::move(name), only_about);
    for (const std::string& other : OtherNamesOfCity(text)) {
      AddPlaceName(PlaceName(other), only_about);
    }
    for (std::string& form : FormsOfShortPlace(text)) {
      Add({std::move(form), Manner::kAsWritten, false, false}, kPlaceOf, kFixPlace, only_about);
    }
  }

  static Name PlaceName(std::string text) { return {std::move(text), Manner::kAnyCase, true, true}; }

  void AddPlaceName(Name name, const std::optional<OrganisationId>& only_about) {
    const std::string text = name.text;
    const int letters = CountLetters(text);
    if (letters < kShortest && HasCase(text)) {
      name.manner = Manner::kAsWritten;
    } else if (!HoldsSeveralWords(text) && IsCommonWord(text)) {
      name.manner = Manner::kCapital;  // Chad, Nice
    }
    Add(name, kPlaceOf, kFixPlace, only_about);
    if (name.manner == Manner::kAsWritten) return;
    for (std::string& variant : OtherSpellings(text)) {
      Name other = name;
      other.sounds = false;
      other.text = std::move(variant);
      Add(std::move(other), kPlaceOf, kFixPlace, only_about);
    }
  }

  const model::Study& study_;
  const model::Study& published_;
  const std::map<OrganisationId, Appearance>& appearances_;
  std::set<std::tuple<std::string, Manner, OrganisationId>> added_;
  LetterReader reader_;
  OrganisationWords words_;
  std::set<std::string> cities_;  // small, of all organisations; and words of the regions
  std::set<std::string, std::less<>> small_words_;
  bool small_words_read_ = false;
  Secrets out_;
};

}  // namespace

Secrets SecretsOf(const model::Study& study, const model::Study& published,
                  const std::map<OrganisationId, Appearance>& appearances) {
  return Collector(study, published, appearances).Run();
}

}  // namespace commonground::app
