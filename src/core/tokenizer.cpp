// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Most words of a text have been seen before: their tokens are looked up, a map for each stemmer.  ICU's break iterator
// is asked only about runs of scripts that write no spaces; elsewhere a word is a run of letters, which is what its
// rules say too, but for apostrophes and dots within words.
#include "core/tokenizer.h"

#include <libstemmer.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <array>
#include <map>
#include <unordered_map>

namespace commonground::core {

namespace {

struct Stemmed {
  std::string_view language;  // BCP 47, first part
  const char* snowball;
};

constexpr std::array kStemmers{
    Stemmed{"ar", "arabic"},    Stemmed{"ca", "catalan"},    Stemmed{"da", "danish"},    Stemmed{"de", "german"},
    Stemmed{"el", "greek"},     Stemmed{"en", "english"},    Stemmed{"es", "spanish"},   Stemmed{"fi", "finnish"},
    Stemmed{"fr", "french"},    Stemmed{"hi", "hindi"},      Stemmed{"hu", "hungarian"}, Stemmed{"id", "indonesian"},
    Stemmed{"it", "italian"},   Stemmed{"lt", "lithuanian"}, Stemmed{"ne", "nepali"},    Stemmed{"nl", "dutch"},
    Stemmed{"no", "norwegian"}, Stemmed{"pt", "portuguese"}, Stemmed{"ro", "romanian"},  Stemmed{"ru", "russian"},
    Stemmed{"sr", "serbian"},   Stemmed{"sv", "swedish"},    Stemmed{"ta", "tamil"},     Stemmed{"tr", "turkish"}};

constexpr std::size_t kMaxRemembered = 200'000;  // words a language
constexpr std::size_t kMaxTokenBytes = 64;

bool IsPart(UChar32 c) {
  return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

// Scripts whose words are found in a dictionary.
bool NeedsDictionary(UChar32 c) {
  if (c < 0x0E00) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

bool LosesMarks(UChar32 base) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(base, &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

}  // namespace

std::string_view Tokenizer::StemmerOf(std::string_view language) {
  const std::string_view first = language.substr(0, language.find('-'));
  for (const Stemmed& one : kStemmers) {
    if (one.language == first) return one.snowball;
  }
  return {};
}

class Tokenizer::Words {
 public:
  Words() {
    UErrorCode status = U_ZERO_ERROR;
    fold_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
    apart_ = icu::Normalizer2::getNFDInstance(status);
    together_ = icu::Normalizer2::getNFCInstance(status);
    breaks_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  }

  struct Language {
    std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer{nullptr, &sb_stemmer_delete};
    std::unordered_map<std::string, std::string> tokens;  // of words seen
  };

  Language& Of(std::string_view language) {
    const std::string name(StemmerOf(language));
    const auto [at, is_new] = languages_.try_emplace(name);
    if (is_new && !name.empty()) at->second.stemmer.reset(sb_stemmer_new(name.c_str(), "UTF_8"));
    return at->second;
  }

  const std::string& TokenOf(std::string_view word, Language& language) {
    key_.assign(word);
    const auto found = language.tokens.find(key_);
    if (found != language.tokens.end()) return found->second;
    if (language.tokens.size() >= kMaxRemembered) language.tokens.clear();
    return language.tokens.emplace(key_, Make(word, language)).first->second;
  }

  icu::BreakIterator& breaks() { return *breaks_; }

 private:
  std::string Make(std::string_view word, const Language& language) const {
    std::string folded = Folded(word);
    if (language.stemmer) {
      const sb_symbol* stem = sb_stemmer_stem(language.stemmer.get(), reinterpret_cast<const sb_symbol*>(folded.data()),
                                              static_cast<int>(folded.size()));
      const int length = sb_stemmer_length(language.stemmer.get());
      if (stem != nullptr && length > 0)
        folded.assign(reinterpret_cast<const char*>(stem), static_cast<std::size_t>(length));
    }
    if (folded.size() > kMaxTokenBytes) {  // no word; cut at a character
      std::size_t end = kMaxTokenBytes;
      while (end > 0 && (static_cast<unsigned char>(folded[end]) & 0xC0) == 0x80) --end;
      folded.resize(end);
    }
    return folded;
  }

  std::string Folded(std::string_view word) const {
    bool ascii = true;
    for (const char c : word) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    std::string out(word);
    if (ascii) {
      for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
      }
      return out;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString folded =
        fold_->normalize(icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())}), status);
    const icu::UnicodeString apart = apart_->normalize(folded, status);
    icu::UnicodeString kept;
    UChar32 base = 0;
    for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
      const UChar32 c = apart.char32At(i);
      const bool mark = u_charType(c) == U_NON_SPACING_MARK;
      if (!mark) base = c;
      const bool short_i = c == 0x0306 && base == 0x0438;  // й
      if (!mark || short_i || !LosesMarks(base)) kept.append(c);
    }
    const icu::UnicodeString whole = together_->normalize(kept, status);
    if (U_FAILURE(status)) return out;
    out.clear();
    whole.toUTF8String(out);
    return out;
  }

  const icu::Normalizer2* fold_ = nullptr;
  const icu::Normalizer2* apart_ = nullptr;
  const icu::Normalizer2* together_ = nullptr;
  std::unique_ptr<icu::BreakIterator> breaks_;
  std::map<std::string, Language> languages_;  // by stemmer
  std::string key_;
};

Tokenizer::Tokenizer() : words_(std::make_unique<Words>()) {}
Tokenizer::~Tokenizer() = default;

std::string Tokenizer::Fold(std::string_view word, std::string_view language) {
  return words_->TokenOf(word, words_->Of(language));
}

void Tokenizer::Cut(std::string_view text, std::string_view language, const std::function<bool(const Token&)>& take) {
  Words::Language& own = words_->Of(language);
  const auto give = [&](std::size_t start, std::size_t end) {
    const std::string& token = words_->TokenOf(text.substr(start, end - start), own);
    return token.empty() || take({token, start, end});
  };
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  for (std::size_t at = 0; at < size;) {
    const std::size_t start = at;
    UChar32 c = 0;
    if (bytes[at] < 0x80) {
      c = bytes[at++];
    } else {
      U8_NEXT(bytes, at, size, c);
    }
    if (c < 0 || !IsPart(c)) continue;
    const bool dictionary = NeedsDictionary(c);
    while (at < size) {  // the run goes on
      std::size_t next = at;
      UChar32 d = 0;
      if (bytes[next] < 0x80) {
        d = bytes[next++];
      } else {
        U8_NEXT(bytes, next, size, d);
      }
      if (d < 0 || !IsPart(d) || NeedsDictionary(d) != dictionary) {
        // Marks belong to what they stand on, whatever their script.
        if (d < 0 || (U_GET_GC_MASK(d) & U_GC_M_MASK) == 0) break;
      }
      at = next;
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
