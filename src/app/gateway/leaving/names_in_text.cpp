// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What counts as a name, an address or a place in a cell that people filled as they liked: taken widely, for what is
// taken here is only looked for.
#include "app/gateway/leaving/names_in_text.h"

#include <unicode/brkiter.h>
#include <unicode/idna.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/regex.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include "app/gateway/leaving/icu_text.h"
#include "core/check.h"
#include "core/embedded_file.h"

namespace commonground {

std::span<const core::EmbeddedFile> CommonWords();  // made by cg_embed: "en.txt", ...

namespace app {

namespace {

using icu::UnicodeString;

constexpr std::array<std::string_view, 34> kLittleWords{
    "a",  "al", "and", "at", "au", "aux", "d",  "da",  "das", "de", "del", "des", "do",  "dos", "du", "e", "el",
    "en", "et", "for", "in", "la", "las", "le", "les", "los", "of", "on",  "os",  "the", "to",  "y",  "и", "в"};

// Initials that mean something else nearly everywhere.
constexpr std::array<std::string_view, 24> kWellKnown{"AIDS", "ART", "CBO", "HIV",  "IDU", "ILO",  "LGBT", "MSM",
                                                      "NGO",  "NSP", "ONG", "OST",  "PEP", "PWID", "SIDA", "STD",
                                                      "STI",  "SRH", "TB",  "UNDP", "USA", "USD",  "VIH",  "WHO"};

constexpr std::array<std::string_view, 22> kPlatforms{
    "facebook", "twitter", "instagram", "youtube", "tiktok",   "linkedin", "wordpress", "blogspot",
    "wixsite",  "weebly",  "medium",    "github",  "whatsapp", "telegram", "vk",        "tumblr",
    "google",   "t",       "x",         "wa",      "gmail",    "linktr"};

// "see story.txt" names a file.
bool IsEndingOfFile(std::string_view ending) {
  static constexpr std::string_view kEndings[]{"cg",  "csv", "doc", "docx", "epub", "htm",  "html", "jpg",  "md", "odt",
                                               "ods", "pdf", "png", "rtf",  "tif",  "toml", "txt",  "xlsx", "zip"};
  return std::ranges::find(kEndings, ending) != std::end(kEndings);
}

UnicodeString WithoutMarks(const UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const UnicodeString apart = icu::Normalizer2::getNFKDInstance(status)->normalize(text, status);
  UnicodeString out;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    if (u_isalnum(apart.char32At(i))) out.append(apart.char32At(i));
  }
  return out;
}

std::string LettersOnly(std::string_view text) {
  return ToUtf8(WithoutMarks(Wide(text).foldCase()));
}

}  // namespace

int CountLetters(std::string_view text) {
  const UnicodeString wide = Wide(text);
  int count = 0;
  for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) count += u_isalnum(wide.char32At(i)) ? 1 : 0;
  return count;
}

bool HasCase(std::string_view text) {
  const UnicodeString wide = Wide(text);
  for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    const UChar32 c = wide.char32At(i);
    if (u_toupper(c) != c || u_tolower(c) != c) return true;
  }
  return false;
}

bool HoldsSeveralWords(std::string_view text) {
  const auto words = WideWordsOf(Wide(text));
  if (words.size() != 1) return words.size() > 1;
  bool lower = false;
  for (std::int32_t i = 0; i < words[0].length(); i = words[0].moveIndex32(i, 1)) {
    const UChar32 c = words[0].char32At(i);
    if ((lower && u_isupper(c)) || (i > 0 && u_isdigit(c))) return true;
    lower = u_islower(c) != 0;
  }
  return false;
}

bool SameLetters(std::string_view a, std::string_view b) {
  return LettersOnly(a) == LettersOnly(b);
}

bool IsCommonWord(std::string_view text) {
  const std::string word = LowerCase(text);
  return std::ranges::any_of(CommonWords(), [&](const core::EmbeddedFile& file) {
    std::string_view lines = file.bytes;  // sorted, a word a line
    while (!lines.empty()) {
      const std::size_t middle = lines.rfind('\n', lines.size() / 2);
      const std::size_t begin = middle == std::string_view::npos ? 0 : middle + 1;
      const std::size_t end = std::min(lines.find('\n', begin), lines.size());
      const std::string_view line = lines.substr(begin, end - begin);
      if (line == word) return true;
      lines = line < word ? lines.substr(std::min(end + 1, lines.size())) : lines.substr(0, begin);
    }
    return false;
  });
}

namespace {

// Chinese and Japanese have wide ones.
std::string WithNarrowBrackets(std::string text) {
  constexpr std::size_t kBytes = 3;  // of a wide one
  for (const auto& [wide, narrow] :
       {std::pair<std::string_view, const char*>{"（", "("}, {"）", ")"}, {"［", "["}, {"］", "]"}}) {
    for (std::size_t at = 0; (at = text.find(wide, at)) != std::string::npos;) text.replace(at, kBytes, narrow);
  }
  return text;
}

// "Lamp Works (invented)": an example is marked, and not called so.
bool MarksAnExample(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kMarks{"invented",    "inventé",   "inventée",    "inventado",
                                                           "inventada",   "вымышлено", "вымышленный", "вымышленная",
                                                           "вымышленное", "虚构"};
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return false;
  const std::string word = LowerCase(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
  return std::ranges::find(kMarks, std::string_view(word)) != kMarks.end();
}

}  // namespace

std::vector<std::string> NamesWithin(const std::string& given) {
  std::vector<std::string> names;
  if (given.empty()) return names;
  const std::string name = WithNarrowBrackets(given);
  names.push_back(given);
  const std::size_t open = name.find_first_of("([");
  if (open == std::string::npos) return names;
  const std::size_t close = name.find_first_of(")]", open);
  std::string without = name.substr(0, open);
  if (close != std::string::npos) without += name.substr(close + 1);
  names.push_back(without);
  std::string inside = name.substr(open + 1, close == std::string::npos ? close : close - open - 1);
  if (!MarksAnExample(inside)) names.push_back(std::move(inside));
  return names;
}

namespace {

// In the letters of another script: a Latin name in a Russian text, a name in the other set of Chinese characters.
std::vector<std::string> InOtherScripts(const std::string& name) {
  struct Way {
    explicit Way(const char* id, int letters) : fewest(letters) {
      UErrorCode status = U_ZERO_ERROR;
      script.reset(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
    }
    std::unique_ptr<icu::Transliterator> script;
    int fewest;  // letters of a name: a shorter one would be met by chance
  };
  // Making one reads its rules, which takes as long as many names do.
  thread_local const std::array<Way, 4> ways{Way("Latin-Russian/BGN", 6), Way("Latin-Cyrillic", 6),
                                             Way("Traditional-Simplified", 2), Way("Simplified-Traditional", 2)};
  std::vector<std::string> others;
  for (const Way& way : ways) {
    UnicodeString other = Wide(name);
    if (way.script) way.script->transliterate(other);
    if (other != Wide(name) && CountLetters(name) >= way.fewest) others.push_back(ToUtf8(other));
  }
  return others;
}

}  // namespace

namespace {

bool HoldsChinese(std::string_view name) {
  const UnicodeString wide = Wide(name);
  UErrorCode status = U_ZERO_ERROR;
  for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    if (uscript_getScript(wide.char32At(i), &status) == USCRIPT_HAN) return true;
  }
  return false;
}

}  // namespace

std::string InLatinLetters(const std::string& text, Latin way) {
  const auto make = [](const char* id) {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
  };
  // Making one reads its rules, which takes as long as many names do.
  thread_local const std::array<std::unique_ptr<icu::Transliterator>, 3> ways{
      make("Any-Latin; Latin-ASCII"), make("Russian-Latin/BGN; Any-Latin; Latin-ASCII"),
      make("Han-Latin; Latin-ASCII")};
  const auto& latin = ways[static_cast<std::size_t>(way)];
  UnicodeString ascii = Wide(text);
  if (latin) latin->transliterate(ascii);
  return ToUtf8(ascii);
}

std::vector<std::string> OtherSpellings(const std::string& name) {
  std::vector<std::string> others = InOtherScripts(name);
  if (std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return others;
  UErrorCode status = U_ZERO_ERROR;
  UnicodeString digraphs = Wide(name);
  for (const auto& [letter, two] :
       {std::pair("ä", "ae"), std::pair("ö", "oe"), std::pair("ü", "ue"), std::pair("Ä", "Ae"), std::pair("Ö", "Oe"),
        std::pair("Ü", "Ue"), std::pair("å", "aa"), std::pair("ø", "oe")}) {
    digraphs.findAndReplace(Wide(letter), Wide(two));
  }
  if (digraphs != Wide(name)) others.push_back(ToUtf8(digraphs));
  // As libraries write it, and as people do.
  for (const Latin way : {Latin::kAny, Latin::kRussian}) {
    const std::string ascii = InLatinLetters(name, way);
    const bool syllables = HoldsChinese(name);  // each character is one
    if (CountLetters(ascii) >= 6 && CountLetters(name) > (syllables ? 2 : 3)) others.push_back(ascii);
  }
  thread_local const std::unique_ptr<icu::IDNA> idna(icu::IDNA::createUTS46Instance(UIDNA_DEFAULT, status));
  for (const char* joint : {"", "-"}) {
    UnicodeString host;
    for (const UnicodeString& word : WideWordsOf(Wide(name).toLower(icu::Locale::getRoot()))) {
      if (!host.isEmpty()) host.append(Wide(joint));
      host.append(word);
    }
    UnicodeString encoded;
    icu::IDNAInfo info;
    if (idna) idna->nameToASCII(host, encoded, info, status);
    if (U_SUCCESS(status) && !info.hasErrors() && encoded.startsWith(Wide("xn--"))) others.push_back(ToUtf8(encoded));
    status = U_ZERO_ERROR;
  }
  return others;
}

std::string PinyinOf(const std::string& name) {
  if (!HoldsChinese(name)) return {};
  const std::string ascii = InLatinLetters(name, Latin::kChinese);
  return ascii == name ? "" : ascii;
}

std::vector<std::string> InitialsOf(const std::string& name) {
  UnicodeString all;
  UnicodeString great;
  for (const UnicodeString& word : WideWordsOf(Wide(name))) {
    const UnicodeString first = UnicodeString(word.char32At(0)).toUpper(icu::Locale::getRoot());
    if (!u_isalpha(first.char32At(0))) continue;
    all.append(first);
    if (std::ranges::find(kLittleWords, LowerCase(ToUtf8(word))) == kLittleWords.end()) great.append(first);
  }
  std::vector<std::string> initials;
  for (const UnicodeString& one : {all, great, WithoutMarks(all), WithoutMarks(great)}) {
    const std::string text = ToUtf8(one);
    if (one.countChar32() < 3 || std::ranges::find(kWellKnown, std::string_view(text)) != kWellKnown.end()) continue;
    if (std::ranges::find(initials, text) == initials.end()) initials.push_back(text);
  }
  return initials;
}

std::vector<std::string> AddressesIn(const std::string& text) {
  if (text.find_first_of("@./") == std::string::npos) return {};
  static const auto email = CompiledPattern(R"([\w.+-]+@[\w-]+(\.[\w-]+)+)");
  static const auto handle = CompiledPattern(R"((?<![\w.])@([\w.]{4,}))");
  static const auto url = CompiledPattern(
      R"((?:[Hh][Tt][Tt][Pp][Ss]?://|www\.)([^\s<>"]+)|(?<![@\w.])([\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/[^\s<>"]*)?))");
  std::vector<std::string> found = AllMatches(*email, text, 0);
  for (const std::string& one : AllMatches(*handle, text, 1)) found.push_back(one);
  for (std::string host : AllMatches(*url, text, 0)) {
    const std::string whole = host;
    if (const std::size_t scheme = host.find("://"); scheme != std::string::npos) host.erase(0, scheme + 3);
    if (host.starts_with("www.")) host.erase(0, 4);
    const std::size_t slash = host.find('/');
    std::string path = slash == std::string::npos ? "" : host.substr(slash + 1);
    host.resize(std::min(slash, host.size()));
    std::vector<std::string> labels;
    for (const UnicodeString& label : WideWordsOf(Wide(host))) labels.push_back(LowerCase(ToUtf8(label)));
    const auto platform = std::ranges::find_if(labels, [](const std::string& label) {
      return std::ranges::find(kPlatforms, std::string_view(label)) != kPlatforms.end();
    });
    if (platform == labels.end()) {
      if (path.empty() && !labels.empty() && IsEndingOfFile(labels.back()) && host == whole) continue;
      if (CountLetters(host) >= 6) found.push_back(host);
      continue;
    }
    path.resize(std::min(path.find_first_of("/?#"), path.size()));
    if (path.starts_with('@')) path.erase(0, 1);
    if (CountLetters(path) >= 4) found.push_back(path);
    if (platform != labels.begin() && labels[0] != "m" && CountLetters(labels[0]) >= 4) found.push_back(labels[0]);
  }
  return found;
}

std::set<std::string> CountryNames(const std::string& alpha3) {
  std::set<std::string> names;
  const icu::Locale country = icu::Locale::createFromName(("und_" + alpha3).c_str());
  if (country.getCountry()[0] == '\0') return names;
  for (const char* language : {"en", "fr", "es", "pt", "ru", "zh"}) {
    UnicodeString name;
    country.getDisplayCountry(icu::Locale(language), name);
    const std::string text = ToUtf8(name);
    if (text.empty() || text == alpha3 || text == country.getCountry()) continue;
    for (const std::string& part : NamesWithin(text)) names.insert(part);
  }
  return names;
}

std::string TwoLetterCode(const std::string& alpha3) {
  const icu::Locale country = icu::Locale::createFromName(("und_" + alpha3).c_str());
  const std::string code = country.getCountry();
  return code.size() == 2 ? code : "";
}

std::string HostEnding(const std::string& alpha2) {
  static constexpr std::array<std::string_view, 12> kEverywhere{"tv", "me", "io", "co", "ai", "fm",
                                                                "to", "ly", "cc", "ws", "is", "so"};
  const std::string ending = alpha2 == "GB" ? "uk" : LowerCase(alpha2);
  return std::ranges::find(kEverywhere, std::string_view(ending)) == kEverywhere.end() ? ending : "";
}

}  // namespace app
}  // namespace commonground
