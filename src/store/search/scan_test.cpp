// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The index finds what a slow second implementation finds, which reads every passage word by word: random questions on
// random texts in ten languages, in which words stand in their forms, with and without accents, in capital letters,
// with soft hyphens.
#include <gmock/gmock.h>

#include <random>

#include "core/fold.h"
#include "core/stem.h"
#include "store/study_store.h"
#include "store/test_place.h"

namespace commonground::store {
namespace {

struct Words {
  const char* language;
  std::vector<const char*> forms;
};
const std::vector<Words>& Languages() {
  static const std::vector<Words> all{
      {"en", {"police", "Condoms", "condom", "organisations", "organisation", "arrested", "night"}},
      {"fr", {"organisée", "organiser", "préservatifs", "œuvre", "l'accès", "grève", "générale", "généraux"}},
      {"es", {"organización", "organizaciones", "policías", "mujer", "mujeres", "atención", "niñas", "jóvenes"}},
      {"pt", {"associação", "associações", "prisão", "prisões", "informação", "mulheres", "policiais", "cidadão"}},
      {"de", {"Häuser", "Haus", "Straße", "Strassen", "Behörde", "Frauen"}},
      {"ru", {"организации", "организация", "ёлка", "елки", "презерватив", "презервативы", "полиция"}},
      {"tr", {"kadınlar", "KADIN", "işçi", "İŞÇİLER", "örgüt", "polis"}},
      {"ar", {"منظمة", "المنظمة", "شُرْطَة", "الشرطة", "كـتاب", "إيران"}},
      {"fa", {"کتاب", "می\u200Cخواهم", "میخواهم", "پلیس", "ایران"}},
      {"uk", {"п'ять", "п\u02BCять", "права", "ґрунт", "їжа"}},
      {"und", {"łódź", "smørrebrød", "đường", "ＡＢＣ", "1998", "H₂O", "H2O", "Ⅷ", "viii", "oﬃce", "office"}}};
  return all;
}

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t Below(std::size_t limit) { return engine_() % limit; }
  std::string Written(std::string word) {
    switch (Below(6)) {
      case 0:
        return core::Fold(word);
      case 1:
        return word + "\u00AD";
      case 2: {  // capital letters, of ASCII only: others have rules of their own
        for (char& c : word) {
          if (c >= 'a' && c <= 'z' && c != 'i') c = static_cast<char>(c - 32);
        }
        return word;
      }
      default:
        return word;
    }
  }
  std::string Of(const Words& words) { return Written(words.forms[Below(words.forms.size())]); }
  std::string Any() { return Of(Languages()[Below(Languages().size())]); }

 private:
  std::mt19937 engine_;
};

// Words between spaces and marks, the slow way; an apostrophe of any shape divides.
std::vector<std::string> Cut(std::string text) {
  for (const std::string mark : {"'", "\u02BC", ",", ".", "\n"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.replace(at, mark.size(), " ");
  }
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::vector<std::set<std::string>> Tokens(const std::string& passage, const std::string& language) {
  const core::Stemmer stemmer(language);
  std::vector<std::set<std::string>> tokens;
  for (const std::string& word : Cut(passage)) {
    const core::Stemmed stemmed = stemmer.Of(word);
    tokens.push_back({stemmed.token, stemmed.also.empty() ? stemmed.token : stemmed.also});
  }
  return tokens;
}

// Do the words stand one after the other, as some language of the study writes them?
bool Has(const std::vector<std::set<std::string>>& passage, const std::string& words) {
  for (const Words& language : Languages()) {
    const core::Stemmer stemmer(language.language);
    std::vector<std::string> written;
    std::vector<std::string> plain;
    for (const std::string& word : Cut(words)) {
      const core::Stemmed stemmed = stemmer.Of(word);
      written.push_back(stemmed.token);
      plain.push_back(stemmed.also.empty() ? stemmed.token : stemmed.also);
    }
    for (const auto& way : {written, plain}) {
      for (std::size_t at = 0; at + way.size() <= passage.size(); ++at) {
        bool all = true;
        for (std::size_t i = 0; i < way.size(); ++i) all = all && passage[at + i].contains(way[i]);
        if (all) return true;
      }
    }
  }
  return false;
}

class ScannedStudy : public KeptTest {};
INSTANTIATE_TEST_SUITE_P(A, ScannedStudy, testing::Values(Kept::kInAFile, Kept::kInADatabase), KeptName);

TEST_P(ScannedStudy, FindsWhatReadingEveryPassageFinds) {
  Random random(7);
  model::Study study;
  study.organisations.emplace_back().id = model::OrganisationId("o");
  study.cases.push_back({study.organisations.front().id, "", {}});
  std::set<model::DocumentId> all;
  std::vector<std::string> tags;
  std::map<std::string, std::vector<std::vector<std::set<std::string>>>> passages;  // tokens, by document
  for (const Words& language : Languages()) {
    tags.emplace_back(language.language);
    for (int i = 0; i < 4; ++i) {
      model::Document document;
      document.organisation = study.organisations.front().id;
      document.id = model::DocumentId(std::string("o/") + language.language + std::to_string(i) + ".md");
      document.language = language.language;
      for (int passage = 0; passage < 6; ++passage) {
        std::string text;
        for (std::size_t words = 2 + random.Below(6); words > 0; --words) {
          text += (text.empty() ? "" : " ") + (random.Below(6) == 0 ? random.Any() : random.Of(language));
        }
        passages[document.id.value].push_back(Tokens(text, language.language));
        document.text += text + ".\n\n";
      }
      document.hash = "hash of " + document.text;
      all.insert(document.id);
      study.documents.push_back(std::move(document));
    }
  }
  ASSERT_TRUE(SaveTo(place, study));
  const auto store = StudyStore::Open(place, OpenMode::kRead).value();
  int found_something = 0;
  for (int i = 0; i < 400; ++i) {
    const std::string one = random.Any();
    const std::string other = random.Any();
    const auto kind = random.Below(4);
    SearchRequest request;
    request.question = kind == 0   ? one
                       : kind == 1 ? "\"" + one + " " + other + "\""
                       : kind == 2 ? one + " OR " + other
                                   : one + " NOT " + other;
    if (random.Below(3) == 0) request.languages = {tags[random.Below(tags.size())]};
    request.most = 10'000;
    int expected = 0;
    for (const auto& document : study.documents) {
      if (!request.languages.empty() && document.language != request.languages.front()) continue;
      for (const auto& passage : passages.at(document.id.value)) {
        const bool here = kind == 1   ? Has(passage, one + " " + other)
                          : kind == 2 ? Has(passage, one) || Has(passage, other)
                          : kind == 3 ? Has(passage, one) && !Has(passage, other)
                                      : Has(passage, one);
        expected += here ? 1 : 0;
      }
    }
    const auto found = store.Search(request, tags, all);
    ASSERT_TRUE(found) << request.question << ": " << found.error().message;
    EXPECT_EQ(found->total, expected) << request.question
                                      << (request.languages.empty() ? "" : " in " + request.languages.front());
    found_something += expected > 0 ? 1 : 0;
  }
  EXPECT_GT(found_something, 150);
}

}  // namespace
}  // namespace commonground::store
