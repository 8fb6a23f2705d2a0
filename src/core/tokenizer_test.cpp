// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words of many languages as search cuts them.

#include "core/tokenizer.h"

#include <gmock/gmock.h>

#include <array>
#include <vector>

namespace commonground::core {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Cut(const std::string& text, const std::string& language) {
  Tokenizer tokenizer;
  std::vector<std::string> tokens;
  tokenizer.Cut(text, language, [&](const Token& token) {
    tokens.emplace_back(token.text);
    return true;
  });
  return tokens;
}

TEST(Tokenizer, FoldsAndStemsByLanguage) {
  EXPECT_THAT(Cut("Sex workers' drop-in Centres", "en"), ElementsAre("sex", "worker", "drop", "in", "centr"));
  EXPECT_THAT(Cut("l'accès aux préservatifs", "fr"), ElementsAre("l", "acces", "aux", "preserv"));
  EXPECT_THAT(Cut("ёлка и йод", "ru"), ElementsAre("елк", "и", "йод"));
  EXPECT_THAT(Cut("ﬁne ＡＢＣ", ""), ElementsAre("fine", "abc"));
  EXPECT_THAT(Cut("п'ять п’ять п\u02BCять", "uk"), ElementsAre("п", "ять", "п", "ять", "п", "ять"));
  EXPECT_THAT(Cut("drop\u00ADin \u00ADx\u00AD y", "en"), ElementsAre("dropin", "x", "y"));
  EXPECT_THAT(Cut("می\u200Cخواهم", "fa"), ElementsAre("ميخواهم"));
  EXPECT_THAT(Cut("", "en"), IsEmpty());
  EXPECT_THAT(Cut("\x1f\x1e ...", "en"), IsEmpty());
}

TEST(Tokenizer, CutsScriptsWithoutSpacesByTheirDictionaries) {
  EXPECT_THAT(Cut("警察没收了安全套", "zh").size(), testing::Gt(2U));
  EXPECT_THAT(Cut("พนักงานบริการทางเพศ", "th").size(), testing::Gt(1U));
  EXPECT_THAT(Cut("လိင်လုပ်သား", "my").size(), testing::Gt(0U));
}

TEST(Tokenizer, GivesThePlaceOfEachWord) {
  Tokenizer tokenizer;
  const std::string text = "Да, café 中文!";
  std::string joined;
  tokenizer.Cut(text, "fr", [&](const Token& token) {
    joined += text.substr(token.start, token.end - token.start) + "|";
    return true;
  });
  EXPECT_EQ(joined, "Да|café|中文|");
}

// A question meets its text in seven languages, with and without accents, in another form of the word.
TEST(Tokenizer, MakesQuestionsMeetTextsInSevenLanguages) {
  const std::vector<std::array<std::string, 3>> kPairs{{"en", "organisations", "organisation"},
                                                       {"fr", "travailleuses", "travailleuse"},
                                                       {"es", "trabajadoras", "trabajadora"},
                                                       {"es", "atención", "atencion"},
                                                       {"ru", "организации", "организация"},
                                                       {"zh", "安全套", "安全套"},
                                                       {"th", "บริการ", "บริการ"},
                                                       {"my", "လုပ်သား", "လုပ်သား"}};
  for (const auto& [language, text, question] : kPairs) EXPECT_EQ(Cut(text, language), Cut(question, language)) << text;
}

}  // namespace
}  // namespace commonground::core
