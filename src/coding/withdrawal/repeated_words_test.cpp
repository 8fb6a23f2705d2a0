// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words are found again however they are set; what two people say by chance is not.
#include "coding/withdrawal/repeated_words.h"

#include <gtest/gtest.h>

namespace commonground::coding {
namespace {

std::string Without(const std::string& said, std::string text) {
  RepeatedWords words;
  words.Add(said);
  words.TakeOut(text);
  return text;
}

TEST(RepeatedWords, AreTakenOutAndTheRestStays) {
  EXPECT_EQ(Without("We opened the door at night and nobody came.",
                    "As they told us, \"We opened the door at night and nobody came\": a risk."),
            "As they told us, \"[...]\": a risk.");
}

TEST(RepeatedWords, AreFoundWhateverStandsBetweenTheLetters) {
  const std::string said = "We opened the door at night and nobody came.";
  for (const char* text :
       {"WE OPENED THE DOOR AT NIGHT AND NOBODY", "we opened\nthe door\nat night\nand nobody",
        "we opened -- the door, at night; and nobody", "**we opened** the _door_ at night and nobody",
        "> We opened the\n> door at night\n> and nobody"}) {
    EXPECT_NE(Without(said, text).find("[...]"), std::string::npos) << text;
  }
}

TEST(RepeatedWords, OfFewLettersAreNobodys) {
  EXPECT_EQ(Without("A drop-in centre for all of us.", "A drop-in centre works."), "A drop-in centre works.");
  EXPECT_EQ(Without("", "Nothing."), "Nothing.");
  EXPECT_EQ(Without("Short.", "Short."), "Short.");
}

TEST(RepeatedWords, AreFoundInEveryScript) {
  EXPECT_EQ(Without("Мы открыли дверь ночью и никто не пришёл", "Она сказала: «мы открыли дверь ночью и никто»."),
            "Она сказала: «[...]».");
  EXPECT_EQ(Without("我们在夜里打开了门没有人来", "她说：我们在夜里打开了门。"), "她说：[...]。");
  EXPECT_EQ(Without("فتحنا الباب في الليل ولم يأت أحد", "قالت: فتحنا الباب في الليل ولم يأت أحد"), "قالت: [...]");
}

TEST(RepeatedWords, AreSeveralRunsAndBytesThatAreNoText) {
  EXPECT_EQ(Without("first run of words that is long enough. second run of words that is long enough",
                    "A first run of words that is long B second run of words that is long C\xff"),
            "A [...] B [...] C\xff");
}

}  // namespace
}  // namespace commonground::coding
