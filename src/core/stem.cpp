// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Snowball's stemmers were made for texts with all their accents, and take endings off one by one.  Two things are
// added: endings of plurals that change a word within (prisões, prisão) become those of the singular first, with the
// accent that a person may have left out (organizacion); and in some languages a stem is stemmed again until it stays,
// since a plural's stem is often the singular itself, whose own stem is shorter (mujeres: mujer; mujer: muj).
#include "core/stem.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "core/fold.h"

namespace commonground::core {

namespace {

struct Language {
  std::string_view code;  // BCP 47, first part
  const char* snowball;
  std::size_t again = 0;  // stems are stemmed until they stay, while as many letters are left; 0: once only
};

constexpr std::array kLanguages{
    Language{"ar", "arabic"},       Language{"bs", "serbian"},    Language{"ca", "catalan"},
    Language{"cnr", "serbian"},     Language{"da", "danish"},     Language{"de", "german"},
    Language{"el", "greek"},        Language{"en", "english"},    Language{"es", "spanish", 3},
    Language{"eu", "basque"},       Language{"fi", "finnish"},    Language{"fr", "french"},
    Language{"ga", "irish"},        Language{"hi", "hindi"},      Language{"hr", "serbian"},
    Language{"hu", "hungarian", 4}, Language{"hy", "armenian"},   Language{"id", "indonesian"},
    Language{"it", "italian"},      Language{"lt", "lithuanian"}, Language{"nb", "norwegian"},
    Language{"ne", "nepali"},       Language{"nl", "dutch"},      Language{"nn", "norwegian"},
    Language{"no", "norwegian"},    Language{"pt", "portuguese"}, Language{"ro", "romanian", 4},
    Language{"ru", "russian"},      Language{"sh", "serbian"},    Language{"sr", "serbian"},
    Language{"sv", "swedish"},      Language{"ta", "tamil"},      Language{"tr", "turkish", 4},
    Language{"yi", "yiddish"}};

struct Ending {
  std::string_view snowball;
  std::string_view was;
  std::string_view is;
  std::size_t fewest_before = 2;  // letters
};

// The first that fits is taken.
constexpr std::array kEndings{Ending{"arabic", "ات", "ة", 3},         Ending{"catalan", "cio", "ció"},
                              Ending{"catalan", "ions", "ió"},        Ending{"catalan", "ons", "ó"},
                              Ending{"dutch", "ties", "tie"},         Ending{"finnish", "iset", "inen"},
                              Ending{"finnish", "isten", "inen"},     Ending{"french", "travaux", "travail", 0},
                              Ending{"portuguese", "ções", "ção"},    Ending{"portuguese", "coes", "ção"},
                              Ending{"portuguese", "cao", "ção"},     Ending{"portuguese", "ões", "ão"},
                              Ending{"portuguese", "oes", "ão"},      Ending{"portuguese", "ães", "ão"},
                              Ending{"portuguese", "ãos", "ão"},      Ending{"portuguese", "ao", "ão"},
                              Ending{"portuguese", "ens", "em"},      Ending{"portuguese", "ais", "al"},
                              Ending{"portuguese", "éis", "el"},      Ending{"portuguese", "eses", "ês"},
                              Ending{"portuguese", "leis", "lei", 0}, Ending{"portuguese", "reis", "rei", 0},
                              Ending{"portuguese", "veis", "vel"},    Ending{"portuguese", "eis", "il"},
                              Ending{"portuguese", "óis", "ol"},      Ending{"russian", "атив", "атива"},
                              Ending{"russian", "ектив", "ектива"},   Ending{"spanish", "cion", "ción"},
                              Ending{"spanish", "ces", "z"}};

struct Spelling {
  std::string_view snowball;
  std::string_view was;
  std::string_view is;
};

// Letters that a stemmer knows in one of two shapes.
constexpr std::array kSpellings{Spelling{"russian", "ё", "е"}, Spelling{"romanian", "ș", "ş"},
                                Spelling{"romanian", "ț", "ţ"}, Spelling{"arabic", "ک", "ك"},
                                Spelling{"arabic", "ی", "ي"}};

constexpr int kMaxTimes = 4;

std::size_t LettersIn(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

class Stemmer::Snowball {
 public:
  explicit Snowball(const Language& language)
      : code(language.code),
        again(language.again),
        stemmer(sb_stemmer_new(language.snowball, "UTF_8"), &sb_stemmer_delete) {
    for (const Spelling& spelling : kSpellings) {
      if (spelling.snowball == language.snowball) spellings.push_back(&spelling);
    }
    for (const Ending& ending : kEndings) {
      if (ending.snowball == language.snowball) endings.push_back(&ending);
    }
  }

  std::string_view code;
  std::size_t again;
  std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer;
  std::vector<const Spelling*> spellings;
  std::vector<const Ending*> endings;

  // Requires: small letters.
  std::string WithRegularEnding(std::string word) const {
    for (const Spelling* spelling : spellings) {
      for (std::size_t at = word.find(spelling->was); at != std::string::npos; at = word.find(spelling->was, at)) {
        word.replace(at, spelling->was.size(), spelling->is);
      }
    }
    for (const Ending* ending : endings) {
      if (!word.ends_with(ending->was)) continue;
      const std::size_t before = word.size() - ending->was.size();
      if (LettersIn(std::string_view(word).substr(0, before)) < ending->fewest_before) continue;
      word.replace(before, ending->was.size(), ending->is);
      break;
    }
    return word;
  }

  std::string Once(const std::string& word) const {
    const sb_symbol* stem =
        sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    const int length = sb_stemmer_length(stemmer.get());
    if (stem == nullptr || length <= 0) return word;
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(length)};
  }
};

Stemmer::Stemmer(std::string_view language) {
  const auto known = std::ranges::find(kLanguages, language.substr(0, language.find('-')), &Language::code);
  if (known != kLanguages.end()) snowball_ = std::make_unique<Snowball>(*known);
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;

std::string_view Stemmer::NameOf(std::string_view language) {
  const auto known = std::ranges::find(kLanguages, language.substr(0, language.find('-')), &Language::code);
  return known == kLanguages.end() ? std::string_view() : known->snowball;
}

std::string Stemmer::StemOf(std::string word) const {
  word = snowball_->WithRegularEnding(std::move(word));
  word = snowball_->Once(word);
  for (int times = 1; snowball_->again > 0 && times < kMaxTimes; ++times) {
    std::string stem = snowball_->Once(word);
    if (stem == word || LettersIn(stem) < snowball_->again) break;
    word = std::move(stem);
  }
  return Fold(word);
}

Stemmed Stemmer::Of(std::string_view word) const {
  if (!snowball_) return {Fold(word), {}};
  const std::string small = SmallLetters(word, snowball_->code);
  const std::string plain = Fold(word);
  Stemmed stemmed{StemOf(small), {}};
  if (plain == small) return stemmed;
  stemmed.also = StemOf(plain);
  if (stemmed.also == stemmed.token) stemmed.also.clear();
  return stemmed;
}

}  // namespace commonground::core
