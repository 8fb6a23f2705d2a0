// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// In keys, capitals are classes of sounds: S for с ш щ, Z for з ж, C for ц ч, H for х.
#include "app/gateway/leaving/sounds.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "app/gateway/leaving/icu_text.h"
#include "app/gateway/leaving/names_in_text.h"
#include "app/gateway/leaving/words_of_letters.h"

namespace commonground::app {

namespace {

constexpr std::size_t kMinOfOne = 7;
constexpr std::size_t kMinOfSeveral = 6;
constexpr std::size_t kMaxEnding = 3;

// The longer ones first.
constexpr std::pair<std::string_view, std::string_view> kLatin[]{
    {"shch", "S"}, {"chtch", "S"}, {"stch", "S"}, {"tch", "C"}, {"sch", "S"}, {"tsh", "C"}, {"ch", "C"}, {"sh", "S"},
    {"sc", "S"},   {"zh", "Z"},    {"kh", "H"},   {"ts", "C"},  {"tz", "C"},  {"gh", "g"},  {"ck", "k"}, {"ou", "u"},
    {"z", "Z"},    {"s", "S"},     {"c", "C"},    {"h", "H"},   {"x", "H"},   {"w", "v"},   {"q", "k"},  {"y", "i"}};

// а to я, then ё.
constexpr std::string_view kCyrillic[]{"a", "b", "v", "g", "d", "e", "Z", "Z", "i",  "i", "k",
                                       "l", "m", "n", "o", "p", "r", "S", "t", "u",  "f", "H",
                                       "C", "C", "S", "S", "",  "i", "",  "e", "iu", "ia"};

bool IsVowel(char c) {
  return std::string_view("aeou").find(c) != std::string_view::npos;
}

// An i beside another vowel is not heard, and what is doubled is written once or twice.
std::string Reduced(const std::string& sounds) {
  std::string out;
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    if (sounds[i] == 'i') {
      std::size_t end = i;
      while (end < sounds.size() && sounds[end] == 'i') ++end;
      const bool beside = (i > 0 && IsVowel(sounds[i - 1])) || (end < sounds.size() && IsVowel(sounds[end]));
      if (!beside) out += 'i';
      i = end - 1;
      continue;
    }
    if (out.empty() || out.back() != sounds[i]) out += sounds[i];
  }
  return out;
}

std::string WithoutEnding(std::string key) {
  while (key.size() > 3 && std::string_view("aeiou").find(key.back()) != std::string_view::npos) key.pop_back();
  return key;
}

bool IsEnding(std::string_view rest) {
  return rest.size() <= kMaxEnding && rest.find_first_not_of("aeioumHgv") == std::string_view::npos;
}

// Lower case without accents; empty where a letter is not Latin.
std::string LatinWord(const Letters& text, std::size_t at, std::size_t end) {
  std::string word;
  for (std::size_t i = at; i < end; ++i) {
    const char32_t c = text.written(i);
    if (c == 0) continue;
    if (c >= 0x250 && (c < 0x1E00 || c >= 0x1F00)) return {};
    if (c < 0x80) {
      if (u_isalpha(static_cast<UChar32>(c)) == 0) return {};
      word += static_cast<char>(u_tolower(static_cast<UChar32>(c)));
      continue;
    }
    constexpr std::string_view kAccentedI = "ìíîïĩīĭįıİÌÍÎÏ";
    std::string utf8;
    icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(utf8);
    const char folded = text.bytes()[i];
    if (static_cast<unsigned char>(folded) >= 0x80) return {};
    word += kAccentedI.find(utf8) != std::string_view::npos ? 'i' : folded;
  }
  return word;
}

// What a word may begin with that has this key.
std::string_view LettersOf(char sound) {
  switch (sound) {
    case 'S':
      return "sc";
    case 'Z':
      return "zj";
    case 'C':
      return "ct";
    case 'H':
      return "hkx";
    case 'k':
      return "kqc";
    case 'v':
      return "vw";
    default:
      return {};
  }
}

}  // namespace

std::string Sounds::KeyOfLatin(std::string_view word, bool j_is_zh) {
  std::string sounds;
  while (!word.empty()) {
    if (word.front() == 'j') {
      const bool before_vowel = word.size() > 1 && std::string_view("aeiouy").find(word[1]) != std::string_view::npos;
      sounds += j_is_zh && before_vowel ? 'Z' : 'i';
      word.remove_prefix(1);
      continue;
    }
    const auto* const found =
        std::ranges::find_if(kLatin, [&](const auto& pair) { return word.starts_with(pair.first); });
    if (found == std::end(kLatin)) {
      sounds += word.front();
      word.remove_prefix(1);
    } else {
      sounds += found->second;
      word.remove_prefix(found->first.size());
    }
  }
  return Reduced(sounds);
}

std::string Sounds::KeyOfCyrillic(std::string_view word) {
  std::string sounds;
  const icu::UnicodeString small = Wide(LowerCase(word));
  for (std::int32_t i = 0; i < small.length(); ++i) {
    const char16_t c = small.charAt(i);
    if (c >= u'а' && c <= u'я') {
      sounds += kCyrillic[c - u'а'];
    } else if (c == u'ё' || c == u'є') {
      sounds += 'e';
    } else if (c == u'і' || c == u'ї') {
      sounds += 'i';
    } else if (c == u'ў') {
      sounds += 'u';
    } else if (c == u'ґ') {
      sounds += 'g';
    } else {
      return {};
    }
  }
  for (const auto& [two, one] : {std::pair("tS", "C"), std::pair("SC", "S")}) {  // as "ts" and "sch" are read
    for (std::size_t at = sounds.find(two); at != std::string::npos; at = sounds.find(two)) sounds.replace(at, 2, one);
  }
  return Reduced(sounds);
}

Sounds::Sounds(const std::vector<Name>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!names[i].sounds) continue;
    if (names[i].text.find_first_of("\xD8\xD9\xDA\xDB") != std::string::npos) {
      AddArabic(i, names[i].text);
      continue;
    }
    Sought sought;
    sought.number = i;
    bool readable = true;
    std::size_t letters = 0;
    for (const icu::UnicodeString& word : WideWordsOf(Wide(names[i].text))) {
      const std::string key = KeyOfCyrillic(ToUtf8(word));
      readable = readable && !key.empty();
      if (word.countChar32() < 2) continue;  // "и", "в"
      if (key.empty()) continue;
      sought.stems.push_back(WithoutEnding(key));
      letters += sought.stems.back().size();
      sought.joined = (sought.stems.size() == 1 ? "" : sought.joined) + key;
    }
    if (!readable || sought.stems.empty() || letters < (sought.stems.size() > 1 ? kMinOfSeveral : kMinOfOne)) {
      continue;
    }
    sought.joined = WithoutEnding(sought.joined);
    const char first = sought.stems.front().front();
    if (IsVowel(first) || first == 'i') {
      for (const char c : std::string_view("aeiouyj")) begins_[static_cast<std::size_t>(c)] = true;
    }
    begins_[static_cast<unsigned char>(u_tolower(first))] = true;
    for (const char c : LettersOf(first)) begins_[static_cast<std::size_t>(c)] = true;
    names_.push_back(std::move(sought));
  }
}

bool Sounds::Matches(const Letters& text, std::size_t end, const Sought& sought, const std::string& key) const {
  const auto is_form = [](const std::string& word, const std::string& stem) {
    return word.starts_with(stem) && IsEnding(std::string_view(word).substr(stem.size()));
  };
  if (sought.stems.size() > 1 && is_form(key, sought.joined)) return true;
  if (!is_form(key, sought.stems.front())) return false;
  for (std::size_t n = 1; n < sought.stems.size(); ++n) {
    if (end >= text.size()) return false;
    std::size_t next = WordEnd(text, end);
    if (next == end + 1 && next < text.size()) {  // "i" for "и"
      end = next;
      next = WordEnd(text, end);
    }
    const std::string word = LatinWord(text, end, next);
    if (word.empty() || std::ranges::none_of(std::array{false, true},
                                             [&](bool j) { return is_form(KeyOfLatin(word, j), sought.stems[n]); })) {
      return false;
    }
    end = next;
  }
  return true;
}

void Sounds::Find(const Letters& text, const std::function<void(std::size_t, std::size_t)>& found) const {
  if (!arabic_.empty()) FindArabic(text, found);
  if (names_.empty()) return;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text.written(at);
    const std::size_t end = WordEnd(text, at);
    const char32_t small = c < 0x80 ? static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))) : 0;
    if (end - at >= 3 && (c >= 0x80 || begins_[small])) {
      const std::string word = LatinWord(text, at, end);
      for (const bool j : {false, true}) {
        if (word.empty() || (j && word.find('j') == std::string::npos)) continue;
        const std::string key = KeyOfLatin(word, j);
        if (key.empty()) continue;
        for (const Sought& sought : names_) {
          if (sought.stems.front().front() == key.front() && Matches(text, end, sought, key)) found(sought.number, at);
        }
      }
    }
    at = end;
  }
}

namespace {

// The longer ones first.
constexpr std::pair<std::string_view, std::string_view> kLatinConsonants[]{
    {"sch", "S"}, {"tch", "S"}, {"sh", "S"}, {"ch", "S"}, {"kh", "X"}, {"gh", "G"}, {"th", "t"},
    {"dh", "d"},  {"dj", "j"},  {"ph", "f"}, {"ck", "k"}, {"gu", "j"}, {"g", "j"},  {"q", "k"},
    {"c", "k"},   {"x", "kS"},  {"v", "f"},  {"p", "b"},  {"z", "z"}};

constexpr std::pair<char16_t, char> kArabicConsonants[]{
    {u'ب', 'b'}, {u'ت', 't'}, {u'ث', 't'}, {u'ج', 'j'}, {u'ح', 'h'}, {u'خ', 'X'}, {u'د', 'd'}, {u'ذ', 'd'},
    {u'ر', 'r'}, {u'ز', 'z'}, {u'س', 's'}, {u'ش', 'S'}, {u'ص', 's'}, {u'ض', 'd'}, {u'ط', 't'}, {u'ظ', 'z'},
    {u'غ', 'G'}, {u'ف', 'f'}, {u'ق', 'k'}, {u'ك', 'k'}, {u'ک', 'k'}, {u'ل', 'l'}, {u'م', 'm'}, {u'ن', 'n'},
    {u'ه', 'h'}, {u'پ', 'b'}, {u'چ', 'S'}, {u'گ', 'j'}, {u'ژ', 'z'}};

constexpr std::size_t kMinConsonants = 5;

// What is doubled is written once or twice; an h at the end is not heard.
std::string ReducedConsonants(const std::string& all) {
  std::string out;
  for (const char c : all) {
    if (out.empty() || out.back() != c) out += c;
  }
  if (out.size() > 1 && out.back() == 'h') out.pop_back();
  return out;
}

bool IsArticle(std::string_view word) {
  static constexpr std::string_view kArticles[]{"al", "el", "ul", "an", "en", "ar", "er", "as", "es", "ash",
                                                "at", "et", "ad", "ed", "az", "ez", "wa", "w",  "l"};
  return std::ranges::find(kArticles, word) != std::end(kArticles);
}

}  // namespace

std::string Sounds::ConsonantsOfLatin(std::string_view word) {
  std::string consonants;
  while (!word.empty()) {
    const auto* const found =
        std::ranges::find_if(kLatinConsonants, [&](const auto& pair) { return word.starts_with(pair.first); });
    if (found != std::end(kLatinConsonants)) {
      consonants += found->second;
      word.remove_prefix(found->first.size());
      continue;
    }
    if (std::string_view("aeiouwy").find(word.front()) == std::string_view::npos) consonants += word.front();
    word.remove_prefix(1);
  }
  return ReducedConsonants(consonants);
}

std::string Sounds::ConsonantsOfArabic(std::string_view word) {
  icu::UnicodeString letters = Wide(word);
  if (letters.length() > 3 && letters.startsWith(u"ال")) letters.remove(0, 2);
  if (letters.length() > 4 && letters.startsWith(u"وال")) letters.remove(0, 3);
  std::string consonants;
  for (std::int32_t i = 0; i < letters.length(); ++i) {
    const char16_t c = letters.charAt(i);
    if (c < 0x600 || c > 0x6FF) return {};
    const auto* const found = std::ranges::find(kArabicConsonants, c, &std::pair<char16_t, char>::first);
    if (found != std::end(kArabicConsonants)) consonants += found->second;
  }
  return ReducedConsonants(consonants);
}

void Sounds::AddArabic(std::size_t number, const std::string& name) {
  Sought sought;
  sought.number = number;
  for (const icu::UnicodeString& word : WideWordsOf(Wide(name))) {
    std::string consonants = ConsonantsOfArabic(ToUtf8(word));
    if (consonants.empty()) return;
    sought.joined += consonants;
    sought.stems.push_back(std::move(consonants));
  }
  if (sought.stems.size() > 1 && sought.joined.size() >= kMinConsonants) arabic_.push_back(std::move(sought));
}

void Sounds::FindArabic(const Letters& text, const std::function<void(std::size_t, std::size_t)>& found) const {
  struct Heard {
    std::size_t at = 0;
    std::string consonants;
  };
  std::vector<Heard> last;  // the words before, without articles
  std::size_t most = 0;
  for (const Sought& sought : arabic_) most = std::max(most, sought.stems.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = WordEnd(text, at);
    const std::string word = LatinWord(text, at, end);
    if (word.empty()) {
      last.clear();
    } else if (!IsArticle(word)) {
      // "alfajr" is "al fajr"
      const bool article = word.size() > 4 && (word.starts_with("al") || word.starts_with("el"));
      last.push_back({at, ConsonantsOfLatin(article ? std::string_view(word).substr(2) : std::string_view(word))});
      if (last.size() > most) last.erase(last.begin());
      for (const Sought& sought : arabic_) {
        const std::size_t count = sought.stems.size();
        if (last.size() < count) continue;
        const auto first = last.end() - static_cast<std::ptrdiff_t>(count);
        if (std::equal(first, last.end(), sought.stems.begin(),
                       [](const Heard& heard, const std::string& stem) { return heard.consonants == stem; })) {
          found(sought.number, first->at);
        }
      }
    }
    at = end;
  }
}

}  // namespace commonground::app
