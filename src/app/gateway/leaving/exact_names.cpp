// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is found as it is written only: abbreviations, short ids, ends of hosts, dialling codes.  And what is no name
// though it is written like one: the word for a language.
#include <unicode/uchar.h>

#include <algorithm>

#include "app/gateway/leaving/name_finder.h"
#include "app/gateway/leaving/words_of_letters.h"

namespace commonground::app {

namespace {

constexpr std::string_view kBesideALanguage[]{
    "version",      "versions",   "translation", "translations", "translated", "language",    "languages", "speaking",
    "speaker",      "speakers",   "edition",     "editions",     "text",       "texts",       "subtitle",  "subtitles",
    "word",         "words",      "alphabet",    "script",       "spelling",   "interpreter", "spoken",    "transcript",
    "interpreters", "translator", "translators", "langue",       "langues",    "traduction",  "traduit",   "traduite",
    "texte",        "textes",     "mots",        "interprète",   "édition",    "idioma",      "idiomas",   "lengua",
    "lenguas",      "traducción", "texto",       "textos",       "versión",    "versiones",   "palabras",  "язык",
    "языке",        "языка",      "языком",      "перевод",      "переводе",   "перевода",    "версия",    "версии",
    "текст",        "тексты",     "слово",       "слова",        "língua",     "tradução"};
constexpr std::string_view kBeforeALanguage[]{"in", "into", "from", "en", "em", "al", "del"};

// An ending of files that is one of hosts, too: "story.md", "study.cg".
constexpr std::string_view kOfFiles[]{"md", "cg"};

bool IsDigit(const Letters& text, std::size_t at) {
  return text.Starts(at) && u_isdigit(static_cast<UChar32>(text.written(at))) != 0;
}

// "https://lamp.md", "www.lamp.md" and "ana@lamp.md", but not "lamp.md" by itself.
bool IsInHost(const Letters& text, std::size_t at, NameFinder::Where where) {
  std::size_t begin = at;
  while (begin > 0 && text.gap(begin) < Gap::kSpace) --begin;
  if (text.Has(begin, "www") && text.gap(begin + 3) == Gap::kDot) return true;
  const std::string_view before = text.bytes().substr(0, begin);
  return before.ends_with("http") || before.ends_with("https") ||
         (where == NameFinder::Where::kText && begin > 0 && text.gap(begin) == Gap::kBlock &&
          text.origin(begin) == text.origin(begin - 1) + 2);
}

// Of a flag nobody writes capitals.
bool HasCapitals(const std::u32string& text) {
  return std::ranges::any_of(text, [](char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; });
}

}  // namespace

void NameFinder::SetLanguageWords(LetterReader& reader) {
  for (const std::string_view word : kBesideALanguage) of_language_.insert(reader.Fold(word));
  for (const std::string_view word : kBeforeALanguage) in_language_.insert(reader.Fold(word));
}

// "the French version", "version française", "in French and Spanish", "published in French."
bool NameFinder::MeansALanguage(const Letters& text, std::size_t at, std::size_t end) const {
  std::string before;
  if (at > 0 && text.gap(at) < Gap::kPlus) {
    std::size_t from = at - 1;
    while (from > 0 && text.gap(from) == Gap::kNone) --from;
    before = text.bytes().substr(from, at - from);
  }
  const bool last = end >= text.size() || text.gap(end) > Gap::kSpace;
  const std::string after = last ? "" : std::string(text.bytes().substr(end, WordEnd(text, end) - end));
  if (of_language_.contains(before) || of_language_.contains(after)) return true;
  if (!in_language_.contains(before)) return false;
  return last || between_.contains(after) || u_isupper(static_cast<UChar32>(text.written(end))) != 0;
}

std::size_t NameFinder::MatchExact(const Letters& text, std::size_t at, std::size_t number, Where where) const {
  const Wanted& wanted = wanted_[number];
  const Name& name = names_[number];
  const std::size_t end = at + wanted.letters.size();
  if (!text.Has(at, wanted.letters)) return 0;
  switch (name.manner) {
    case Manner::kAsWritten:
      return MatchesAsWritten(text, at, wanted, where, name.place) ? end : 0;
    case Manner::kAlone: {
      if (text.gap(at) != Gap::kBlock) return 0;
      const bool file =
          end < text.size() && text.gap(end) == Gap::kDot && (text.Has(end, "html") || text.Has(end, "svg"));
      const bool alone = end >= text.size() || text.gap(end) == Gap::kBlock || (file && where == Where::kAddress);
      return alone && WrittenIn(text, at, end) == wanted.written ? end : 0;
    }
    case Manner::kSuffix: {
      if (text.gap(at) != Gap::kDot) return 0;
      if (text.written(at) < 'a' || text.written(at) > 'z') return 0;
      const bool ends = end >= text.size() || text.gap(end) >= Gap::kSpace;
      if (ends && std::ranges::find(kOfFiles, std::string_view(name.text)) != std::end(kOfFiles)) {
        return IsInHost(text, at, where) ? end : 0;
      }
      return ends ? end : 0;
    }
    case Manner::kDial: {
      if (text.gap(at) != Gap::kPlus || !IsDigit(text, at)) return 0;
      constexpr int kDigits = 8;  // of a whole number, with its code
      int digits = 0;
      for (std::size_t i = at; i < text.size() && IsDigit(text, i); ++i) {
        if (i > at && text.gap(i) > Gap::kSpace) break;
        ++digits;
      }
      return digits >= kDigits ? end : 0;
    }
    case Manner::kAnyCase:
    case Manner::kCapital:
    case Manner::kDistinct:
      break;
  }
  return 0;
}

bool NameFinder::MatchesAsWritten(const Letters& text, std::size_t at, const Wanted& wanted, Where where, bool place) {
  const std::size_t end = at + wanted.letters.size();
  if (!text.Has(at, wanted.letters) || !Breaks(text, end)) return false;
  for (std::size_t i = at + 1; i < end; ++i) {
    if (text.gap(i) > Gap::kSoft && wanted.words.size() < 2) return false;
  }
  if (WrittenIn(text, at, end) != wanted.written) return false;
  if (where == Where::kAddress) return true;
  // In a line of capitals, "HELP FOR ALL", a short word is no abbreviation.
  if ((wanted.count > 2 && !place) || !HasCapitals(wanted.written)) return true;
  const auto capitals = [&](std::size_t from, std::size_t to) {
    const std::u32string word = WrittenIn(text, from, to);
    return word.size() >= 2 && std::ranges::all_of(word, [](char32_t c) { return u_isupper(static_cast<UChar32>(c)); });
  };
  const bool last = end >= text.size() || text.gap(end) == Gap::kBlock;
  const bool after = !last && text.gap(end) == Gap::kSpace && capitals(end, WordEnd(text, end));
  std::size_t from = at;
  while (from > 0) {
    --from;
    if (text.gap(from) != Gap::kNone) break;
  }
  const bool first = at == 0 || text.gap(at) == Gap::kBlock;
  const bool before = !first && text.gap(at) == Gap::kSpace && capitals(from, at);
  return !((before || first) && (after || last) && (before || after));
}

}  // namespace commonground::app
