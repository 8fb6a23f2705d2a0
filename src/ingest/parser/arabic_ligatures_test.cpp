// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A text is drawn with fonts made here, of many widths, and has to be read as it was written.
#include "ingest/parser/arabic_ligatures.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <random>

namespace commonground::ingest::parser {
namespace {

const std::vector<std::u16string> kWords{
    u"الطلاب",   u"لا",      u"يدخلون", u"المكان",   u"إلا",    u"بعد",    u"السلام", u"والاشتراك", u"في",   u"الجمعية",
    u"لأن",      u"الأعضاء", u"خلال",   u"الأيام",   u"الأولى", u"لاحظوا", u"إطالة",  u"قال",       u"لي",   u"لأجل",
    u"بالإضافة", u"إلى",     u"الآن",   u"والآخرون", u"ألا",    u"ترى",    u"بلا",    u"كلا",       u"علاج", u"أولاد",
    u"ثلاثة",    u"آلاف",    u"سألت",   u"مسألة",    u"رسالة",  u"مالك",   u"عالم",   u"سالم",      u"مال",  u"حال",
    u"دليل",     u"قليل",    u"ليلى",   u"على",      u"سأل",    u"رأس",    u"قرأ",    u"إن",        u"آمن",  u"فأس",
    u"بإذن",     u"مآل",     u"مكافآت", u"قول",      u"ملجأ",   u"ليس",    u"بلى",    u"لقب"};

// What stands together in the font as one shape; the letters of all others stand alone.
struct Font {
  std::vector<std::u16string> shapes;
  std::map<std::pair<char16_t, int>, double> widths;
  std::map<std::u16string, double> shape_widths;
  int different;  // widths there are: 1 is a font of one width
  std::mt19937 random;

  double WidthOf(char16_t c, int form) {
    auto [at, isNew] = widths.try_emplace({c, form}, 0);
    if (isNew) at->second = Draw();
    return at->second;
  }
  double Draw() { return 0.3 + 0.05 * static_cast<double>(random() % static_cast<unsigned>(different)); }
};

bool Next(char16_t c) {
  return u_getIntPropertyValue(c, UCHAR_JOINING_TYPE) == U_JT_DUAL_JOINING;
}
bool Before(char16_t c) {
  return Next(c) || u_getIntPropertyValue(c, UCHAR_JOINING_TYPE) == U_JT_RIGHT_JOINING;
}

// As poppler gives it: shapes from the right to the left, the letters of a shape as they are read.
DrawnWord Draw(const std::u16string& word, Font& font) {
  DrawnWord drawn;
  for (std::size_t at = 0; at < word.size();) {
    std::u16string shape(1, word[at]);
    for (const std::u16string& one : font.shapes) {
      if (word.compare(at, one.size(), one) == 0) shape = one;
    }
    double width = 0;
    if (shape.size() == 1) {
      const bool before = at > 0 && Next(word[at - 1]) && Before(word[at]);
      const bool after = at + 1 < word.size() && Next(word[at]) && Before(word[at + 1]);
      width = font.WidthOf(word[at], (before ? 1 : 0) + (after ? 2 : 0));
    } else {
      auto [found, is_new] = font.shape_widths.try_emplace(shape, 0);
      if (is_new) found->second = 0.021 + font.Draw() / static_cast<double>(shape.size());
      width = found->second;
    }
    drawn.text.insert(0, shape);
    drawn.widths.insert(drawn.widths.begin(), shape.size(), width);
    at += shape.size();
  }
  return drawn;
}

std::vector<std::u16string> Read(const std::vector<std::u16string>& words, Font& font) {
  std::vector<DrawnWord> drawn;
  for (const std::u16string& word : words) drawn.push_back(Draw(word, font));
  TurnLigatures(drawn);
  std::vector<std::u16string> read;
  for (DrawnWord& word : drawn) read.emplace_back(word.text.rbegin(), word.text.rend());
  return read;
}

std::string InUtf8(const std::u16string& word) {
  std::string shown;
  icu::UnicodeString(word.data(), static_cast<std::int32_t>(word.size())).toUTF8String(shown);
  return shown;
}

const std::vector<std::u16string> kLamAlef{u"لا", u"لأ", u"لإ", u"لآ"};
const std::vector<std::u16string> kAll{u"لا", u"لأ", u"لإ", u"لآ", u"لى", u"لي"};

TEST(ArabicLigatures, AreReadAsTheyWereWrittenInAnyFont) {
  for (const int different : {1, 2, 3, 8, 40}) {
    for (const auto& shapes : {std::vector<std::u16string>{}, kLamAlef, kAll}) {
      for (unsigned seed = 0; seed < 60; ++seed) {
        Font font{shapes, {}, {}, different, std::mt19937(seed)};
        const auto read = Read(kWords, font);
        for (std::size_t i = 0; i < kWords.size(); ++i) {
          EXPECT_EQ(InUtf8(read[i]), InUtf8(kWords[i]))
              << different << " widths, " << shapes.size() << " shapes, " << seed;
        }
      }
    }
  }
}

TEST(ArabicLigatures, AreReadByHabitWhereAWordStandsAlone) {
  for (const char16_t* word : {u"السلام", u"المكان", u"والطلب", u"خلاف"}) {
    Font narrow{kLamAlef, {}, {}, 1, std::mt19937(1)};
    EXPECT_EQ(Read({word}, narrow), std::vector<std::u16string>{word});
  }
  const std::u16string god = u"الله";
  for (const auto& shapes : {std::vector<std::u16string>{god}, std::vector<std::u16string>{u"لله"}}) {
    Font font{shapes, {}, {}, 8, std::mt19937(1)};
    EXPECT_EQ(Read({god}, font), std::vector<std::u16string>{god});
  }
}

TEST(ArabicLigatures, OfOtherFontsTellNothing) {
  std::vector<DrawnWord> words{
      {u"\u0644\u0627", {0.5, 0.5}, "One"}, {u"\u0627", {0.5}, "Two"}, {u"\u0644", {0.5}, "Two"}};
  TurnLigatures(words);
  EXPECT_EQ(words[0].text, u"\u0627\u0644");
}

TEST(ArabicLigatures, LeaveOtherWritingAlone) {
  std::vector<DrawnWord> words{{u"clinic", std::vector<double>(6, 0.5), "One"}, {u"", {}, "One"}, {u"ل", {0.5}, "One"}};
  TurnLigatures(words);
  EXPECT_EQ(words[0].text, u"clinic");
}

}  // namespace
}  // namespace commonground::ingest::parser
