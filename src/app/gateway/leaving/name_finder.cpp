// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A few bytes at the beginning of each word say which names are worth trying there (as in Wu and Manber, 1994); trying
// is slow and exact.  Stems come from the tokenizer that search uses.
#include "app/gateway/leaving/name_finder.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "app/gateway/leaving/words_of_letters.h"

namespace commonground::app {

namespace {

constexpr int kLongName = 10;    // letters: nothing else holds so many by chance
constexpr int kMayBeSpaced = 8;  // letters
constexpr int kMaxClitics = 3;
constexpr int kMaxBetween = 3;  // words
constexpr int kMinCore = 3;     // letters

constexpr std::string_view kBetween[]{
    "a",   "al",  "an",   "and", "at",  "by", "for", "in", "of",   "on",  "the",  "to",   "au",  "aux",
    "d",   "de",  "des",  "du",  "en",  "et", "l",   "la", "le",   "les", "pour", "del",  "e",   "el",
    "las", "los", "para", "por", "y",   "da", "das", "do", "dos",  "o",   "os",   "as",   "der", "die",
    "das", "und", "fur",  "van", "het", "в",  "и",   "на", "по",   "за",  "для",  "و",    "s",   "n",
    "nd",  "or",  "ou",   "och", "og",  "ve", "dan", "na", "plus", "con", "avec", "with", "com", "та",
    "або", "или", "mit",  "und", "со",  "с",  "i",   "ja", "és",   "και", "și",   "dhe",  "va",  "ile",
    "és",  "da",  "და",   "և",   "和",  "与", "與",  "及", "と",   "และ", "और",   "এবং",  "ও",   "وال"};

// What the adjective and the people of a country end with, after its name without the last vowels.
constexpr std::string_view kOfPlace[]{"n",     "an",   "ian",  "ean",  "ese",  "ish",  "i",    "ine", "ien",   "enne",
                                      "ienne", "ais",  "aise", "ois",  "oise", "ain",  "aine", "no",  "na",    "ano",
                                      "ana",   "iano", "iana", "eno",  "ena",  "ense", "es",   "esa", "iense", "ino",
                                      "ina",   "ск",   "йск",  "ийск", "анск", "янск", "ец",   "ийц", "ейц",   "анец",
                                      "анц",   "янин", "er",   "vian", "uano", "uana"};

bool WithoutSpaces(UScriptCode script) {
  return uscript_breaksBetweenLetters(script) != 0;
}

UScriptCode ScriptOf(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

std::string_view CommonBeginning(std::string_view a, std::string_view b) {
  const auto at = std::ranges::mismatch(a, b).in1;
  std::size_t n = static_cast<std::size_t>(at - a.begin());
  while (n > 0 && n < a.size() && (static_cast<unsigned char>(a[n]) & 0xC0) == 0x80) --n;
  return a.substr(0, n);
}

std::string_view WithoutLastVowels(std::string_view letters) {
  while (CountOf(letters) > kMinCore && std::string_view("aelouy").find(letters.back()) != std::string_view::npos) {
    letters.remove_suffix(1);
  }
  return letters;
}

// "Ангуилья": "Ангуил"; three letters stay.
std::string WithoutRussianEnding(const std::string& word) {
  static constexpr std::string_view kEndings[]{"а", "е", "и", "й", "о", "у", "ы", "ь", "э", "ю", "я"};
  std::string_view left = word;
  for (bool cut = true; cut && CountOf(left) > kMinCore;) {
    cut = std::ranges::any_of(kEndings, [&](std::string_view ending) {
      const bool ends = left.ends_with(ending);
      if (ends) left.remove_suffix(ending.size());
      return ends;
    });
  }
  return std::string(left);
}

bool HasCapital(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  return !u_islower(code);  // letters without case count
}

}  // namespace

std::uint32_t NameFinder::KeyOf(const char* bytes, std::size_t length) {
  std::uint32_t key = 0;
  for (std::size_t i = 0; i < length; ++i) key = key << 8U | static_cast<unsigned char>(bytes[i]);
  return key;
}

NameFinder::NameFinder(std::vector<Name> names, const std::set<std::string>& languages, LetterReader& reader)
    : names_(std::move(names)), languages_(languages), organisation_words_(reader) {
  for (const std::string_view word : kBetween) between_.insert(reader.Fold(word));
  SetLanguageWords(reader);
  for (const Name& name : names_) Add(name, reader);
  AddKeys();
}

namespace {

bool IsNamed(Manner manner) {
  return manner == Manner::kAnyCase || manner == Manner::kCapital || manner == Manner::kDistinct;
}

// How many bytes of a word are its key, and which they are.
std::string_view KeyBytes(std::string_view core) {
  return core.substr(0, 4);
}

bool IsNumber(std::string_view letters) {
  return std::ranges::all_of(letters, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

// A name is tried where its rarest word begins ("Zephyr" of "Association of Zephyr"), so that many names which begin
// alike cost no more than others.
void NameFinder::AddKeys() {
  std::unordered_map<std::string_view, std::uint32_t> uses;
  for (const Wanted& wanted : wanted_) {
    for (const Word& word : wanted.words) ++uses[KeyBytes(word.core)];
  }
  for (std::uint32_t number = 0; number < wanted_.size(); ++number) {
    Wanted& wanted = wanted_[number];
    if (names_[number].manner == Manner::kDial) {
      AddKey(wanted.letters, false, number);
      for (const char digit : std::string_view(wanted.count == 1 ? "ol23456789" : "")) {  // as letters.h folds 0 and 1
        AddKey(wanted.letters + digit, false, number);
      }
      continue;
    }
    if (wanted.count < 2) continue;
    const Word* rarest = nullptr;
    const bool only_kinds = std::ranges::none_of(wanted.words, [](const Word& word) {
      return word.kind.empty() && (word.core.size() >= 4 || IsNumber(word.letters));
    });
    for (const Word& word : wanted.words) {
      if (!only_kinds && !word.kind.empty()) continue;  // it may stand there in other letters
      // What is shorter is no word of its own in a name that is written as one.
      if (wanted.words.size() > 1 && word.core.size() < 4 && !IsNumber(word.letters)) continue;
      if (word.core.size() < 2) continue;
      if (rarest == nullptr || uses[KeyBytes(word.core)] < uses[KeyBytes(rarest->core)]) rarest = &word;
    }
    const bool inside = wanted.anywhere || wanted.clitics || wanted.words.size() > 1;
    if (rarest == nullptr) {  // "Aa Bb Cc": by its first four letters
      AddKey(wanted.full, inside, number);
      AddKey(wanted.letters, inside, number);
      AddKey(wanted.words.front().letters, inside, number);
      continue;
    }
    const auto at = static_cast<std::size_t>(rarest - wanted.words.data());
    wanted.back = wanted.full.find(rarest->letters) + 40 * at;
    AddKey(rarest->core, inside, number);
  }
}

void NameFinder::AddKey(std::string_view letters, bool inside, std::uint32_t wanted) {
  const std::string_view bytes = KeyBytes(letters);
  if (bytes.size() < 2) return;
  const std::uint32_t key = KeyOf(bytes.data(), bytes.size());
  for (Keys* keys : {inside && bytes.size() == 4 ? &inside_ : nullptr, &starts_[bytes.size()]}) {
    if (keys == nullptr) continue;
    keys->maybe[Slot(key)] = true;
    auto& list = keys->wanted[key];
    if (list.empty() || list.back() != wanted) list.push_back(wanted);
  }
}

void NameFinder::Add(const Name& name, LetterReader& reader) {
  Wanted& wanted = wanted_.emplace_back();
  Letters letters;
  Letters unused;
  reader.Read(name.text, letters, unused);
  for (std::size_t at = 0; at < letters.size();) {
    const std::size_t end = WordEnd(letters, at);
    Word word;
    word.letters = letters.bytes().substr(at, end - at);
    word.count = CountOf(word.letters);
    word.core = word.letters;
    const std::string plain = Utf8(WrittenIn(letters, at, end));
    const std::size_t begin = at;
    at = end;
    if (IsNamed(name.manner)) {
      if (!name.place && !name.id && name.inflects) word.kind = organisation_words_.KindAt(letters, begin, end);
      word.little = between_.contains(word.letters);
      if (name.inflects) {
        for (const std::string& language : languages_) {
          if (Tries(name, language)) word.stems.insert(tokenizer_.Fold(plain, language));
        }
      }
      for (const std::string& stem : word.stems) {
        const std::string folded = reader.Fold(stem);
        const std::string_view common = CommonBeginning(word.core, folded);
        if (CountOf(common) >= std::min(kMinCore, word.count)) word.core = common;
      }
      if (name.place) {  // "kenya": "keny", "keni" for kenyan, keniana
        word.core = WithoutLastVowels(word.core);
        word.russian = reader.Fold(WithoutRussianEnding(plain));
      }
    }
    wanted.words.push_back(std::move(word));
  }
  wanted.full = letters.bytes();
  // Little words may be missing or others, as long as two of its own remain: not of "The Lamp".
  if (!name.id && std::ranges::count(wanted.words, false, &Word::little) >= 2) {
    std::erase_if(wanted.words, [](const Word& word) { return word.little; });
  }
  for (const Word& word : wanted.words) wanted.letters += word.letters;
  wanted.count = CountOf(wanted.letters);
  wanted.written = WrittenIn(letters, 0, letters.size());
  if (wanted.words.empty()) return;
  const UScriptCode script = ScriptOf(wanted.written.front());
  const bool named = IsNamed(name.manner);
  wanted.spaceless = named && WithoutSpaces(script) && wanted.count >= 2;
  wanted.anywhere = named && (wanted.spaceless || (wanted.count >= kLongName && name.manner == Manner::kAnyCase));
  wanted.joined_anywhere =
      name.manner == Manner::kAnyCase && !name.id && wanted.words.size() > 1 && CountOf(wanted.full) >= kLongName;
  wanted.clitics = named && wanted.count >= 3 && (script == USCRIPT_ARABIC || script == USCRIPT_HEBREW);
}

void NameFinder::Find(const Letters& text, Where where,
                      const std::function<void(std::size_t, std::size_t, std::size_t)>& found) {
  const std::size_t size = text.size();
  const bool any_inside = !inside_.wanted.empty();
  std::array<bool, 5> any{};
  for (std::size_t n = 2; n <= 4; ++n) any[n] = !starts_[n].wanted.empty();
  const auto look = [&](const Keys& keys, std::size_t at, std::size_t length) {
    const std::uint32_t key = KeyOf(text.bytes().data() + at, length);
    if (!keys.maybe[Slot(key)]) return;
    const auto list = keys.wanted.find(key);
    if (list == keys.wanted.end()) return;
    for (const std::uint32_t one : list->second) {
      const std::size_t least = at - std::min(at, wanted_[one].back);
      for (std::size_t first = at + 1; first-- > least;) {
        const bool within = wanted_[one].anywhere || wanted_[one].joined_anywhere || wanted_[one].clitics;
        if (first != at && text.gap(first) == Gap::kNone && !within) continue;
        const std::size_t end = text.Starts(first) ? Match(text, first, one, where) : 0;
        if (end <= at) continue;  // it does not reach the word that was found
        found(one, first, end);
        break;
      }
    }
  };
  for (std::size_t at = 0; at < size; ++at) {
    if (at == 0 || text.gap(at) != Gap::kNone) {
      for (std::size_t n = 2; n <= 4; ++n) {
        if (any[n] && at + n <= size) look(starts_[n], at, n);
      }
    } else if (any_inside && at + 4 <= size && text.Starts(at)) {
      look(inside_, at, 4);
    }
  }
}

std::size_t NameFinder::Match(const Letters& text, std::size_t at, std::size_t number, Where where) {
  const Wanted& wanted = wanted_[number];
  const Name& name = names_[number];
  if (!IsNamed(name.manner)) return MatchExact(text, at, number, where);
  if (wanted.joined_anywhere && IsJoined(text, at, wanted)) return at + wanted.full.size();
  if (!wanted.anywhere && at > 0 && text.gap(at) == Gap::kNone) {
    if (!wanted.clitics) return 0;
    std::size_t from = at;  // at most three letters of its word stand before it
    int before = 0;
    while (from > 0 && text.gap(from) == Gap::kNone && before <= kMaxClitics) {
      --from;
      before += text.Starts(from) ? 1 : 0;
    }
    if (before > kMaxClitics) return 0;
  }
  if (name.manner == Manner::kCapital && where == Where::kText && !HasCapital(text.written(at))) return 0;
  if (name.manner == Manner::kDistinct) return MatchDistinct(text, at, wanted, name, where);
  std::size_t end = MatchWords(text, at, wanted, name, 0);
  if (end == 0) end = Joined(text, at, wanted);
  if (end != 0 && name.id && where == Where::kText && !HasCapital(text.written(at))) {
    for (std::size_t i = at + 1; i < end; ++i) {
      if (text.gap(i) > Gap::kSoft) return 0;
    }
  }
  if (end == 0 || !name.tongue) return end;
  const bool whole = name.place && text.Has(at, wanted.full) && end == at + wanted.full.size();  // "in Russia and"
  return !whole && MeansALanguage(text, at, end) ? 0 : end;
}

std::size_t NameFinder::MatchWords(const Letters& text, std::size_t at, const Wanted& wanted, const Name& name,
                                   std::size_t number) {
  if (number == wanted.words.size()) return Breaks(text, at) || wanted.anywhere ? at : 0;
  const Word& word = wanted.words[number];
  for (int between = 0; at < text.size() && between <= kMaxBetween; ++between) {
    for (const std::size_t end :
         {Whole(text, at, wanted, word), Inflected(text, at, name, word), OfItsKind(text, at, word)}) {
      if (end == 0) continue;
      if (const std::size_t all = MatchWords(text, end, wanted, name, number + 1); all != 0) return all;
    }
    if (number == 0) return 0;
    if (!Breaks(text, at)) return 0;
    const std::size_t end = WordEnd(text, at);
    if (!between_.contains(std::string(text.bytes().substr(at, end - at)))) return 0;
    at = end;
  }
  return 0;
}

// "Coll.", "Colectivo": the whole word that stands at `at`, if it is for the same kind of organisation.
std::size_t NameFinder::OfItsKind(const Letters& text, std::size_t at, const Word& word) const {
  if (word.kind.empty()) return 0;
  const std::size_t end = WordEnd(text, at);
  return organisation_words_.KindAt(text, at, end) == word.kind ? end : 0;
}

bool NameFinder::IsJoined(const Letters& text, std::size_t at, const Wanted& wanted) {
  if (!text.Has(at, wanted.full)) return false;
  for (std::size_t i = at + 1; i < at + wanted.full.size(); ++i) {
    if (text.gap(i) > Gap::kSoft) return false;
  }
  return true;
}

// All of its words without anything but hyphens and the like between: #LampsOfTheNorth.
std::size_t NameFinder::Joined(const Letters& text, std::size_t at, const Wanted& wanted) {
  if (wanted.words.size() < 2 || !text.Has(at, wanted.full)) return 0;
  const std::size_t end = at + wanted.full.size();
  for (std::size_t i = at + 1; i < end; ++i) {
    if (text.gap(i) > Gap::kSoft && wanted.count < kMayBeSpaced) return 0;
  }
  return Breaks(text, end) || wanted.anywhere ? end : 0;
}

std::size_t NameFinder::Whole(const Letters& text, std::size_t at, const Wanted& wanted, const Word& word) {
  const std::size_t length = word.letters.size();
  if (!text.Has(at, word.letters)) return 0;
  bool spaces = false;
  bool each_alone = word.count > 1;
  for (std::size_t i = at + 1; i < at + length; ++i) {
    if (!text.Starts(i)) continue;
    spaces = spaces || text.gap(i) > Gap::kSoft;
    each_alone = each_alone && text.gap(i) != Gap::kNone;
  }
  if (spaces && !each_alone && wanted.count < kMayBeSpaced && !wanted.spaceless) return 0;
  return at + length;
}

// The whole word that stands at `at`, if it is a form of `word`.
std::size_t NameFinder::Inflected(const Letters& text, std::size_t at, const Name& name, const Word& word) {
  if (!name.inflects || !text.Has(at, word.core)) return 0;
  const std::size_t end = WordEnd(text, at);
  if (end - at < word.core.size()) return 0;
  const std::string_view rest = text.bytes().substr(at, end - at).substr(word.core.size());
  if (rest == std::string_view(word.letters).substr(word.core.size())) return end;
  if (CountOf(rest) > kMaxClitics + 5) return 0;
  const std::string_view whole = text.bytes().substr(at, end - at);
  const std::string written = Utf8(WrittenIn(text, at, end));
  // What is short, or much shorter than the name, has a stem in common with too much: "Ken", "males".
  const bool latin = static_cast<unsigned char>(word.letters[0]) < 0x80;
  const bool stems =
      !(name.place && latin && word.count <= 4) && CountOf(whole) + (word.count > 5 ? 2 : 1) >= word.count;
  for (const std::string& language : languages_) {
    if (stems && Tries(name, language) && word.stems.contains(tokenizer_.Fold(written, language))) return end;
  }
  // Possessives and plurals that the stemmers leave.
  if (word.count >= 4 && whole.starts_with(word.letters)) {
    const std::string_view tail = whole.substr(word.letters.size());
    if (tail == "s" || tail == "es") return end;
  }
  if (!name.place || word.count < 4) return 0;
  for (const std::string_view tail : kOfPlace) {
    if (static_cast<unsigned char>(tail[0]) >= 0x80) {
      const bool of_name = whole.starts_with(word.russian);
      if (of_name && written.find(tail) != std::string::npos && CountOf(rest) <= 8) return end;
      continue;
    }
    std::string folded(tail);
    std::ranges::replace(folded, 'i', 'l');  // as letters.h folds
    for (const std::string_view base : {std::string_view(word.letters), WithoutLastVowels(word.letters)}) {
      if (!whole.starts_with(base) || (tail.size() < 3 && CountOf(base) <= kMinCore)) continue;
      const std::string_view after = whole.substr(base.size());
      if (after == folded || after == folded + "s" || after == folded + "es") return end;
    }
  }
  return 0;
}

}  // namespace commonground::app
