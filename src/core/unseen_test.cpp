// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What goes and what stays of labels, by examples of scripts and emoji, and by every character that shows nothing.
#include "core/unseen.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <random>

#include "core/canonical.h"

namespace commonground::core {
namespace {

std::string Utf8(const std::u32string& letters) {
  std::string out;
  return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(letters.data()),
                                       static_cast<std::int32_t>(letters.size()))
      .toUTF8String(out);
}

std::string Without(const std::u32string& letters) {
  return WithoutUnseen(Utf8(letters));
}

TEST(WithoutUnseen, TakesWhatShowsNothingOutOfALabel) {
  for (UChar32 c = 0x80; c <= 0x10FFFF; ++c) {
    if (U_IS_SURROGATE(c) || !u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) continue;
    const auto one = static_cast<char32_t>(c);
    ASSERT_EQ(Without({U'a', one, U'b'}), "ab") << c;
    ASSERT_EQ(Without({one, U'a', one, one}), "a") << c;
    ASSERT_EQ(Without({one}), "") << c;
  }
}

TEST(WithoutUnseen, TakesWordsOutThatAreWrittenInTags) {
  std::u32string label = U"Outreach";
  for (const char c : std::string("the name of a person")) label += 0xE0000 + static_cast<char32_t>(c);
  EXPECT_EQ(Without(label), "Outreach");
  EXPECT_EQ(Without(U"\U000E0001\U000E0065\U000E006EOutreach\U000E007F"), "Outreach");
  std::u32string flag = U"\U0001F3F4";
  for (const char c : std::string("anameofaperson")) flag += 0xE0000 + static_cast<char32_t>(c);
  EXPECT_EQ(Without(flag + U"\U000E007F"), "\U0001F3F4") << "more than a flag says";
  EXPECT_EQ(Without(U"a\U0001F3F4\U000E0067\U000E0062"), "a\U0001F3F4") << "no flag: it does not end";
}

TEST(WithoutUnseen, KeepsWhatChangesItsNeighbours) {
  for (const std::u32string& kept :
       {std::u32string(U"می\u200Cخواهم"),
        std::u32string(U"خانه\u200Cها"),
        std::u32string(U"क्\u200Dष"),
        std::u32string(U"क्\u200Cष"),
        std::u32string(U"ക്\u200D"),
        std::u32string(U"ශ්\u200Dරී"),
        std::u32string(U"র\u200D্য"),
        std::u32string(U"نَ\u200Cما"),
        std::u32string(U"\U0001F469\u200D\U0001F527"),
        std::u32string(U"\U0001F469\U0001F3FD\u200D\u2695\uFE0F"),
        std::u32string(U"\U0001F3F3\uFE0F\u200D\U0001F308"),
        std::u32string(U"\u2764\uFE0F"),
        std::u32string(U"1\uFE0F\u20E3"),
        std::u32string(U"\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F"),
        std::u32string(U"\u845B\U000E0100"),
        std::u32string(U"\u1820\u180B"),
        std::u32string(U"\u1000\uFE00"),
        std::u32string(U"שלום\u200F!"),
        std::u32string(U"\U0001F1F0\U0001F1EA"),
        std::u32string(U"café"),
        std::u32string(U"한국")}) {
    EXPECT_EQ(Without(kept), Utf8(kept));
  }
}

TEST(WithoutUnseen, TakesTheSameOutWhereItChangesNothing) {
  EXPECT_EQ(Without(U"pri\u200Dmo"), "primo");
  EXPECT_EQ(Without(U"پ\u200C"), "پ") << "nothing follows";
  EXPECT_EQ(Without(U"می\u200C\u200Cخواهم"), Utf8(U"می\u200Cخواهم"));
  EXPECT_EQ(Without(U"\U0001F469\u200D"), "\U0001F469");
  EXPECT_EQ(Without(U"\u2764\uFE0F\uFE0F"), "\u2764\uFE0F");
  EXPECT_EQ(Without(U"a\uFE0F 1\uFE0F"), "a 1");
  EXPECT_EQ(Without(U"word\u200E"), "word") << "nothing here is written from the right";
  EXPECT_EQ(Without(U"\u3164"), "");
}

TEST(OneLine, TakesWhatShowsNothingOut) {
  EXPECT_EQ(OneLine(Utf8(U"Out\u200Breach\nwork")), "Outreach work");
  EXPECT_EQ(OneLine(Utf8(U"\u200B")), "");
  EXPECT_EQ(OneLine(Utf8(U"a \u2060\nb")), "a b");
}

TEST(WithoutUnseen, IsTheSameWhenDoneTwice) {
  std::mt19937 random(11);
  const std::u32string favourites =
      U"a1 \n\u200B\u200C\u200D\u200E\u200F\u00AD\uFE0E\uFE0F\u20E3\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E007F"
      U"\u0645\u06CC\u064E\u0915\u094D\u1820\u180B\u845B\U000E0100\U0001F469\U0001F3FD\U0001F527\u05E9\u3164e\u0301"
      U"\u034F";
  for (int round = 0; round < 50'000; ++round) {
    std::u32string letters;
    for (std::size_t i = random() % 12; i > 0; --i) letters += favourites[random() % favourites.size()];
    const std::string once = OneLine(ForceCanonical(Utf8(letters)));
    ASSERT_EQ(OneLine(once), once) << round;
    ASSERT_TRUE(MakeCanonical(once).same()) << round;
  }
}

}  // namespace
}  // namespace commonground::core
