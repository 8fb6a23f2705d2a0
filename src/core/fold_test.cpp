// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests which spellings fold to the same letters.

#include "core/fold.h"

#include <gmock/gmock.h>

#include <array>
#include <vector>

namespace commonground::core {
namespace {

TEST(Fold, WritesAlikeWhatIsWrittenInSeveralWays) {
  const std::vector<std::vector<std::string>> kAlike{
      {"oeuvre", "œuvre", "ŒUVRE", "Œuvre"},
      {"aeon", "æon", "ÆON"},
      {"strasse", "straße", "STRASSE", "STRAẞE"},
      {"lodz", "łódź", "ŁÓDŹ"},
      {"duong", "đường", "ĐƯỜNG", "ðuong"},
      {"smor", "smør", "SMØR"},
      {"istanbul", "İstanbul", "ISTANBUL", "ıstanbul"},
      {"dropin", "drop\u00ADin", "drop\u2060in", "drop\u200Din"},
      {"abc12", "ＡＢＣ１２", "ａｂｃ１２"},
      {"елка", "ёлка", "ЁЛКА", "е\u0308лка"},
      {"йод", "ЙОД", "и\u0306од"},
      {"كتاب", "کتاب", "كـتاب", "كِتَاب"},
      {"ايران", "إيران", "أيران", "آيران", "ٱیران", "ایران"},
      {"مدرسه", "مدرسة", "مدرسۀ"},
      {"موسسه", "مؤسسة"},
      {"علي", "على", "علی", "علئ"},
      {"میخواهم", "می\u200Cخواهم", "ميخواهم"},
      {"123", "١٢٣", "۱۲۳", "१२३"},
      {"שלום", "שָׁלוֹם"},
      {"ελλαδα", "Ελλάδα", "ΕΛΛΑΔΑ"},
      {"ɓera", "bera", "Ɓera"},
      {"", "ـ"},
  };
  for (const auto& words : kAlike) {
    for (const std::string& word : words) {
      EXPECT_EQ(Fold(word), Fold(words.front())) << word;
      EXPECT_EQ(Fold(Fold(word)), Fold(word)) << word;
    }
  }
}

TEST(Fold, KeepsWhatMakesAnotherWord) {
  for (const auto& [one, other] : std::vector<std::array<std::string, 2>>{
           {"й", "и"}, {"कि", "की"}, {"กา", "กี"}, {"が", "か"}, {"ш", "щ"}, {"ب", "ت"}, {"l", "1"}}) {
    EXPECT_NE(Fold(one), Fold(other)) << one;
  }
}

TEST(SmallLetters, AreThoseOfTheLanguage) {
  EXPECT_EQ(SmallLetters("KADIN", "tr"), "kadın");
  EXPECT_EQ(SmallLetters("KADIN", "en"), "kadin");
  EXPECT_EQ(SmallLetters("İŞÇİ", "az-Latn"), "işçi");
  EXPECT_EQ(SmallLetters("ORGANIZACIÓN", "es"), "organización");
}

}  // namespace
}  // namespace commonground::core
