// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Most words of a text have been seen before: their tokens are looked up, a map for each stemmer.  ICU's break iterator
// is asked only about runs of scripts that write no spaces; elsewhere a word is a run of letters, which is what its
// rules say too, but for apostrophes and dots within words.
#include "core/tokenizer.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <map>
#include <unordered_map>

#include "core/fold.h"
#include "core/plain_letters.h"
#include "core/scripts.h"
#include "core/stem.h"

namespace commonground::core {

namespace {

constexpr std::size_t kMaxRemembered = 200'000;  // words a language
constexpr std::size_t kMaxTokenBytes = 64;

bool IsPart(char32_t c) {
  return IsWordPart(c) && (c < 0x80 || !IsApostropheLetter(c));
}

bool IsMark(char32_t c) {
  return c >= 0x0300 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

// No word is so long; cut at a character.
void Shorten(std::string& token) {
  if (token.size() <= kMaxTokenBytes) return;
  std::size_t end = kMaxTokenBytes;
  while (end > 0 && (static_cast<unsigned char>(token[end]) & 0xC0) == 0x80) --end;
  token.resize(end);
}

}  // namespace

std::string_view Tokenizer::StemmerOf(std::string_view language) {
  return Stemmer::NameOf(language);
}

class Tokenizer::Words {
 public:
  Words() {
    UErrorCode status = U_ZERO_ERROR;
    breaks_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  }

  struct Language {
    explicit Language(std::string_view language) : stemmer(language) {}
    Stemmer stemmer;
    std::unordered_map<std::string, Stemmed> tokens;  // of words seen
  };

  Language& Of(std::string_view language) {
    return languages_.try_emplace(std::string(language.substr(0, language.find('-'))), language).first->second;
  }

  const Stemmed& TokenOf(std::string_view word, Language& language) {
    key_.assign(word);
    const auto found = language.tokens.find(key_);
    if (found != language.tokens.end()) return found->second;
    if (language.tokens.size() >= kMaxRemembered) language.tokens.clear();
    Stemmed stemmed = language.stemmer.Of(word);
    Shorten(stemmed.token);
    Shorten(stemmed.also);
    return language.tokens.emplace(key_, std::move(stemmed)).first->second;
  }

  icu::BreakIterator& breaks() { return *breaks_; }

 private:
  std::unique_ptr<icu::BreakIterator> breaks_;
  std::map<std::string, Language> languages_;  // by their first part
  std::string key_;
};

Tokenizer::Tokenizer() : words_(std::make_unique<Words>()) {}
Tokenizer::~Tokenizer() = default;

std::string Tokenizer::Fold(std::string_view word, std::string_view language) {
  return words_->TokenOf(word, words_->Of(language)).token;
}

void Tokenizer::Cut(std::string_view given, std::string_view language, const std::function<bool(const Token&)>& take) {
  Words::Language& own = words_->Of(language);
  const PlainLetters plain(given);
  const std::string_view text = plain.text();
  const auto give = [&](std::size_t start, std::size_t end) {
    const Stemmed& word = words_->TokenOf(text.substr(start, end - start), own);
    return word.token.empty() || take({word.token, word.also, plain.StartOf(start), plain.EndOf(end)});
  };
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  const auto next_letter = [&](std::size_t& at) {
    if (bytes[at] < 0x80) return static_cast<UChar32>(bytes[at++]);
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    return c;
  };
  for (std::size_t at = 0; at < size;) {
    const std::size_t start = at;
    const UChar32 first = next_letter(at);
    if (first < 0 || !IsPart(static_cast<char32_t>(first))) continue;
    const bool dictionary = NeedsNoSpaces(static_cast<char32_t>(first));
    for (std::size_t next = at; next < size;) {  // the run goes on
      const UChar32 letter = next_letter(next);
      const auto c = static_cast<char32_t>(letter);
      if (letter < 0) break;
      // Marks belong to what they stand on, whatever their script.  What cannot be seen is within a word or nowhere.
      const bool goes_on = (IsPart(c) && NeedsNoSpaces(c) == dictionary) || IsMark(c);
      if (!goes_on && !IsInvisible(c)) break;
      if (goes_on) at = next;
    }
    if (!dictionary) {
      if (!give(start, at)) return;
      continue;
    }
    UErrorCode status = U_ZERO_ERROR;
    UText run = UTEXT_INITIALIZER;
    utext_openUTF8(&run, text.data() + start, static_cast<std::int64_t>(at - start), &status);
    words_->breaks().setText(&run, status);
    bool go_on = U_SUCCESS(status);
    for (std::int32_t from = words_->breaks().first(), to = words_->breaks().next();
         go_on && to != icu::BreakIterator::DONE; from = to, to = words_->breaks().next()) {
      go_on = give(start + static_cast<std::size_t>(from), start + static_cast<std::size_t>(to));
    }
    utext_close(&run);
    if (!go_on) return;
  }
}

}  // namespace commonground::core
