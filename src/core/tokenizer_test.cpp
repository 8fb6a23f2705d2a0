// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words of many languages as search cuts them.

#include "core/tokenizer.h"

#include <gmock/gmock.h>

#include <unicode/unistr.h>

#include <array>
#include <random>
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
  EXPECT_THAT(Cut("コンドームの配布", "ja"), ElementsAre("コンドーム", "の", "配布"));
  EXPECT_THAT(Cut("พนักงานบริการทางเพศ", "th").size(), testing::Gt(1U));
  EXPECT_THAT(Cut("လိင်လုပ်သား", "my").size(), testing::Gt(0U));
}

// A word in compatibility form gives what it gives written plainly.
TEST(Tokenizer, MakesLettersPlainBeforeItCuts) {
  const std::vector<std::array<std::string, 3>> kPairs{
      {"ja", "ｺﾝﾄﾞｰﾑを配布", "コンドームを配布"},  // half width, with marks of its own
      {"ja", "ｶﾞｲﾄﾞﾗｲﾝ", "ガイドライン"},
      {"ja", "カ\uFF9Eイド", "ガイド"},  // the mark alone in half width
      {"ja", "㌔と㌢", "キロとセンチ"},
      {"zh", "⼈权与⼯作", "人权与工作"},  // radicals for ideographs
      {"zh", "ＨＩＶ检测", "HIV检测"},
      {"zh", "⺟亲", "母亲"},
      {"ja", "㈱警察㍿", "株警察株式会社"},
      {"ko", "ﾡﾢ", "\u1100\u1101"},
      {"en", "H₂O and CO₂", "H2O and CO2"},
      {"en", "Chapter Ⅷ, ⅷ", "Chapter VIII, viii"},
      {"en", "ﬁnancing the oﬃce", "financing the office"},
      {"en", "Ｐｏｌｉｃｅ　ｖｉｏｌｅｎｃｅ", "Police violence"},
      {"en", "𝐇𝐈𝐕 𝓉𝑒𝓈𝓉", "HIV test"},
      {"en", "5㎏ and 10㎡", "5kg and 10m2"},
      {"en", "40 km² x²", "40 km2 x2"},
      {"es", "ＯＲＧＡＮＩＺＡＣＩＯＮＥＳ", "organizaciones"},
      {"ar", "ﻣﻨﻈﻤﺔ", "منظمة"},
      {"vi", "ﾠđường", "đường"},
      {"", "１２３ ₁₂", "123 12"}};
  for (const auto& [language, text, plain] : kPairs) EXPECT_EQ(Cut(text, language), Cut(plain, language)) << text;
}

// What divides words goes on dividing them.
TEST(Tokenizer, JoinsNoWordsThatATextKeepsApart) {
  EXPECT_THAT(Cut("condoms¹ and lubricant²³", "en"), ElementsAre("condom", "and", "lubric"));
  EXPECT_THAT(Cut("1½ №5 Lamp™ ①police", ""), ElementsAre("1", "5", "lamp", "police"));
  EXPECT_THAT(Cut("l´accès a¨b", ""), ElementsAre("l", "acces", "a", "b"));
  EXPECT_THAT(Cut("a…b ‼c，d", ""), ElementsAre("a", "b", "c", "d"));
  EXPECT_EQ(Cut("น้ำทำงาน", "th"), Cut("น้ำทำงาน ", "th"));
}

TEST(Tokenizer, GivesThePlaceOfEachWordInTheTextThatWasGiven) {
  Tokenizer tokenizer;
  for (const auto& [text, words] :
       std::vector<std::pair<std::string, std::string>>{{"é ｺﾝﾄﾞｰﾑ, x", "é|ｺﾝﾄﾞｰﾑ|x|"},
                                                        {"H₂O, Ⅷ; ﬁt¹ end", "H₂O|Ⅷ|ﬁt|end|"},
                                                        {"10㎡ は", "10㎡|は|"},
                                                        {"カ\uFF9E", "カ\uFF9E|"},
                                                        {"ﬁ\u0301x y", "ﬁ\u0301x|y|"}}) {
    std::string joined;
    tokenizer.Cut(text, "", [&](const Token& token) {
      joined += text.substr(token.start, token.end - token.start) + "|";
      return true;
    });
    EXPECT_EQ(joined, words);
  }
}

// Whatever a text is made of, its words stand within it, one behind the other, between letters.
TEST(Tokenizer, StaysWithinTheText) {
  std::mt19937 random(5);
  const std::u32string favourites = U"a1 é\u0301ｺﾞﾟカ₂²Ⅷ㎡㍿⼈ﬁﷺ½№ำ中\u200Bﾡﾢ\U0001D407";
  Tokenizer tokenizer;
  for (int round = 0; round < 20'000; ++round) {
    std::u32string letters;
    for (std::size_t i = random() % 12; i > 0; --i) letters += favourites[random() % favourites.size()];
    std::string text;
    icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(letters.data()),
                                  static_cast<std::int32_t>(letters.size()))
        .toUTF8String(text);
    std::size_t before = 0;
    tokenizer.Cut(text, "", [&](const Token& token) {
      const auto between = [&](std::size_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
      };
      EXPECT_LT(token.start, token.end) << text;
      EXPECT_LE(before, token.start) << text;
      EXPECT_LE(token.end, text.size()) << text;
      EXPECT_TRUE(between(token.start) && between(token.end)) << text;
      before = token.start;
      return true;
    });
  }
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
