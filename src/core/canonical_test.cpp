// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What becomes of characters and bytes at the door, by examples and by a slow second look at random bytes.
#include "core/canonical.h"

#include <gtest/gtest.h>
#include <unicode/utf8.h>

#include <random>

namespace commonground::core {
namespace {

using Kind = TextFault::Kind;

TEST(MakeCanonical, KeepsWhatIsCanonical) {
  for (const char* text : {"", "plain\n\ttext", "Caf\xC3\xA9", "\xD8\xA7\xE2\x80\x8C\xD8\xA8", "\xD7\xA9\xE2\x80\x8F!",
                           "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xA7", "\xEF\xBF\xBD"}) {
    const CanonicalText made = MakeCanonical(text);
    EXPECT_TRUE(made.same()) << text;
    EXPECT_EQ(made.text, text);
  }
}

TEST(MakeCanonical, TakesOutWhatSteersWhoShowsIt) {
  const auto text = [](std::string bytes) { return MakeCanonical(std::move(bytes)).text; };
  EXPECT_EQ(text("a\x1b[2Jb"), "a[2Jb");
  EXPECT_EQ(text("a\xC2\x9b\x32Jb"), "a2Jb");
  EXPECT_EQ(text("\xE2\x80\xAE"
                 "abc\xE2\x80\xAC \xE2\x81\xA6x\xE2\x81\xA9"),
            "abc x");
  EXPECT_EQ(text("a\x07\x08\x7f"), "a");
  EXPECT_EQ(text("\xEF\xBB\xBF"
                 "a\xEF\xBB\xBF"
                 "b"),
            "ab");
  EXPECT_EQ(text("a\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xB7\x90\xF0\x9F\xBF\xBE"
                 "b"),
            "ab");
  EXPECT_EQ(text("e\xE2\x80\xAE\xCC\x81"), "\xC3\xA9") << "what stood on both sides composes";
}

TEST(MakeCanonical, EndsLinesWithLf) {
  EXPECT_EQ(MakeCanonical("a\r\nb\x0B"
                          "c\x0C"
                          "d\xC2\x85"
                          "e\xE2\x80\xA8"
                          "f\xE2\x80\xA9g")
                .text,
            "a\nb\nc\nd\ne\nf\ng");
}

TEST(MakeCanonical, SaysWhatIsNoText) {
  const auto kind = [](std::string bytes) { return MakeCanonical(std::move(bytes)).fault->kind; };
  EXPECT_EQ(kind("a\rb"), Kind::kLoneCr);
  EXPECT_EQ(kind("a\r"), Kind::kLoneCr);
  EXPECT_EQ(kind(std::string("a\0", 2)), Kind::kNul);
  EXPECT_EQ(kind("a\xff"), Kind::kNotUtf8);
  EXPECT_EQ(kind("\xED\xA0\x80"), Kind::kNotUtf8) << "a surrogate";
  EXPECT_EQ(kind("\xC0\xAF"), Kind::kNotUtf8) << "overlong";
  EXPECT_EQ(kind("\xFF\xFE"
                 "a"),
            Kind::kUtf16);
  EXPECT_EQ(MakeCanonical("ab\xff").fault->offset, 2U);
}

TEST(ForceCanonical, GivesCanonicalTextForAnyBytes) {
  std::mt19937 random(7);
  const std::string_view favourites = "\r\n\x1b\t a\xE2\x80\xAE\xAC\xC2\x85\x9b\xCC\x81\xEF\xBB\xBF\xED\xA0";
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (std::size_t i = random() % 12; i > 0; --i) {
      bytes += random() % 4 == 0 ? static_cast<char>(random()) : favourites[random() % favourites.size()];
    }
    const std::string text = ForceCanonical(bytes);
    const CanonicalText again = MakeCanonical(text);
    ASSERT_TRUE(again.same()) << round;
    ASSERT_EQ(again.text, text);
    if (const CanonicalText made = MakeCanonical(bytes); !made.fault) {
      ASSERT_EQ(made.text, text) << round;
    }
    const std::string line = OneLine(text);
    ASSERT_EQ(line.find_first_of("\n\t"), std::string::npos);
    ASSERT_EQ(OneLine(line), line);
    ASSERT_TRUE(MakeCanonical(line).same());
  }
}

TEST(OneLine, PutsASpaceForALineEnd) {
  EXPECT_EQ(OneLine("a\nb"), "a b");
  EXPECT_EQ(OneLine("a \n\n b\n"), "a b");
  EXPECT_EQ(OneLine("\na"), "a");
  EXPECT_EQ(OneLine("a\tb"), "a b");
}

}  // namespace
}  // namespace commonground::core
