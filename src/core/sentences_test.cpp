// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests where sentences end, in several languages.

#include "core/sentences.h"

#include <gmock/gmock.h>

#include <random>

#include "core/paragraphs.h"

namespace commonground::core {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Words(std::string_view text, const std::vector<TextRange>& ranges) {
  const core::TextIndex index(text);
  std::vector<std::string> words;
  for (const TextRange& range : ranges) words.emplace_back(index.Slice(range).value_or("outside"));
  return words;
}

std::vector<std::string> Cut(const std::string& text, std::string_view language) {
  return Words(text, Sentences(text, language));
}

TEST(Paragraphs, StandBetweenBlankLines) {
  const std::string text = "\n\n# Title\n\nOne line\nand another.\n \t\nЗакон.  \n\n\n";
  EXPECT_THAT(Words(text, Paragraphs(text)), ElementsAre("# Title", "One line\nand another.", "Закон."));
  EXPECT_THAT(Paragraphs(" \n\n \n"), IsEmpty());
  EXPECT_THAT(Paragraphs(""), IsEmpty());
}

TEST(Sentences, AreCountedInCodePoints) {
  EXPECT_THAT(Sentences("Да. 😀 Нет.\n\n好。", "ru"), ElementsAre(TextRange{0, 3}, TextRange{4, 10}, TextRange{12, 14}));
}

TEST(Sentences, DoNotEndAfterAnAbbreviationInEnglish) {
  EXPECT_THAT(
      Cut("Dr. Brown met Mr. Green, e.g. Tuesdays. See Art. 5 and No. 12 of St. Mary's. They left.", "en-GB"),
      ElementsAre("Dr. Brown met Mr. Green, e.g. Tuesdays.", "See Art. 5 and No. 12 of St. Mary's.", "They left."));
  EXPECT_THAT(Cut("The answer was No. They left.", "en"), ElementsAre("The answer was No.", "They left."));
  EXPECT_THAT(Cut("Condoms, soap, etc. They had all. It cost 3.50. \"Go!\" she said. Really?! Yes... Well.", "en"),
              ElementsAre("Condoms, soap, etc.", "They had all.", "It cost 3.50.", "\"Go!\" she said.", "Really?!",
                          "Yes...", "Well."));
}

TEST(Sentences, DoNotEndAfterAnInitial) {
  EXPECT_THAT(Cut("A. B. Brown of U.N. Women wrote. It was she and I. Then we left.", "en"),
              ElementsAre("A. B. Brown of U.N. Women wrote.", "It was she and I.", "Then we left."));
  EXPECT_THAT(Cut("Написал А. С. Белый. Потом ушёл.", "ru"), ElementsAre("Написал А. С. Белый.", "Потом ушёл."));
}

TEST(Sentences, DoNotEndAfterAnAbbreviationInFrench) {
  EXPECT_THAT(
      Cut("M. Blanc et Mme. Noir citent l'art. 225 du code. Cf. Annexe. Ils ont gagné ! Et après ?", "fr"),
      ElementsAre("M. Blanc et Mme. Noir citent l'art. 225 du code.", "Cf. Annexe.", "Ils ont gagné !", "Et après ?"));
  EXPECT_THAT(Cut("« Venez ! » dit-elle. « Entrez ! » Elle sourit.", "fr"),
              ElementsAre("« Venez ! » dit-elle.", "« Entrez ! »", "Elle sourit."));
}

TEST(Sentences, DoNotEndAfterAnAbbreviationInSpanish) {
  EXPECT_THAT(
      Cut("El Sr. Blanco y la Dra. Rojo, p. ej. Ana, citan el art. 5. ¿Por qué? ¡Porque sí! En EE. UU. Nada.", "es-MX"),
      ElementsAre("El Sr. Blanco y la Dra. Rojo, p. ej. Ana, citan el art. 5.", "¿Por qué?", "¡Porque sí!",
                  "En EE. UU. Nada."));
}

TEST(Sentences, DoNotEndAfterAnAbbreviationInRussian) {
  EXPECT_THAT(
      Cut("В 2019 г. Москва изменила ст. 6 закона, т. е. Кодекса. Офис на ул. Ленина, т.е. Центр. Всё.", "ru"),
      ElementsAre("В 2019 г. Москва изменила ст. 6 закона, т. е. Кодекса.", "Офис на ул. Ленина, т.е. Центр.", "Всё."));
}

TEST(Sentences, DoNotEndAfterAnAbbreviationInGerman) {
  EXPECT_THAT(Cut("Siehe Nr. 5 von Dr. Braun, z. B. Berlin. Ende.", "de"),
              ElementsAre("Siehe Nr. 5 von Dr. Braun, z. B. Berlin.", "Ende."));
}

TEST(Sentences, AbbreviationsAreThoseOfTheLanguage) {
  EXPECT_THAT(Cut("El Sr. Blanco.", "fr"), ElementsAre("El Sr.", "Blanco."));
  EXPECT_THAT(Cut("El Sr. Blanco.", ""), ElementsAre("El Sr.", "Blanco."));
}

TEST(Sentences, AnAbbreviationIsAWordOfItsOwn) {
  EXPECT_THAT(Cut("It was the best. Mary left.", "en"), ElementsAre("It was the best.", "Mary left."));
  EXPECT_THAT(Cut("Это был друг. Потом ушёл.", "ru"), ElementsAre("Это был друг.", "Потом ушёл."));
}

TEST(Sentences, KeepChineseQuotationMarksWithWhatTheyOpen) {
  EXPECT_THAT(Cut("我们来了。他走了！“你好。”她说。是吗？好", "zh"),
              ElementsAre("我们来了。", "他走了！", "“你好。”", "她说。", "是吗？", "好"));
}

TEST(Sentences, CutThaiAtSpacesBetweenThaiLetters) {
  EXPECT_THAT(Cut("เราเปิดศูนย์พักพิงในซอยเงียบ ๆ ใกล้ตลาด ตำรวจมาเมื่อปี 2562 และยึดถุงยางอนามัย หลังจากนั้นเราคุยกัน", "th"),
              ElementsAre("เราเปิดศูนย์พักพิงในซอยเงียบ ๆ ใกล้ตลาด", "ตำรวจมาเมื่อปี 2562 และยึดถุงยางอนามัย", "หลังจากนั้นเราคุยกัน"));
  EXPECT_THAT(Cut("นาย สมชาย มาเยี่ยมศูนย์ของเรา ดี", "th"), ElementsAre("นาย สมชาย มาเยี่ยมศูนย์ของเรา ดี"));
}

TEST(Sentences, KeepThaiThingsInARowTogether) {
  const std::string things = "ไม่มีองค์กร บุคคล หรือสถานที่ใดในบันทึกนี้อยู่จริง";
  EXPECT_THAT(Cut(things, "th"), ElementsAre(things));
}

TEST(Sentences, CutBurmeseAtItsFullStop) {
  EXPECT_THAT(Cut("ကျွန်ုပ်တို့ ဌာနကို ဖွင့်ခဲ့သည်။ ရဲများ၊ ဆရာဝန်များ လာသည်။ပြန်သွားသည်။", "my"),
              ElementsAre("ကျွန်ုပ်တို့ ဌာနကို ဖွင့်ခဲ့သည်။", "ရဲများ၊ ဆရာဝန်များ လာသည်။", "ပြန်သွားသည်။"));
}

TEST(Sentences, GoOnOverALineEndButNotIntoTheNextItem) {
  EXPECT_THAT(Cut("The law\nchanged. It\nhelped:\n- condoms\n- soap. And\n  towels\n1. First\n2. Second. Third", "en"),
              ElementsAre("The law\nchanged.", "It\nhelped:", "- condoms", "- soap.", "And\n  towels", "1. First",
                          "2. Second.", "Third"));
  EXPECT_THAT(Cut("# Title\nText begins.\n> They said", "en"), ElementsAre("# Title", "Text begins.", "> They said"));
}

TEST(Sentences, MarksWithoutWordsAreNoSentence) {
  EXPECT_THAT(Cut("Yes. ... !!! ?", "en"), ElementsAre("Yes. ... !!! ?"));
  EXPECT_THAT(Cut("! ? ... Yes.", "en"), ElementsAre("! ? ... Yes."));
  EXPECT_THAT(Cut(" \n\n ", "en"), IsEmpty());
}

TEST(Sentences, ALanguageThatIsNoneIsReadByTheCommonRules) {
  EXPECT_THAT(Cut("One. Two.", "not a language"), ElementsAre("One.", "Two."));
}

TEST(Sentences, ReadAMillionMarksOnce) {  // hangs if the time grows with the square
  std::string marks;
  for (int i = 0; i < 500'000; ++i) marks += "! ";
  EXPECT_THAT(Sentences(marks + "a", "en"), testing::SizeIs(1));
  EXPECT_THAT(Sentences("a" + marks, "en"), testing::SizeIs(1));
  EXPECT_THAT(Sentences(std::string(1'000'000, '\n') + "a" + std::string(1'000'000, ' '), "en"), testing::SizeIs(1));
}

// Whatever the text: in order, apart, nothing but white space between them, and within one paragraph each.
TEST(SentencesSlow, CoverEveryLetterOnceInAnyText) {
  const std::vector<std::string> pieces{"a",  "B.", "Dr. ", "г. ", "Я",   "好", "。",  "“", "”", "« ", " »", "! ",
                                        "? ", "\n", "\n\n", " ",   "ไทย", "ๆ",  "မြန်", "။", "😀", "5",  "- ", "1. "};
  std::mt19937 random(5);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (std::size_t n = random() % 40; n > 0; --n) text += pieces[random() % pieces.size()];
    const core::TextIndex index(text);
    const auto check = [&](const std::vector<TextRange>& ranges) {
      std::int64_t at = 0;
      for (const TextRange& range : ranges) {
        ASSERT_GE(range.start, at) << text;
        ASSERT_GT(range.end, range.start) << text;
        const auto between = index.Slice({at, range.start});
        ASSERT_EQ(between->find_first_not_of(" \n"), std::string_view::npos) << text;
        const auto words = *index.Slice(range);
        ASSERT_EQ(words.find_first_of(" \n"), words.find_first_of(" \n", 1)) << text;
        at = range.end;
      }
      const auto rest = index.Slice({at, index.length()});
      ASSERT_EQ(rest->find_first_not_of(" \n"), std::string_view::npos) << text;
    };
    const auto paragraphs = Paragraphs(text);
    check(paragraphs);
    for (const std::string language : {"en", "fr", "ru", "zh", "th", "my"}) {
      const auto sentences = Sentences(text, language);
      check(sentences);
      std::size_t in = 0;
      for (const TextRange& sentence : sentences) {
        while (in < paragraphs.size() && paragraphs[in].end <= sentence.start) ++in;
        ASSERT_LT(in, paragraphs.size());
        ASSERT_GE(sentence.start, paragraphs[in].start);
        ASSERT_LE(sentence.end, paragraphs[in].end) << text;
      }
    }
  }
}

}  // namespace
}  // namespace commonground::core
