// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Quotes are found where they are, and nowhere else.

#include "coding/anchoring/find_quote.h"

#include <gmock/gmock.h>

#include <random>

namespace commonground::coding {
namespace {

struct Found {
  QuoteMatch is;
  std::string words;
  friend bool operator==(const Found&, const Found&) = default;
  friend void PrintTo(const Found& found, std::ostream* out) {
    *out << static_cast<int>(found.is) << " [" << found.words << "]";
  }
};

Found Look(const std::string& text, std::string_view quote) {
  const FoundQuote found = FindQuote(text, quote);
  const core::TextIndex index(text);
  return {found.is, std::string(index.Slice(found.range).value_or("outside"))};
}

const std::string kText =
    "The police took the condoms.\n\nOutreach workers said: “We can’t carry them – it’s evi-\ndence.” The new rule "
    "ended that… for\na while. The ﬁrst year was well-\nknown.\n\nНас «не видят», говорят "
    "они.\n\n警察没收\n了安全套。\n";

TEST(FindQuote, LetterByLetter) {
  EXPECT_EQ(Look(kText, "took the condoms"), (Found{QuoteMatch::kExact, "took the condoms"}));
  EXPECT_EQ(Look(kText, "  took the condoms\n"), (Found{QuoteMatch::kExact, "took the condoms"}));
  EXPECT_EQ(FindQuote("😀 закон", "закон").range, (core::TextRange{2, 7}));
}

TEST(FindQuote, InOtherMarksAndSpaces) {
  EXPECT_EQ(Look(kText, "\"We can't carry them - it's evidence.\""),
            (Found{QuoteMatch::kNormalised, "“We can’t carry them – it’s evi-\ndence.”"}));
  EXPECT_EQ(Look(kText, "ended that... for a while."), (Found{QuoteMatch::kNormalised, "ended that… for\na while."}));
  EXPECT_EQ(Look(kText, "The first  year was well-known"),
            (Found{QuoteMatch::kNormalised, "The ﬁrst year was well-\nknown"}));
  EXPECT_EQ(Look(kText, "Нас \"не видят\", говорят они."),
            (Found{QuoteMatch::kNormalised, "Нас «не видят», говорят они."}));
  EXPECT_EQ(Look(kText, "警察没收了安全套"), (Found{QuoteMatch::kNormalised, "警察没收\n了安全套"}));
  EXPECT_EQ(FindQuote(kText, "警察没收了安全套").likeness, 1);
}

TEST(FindQuote, TakesAQuoteOfAnotherUnicodeForm) {
  EXPECT_EQ(Look("Le café fermé.", "cafe\u0301 ferme\u0301"), (Found{QuoteMatch::kExact, "café fermé"}));
}

TEST(FindQuote, WithLettersChanged) {
  const FoundQuote found = FindQuote(kText, "The police tok the condom");
  EXPECT_EQ(found.is, QuoteMatch::kFuzzy);
  EXPECT_EQ(found.range, (core::TextRange{0, 27}));  // to the end of the word
  EXPECT_NEAR(found.likeness, 1 - 2.0 / 21, 1e-9);   // 21 letters without spaces
}

TEST(FindQuote, DoesNotGuessBetweenTwoPlaces) {
  EXPECT_EQ(Look("They left. They left.", "They left."), (Found{QuoteMatch::kAmbiguous, ""}));
  EXPECT_EQ(Look("They  left. They\nleft.", "They left."), (Found{QuoteMatch::kAmbiguous, ""}));
  EXPECT_EQ(Look("Then they left the house. And they left the hoose.", "tbey left the horse"),
            (Found{QuoteMatch::kAmbiguous, ""}));
}

TEST(FindQuote, DoesNotFindWordsInsideOthersWhenItLeavesSpacesOut) {
  EXPECT_EQ(Look("It was now here.", "nowhere"), (Found{QuoteMatch::kNormalised, "now here"}));
  EXPECT_EQ(Look("The plan owhere.", "now"), (Found{QuoteMatch::kNotFound, ""}));
}

TEST(FindQuote, IsNowhereWhenItIsNotThere) {
  for (const std::string_view quote :
       {"", " ", "—", "\"…\"", "\u00AD", "nurses were paid by the city", "polise", "医院"}) {
    EXPECT_EQ(Look(kText, quote), (Found{QuoteMatch::kNotFound, ""})) << quote;
  }
  EXPECT_EQ(Look("", "police"), (Found{QuoteMatch::kNotFound, ""}));
}

// A passage of a text, with its spaces and marks written otherwise, is found where it was, unless it is there twice.
TEST(FindQuoteSlow, FindsEveryPassageWrittenOtherwise) {
  const std::vector<std::string> words{"police",     "centre", "закон",   "“said”", "it’s",
                                       "well-known", "警察",   "условие", "art"};
  std::mt19937 random(9);
  int once = 0;
  for (int i = 0; i < 5'000; ++i) {
    std::vector<std::string> text_words;
    for (int n = 0; n < 25; ++n) text_words.push_back(words[random() % words.size()] + std::to_string(random() % 40));
    std::string text;
    for (const std::string& word : text_words) text += word + (random() % 5 == 0 ? "\n" : " ");
    const std::size_t from = random() % text_words.size();
    const std::size_t count = 1 + random() % (text_words.size() - from);
    std::string quote;
    std::string in_text;
    for (std::size_t k = from; k < from + count; ++k) {
      std::string word = text_words[k];
      for (const auto& [was, is] : {std::pair{"“", "\""}, {"”", "«"}, {"’", "'"}, {"-", "‐\n"}}) {
        if (const std::size_t at = word.find(was); at != std::string::npos && random() % 2 == 0) {
          word.replace(at, std::string_view(was).size(), is);
        }
      }
      quote += word + (random() % 3 == 0 ? "  " : " ");
    }
    const FoundQuote found = FindQuote(text, quote);
    ASSERT_NE(found.is, QuoteMatch::kNotFound) << text << "\n" << quote;
    if (found.is == QuoteMatch::kAmbiguous) continue;
    ASSERT_NE(found.is, QuoteMatch::kFuzzy) << text << "\n" << quote;
    ++once;
    std::string expected;
    for (std::size_t k = from; k < from + count; ++k) expected += text_words[k] + " ";
    std::string is(*core::TextIndex(text).Slice(found.range));
    std::ranges::replace(is, '\n', ' ');
    ASSERT_EQ(is + " ", expected);
  }
  EXPECT_GT(once, 3'000);
}

}  // namespace
}  // namespace commonground::coding
