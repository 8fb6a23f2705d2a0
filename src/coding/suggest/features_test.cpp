// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Features of passages are the same for the same text.

#include "coding/suggest/features.h"

#include <gmock/gmock.h>

#include <array>

#include <cmath>

namespace commonground::coding {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// What a text's features look like in it.
std::vector<std::string> Seen(const Features& features, const std::string& text, const std::string& language) {
  std::vector<std::string> seen;
  for (const auto& place : features.PlacesIn({text, language}))
    seen.push_back(text.substr(place.start, place.end - place.start));
  return seen;
}

TEST(Features, AreWordsAndPairsThatStandInTwoPassages) {
  const std::vector<Passage> passages{{"Police raids, at night", "en"}, {"A police raid", "en"}, {"nights", "en"}};
  const Features features(passages);
  EXPECT_EQ(features.size(), 4U);  // police, raid, night, police raid
  EXPECT_THAT(Seen(features, "The police RAIDED it", "en"), ElementsAre("police", "RAIDED", "police RAIDED"));
  EXPECT_THAT(Seen(features, "police raid", "fr"), IsEmpty()) << "no passage is in French";
}

// tf 1 everywhere, N = 3.  police, raid: df 2; the pair: df 2; night: df 2.  All weigh 1 + ln(4/3): a passage of three
// of them has 1 / sqrt(3) each.
TEST(Features, WeighWordsAsTheFormulaSays) {
  const std::vector<Passage> passages{{"police raid", "en"}, {"police raid night", "en"}, {"night night", "en"}};
  const Features features(passages);
  const Features::Row first = features.Of(0);
  ASSERT_EQ(first.size, 3U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(first.weights[i], 1 / std::sqrt(3.0), 1e-6);
  const Features::Row last = features.Of(2);
  ASSERT_EQ(last.size, 1U);
  EXPECT_NEAR(last.weights[0], 1, 1e-6);
}

TEST(Features, WeighOftenAndRareMore) {
  // police: tf 2, df 2 of 4; night: tf 1, df 4 of 4.
  const std::vector<Passage> passages{
      {"police night police", "en"}, {"police night", "en"}, {"night", "en"}, {"night", "en"}};
  const Features features(passages);
  const Features::Row row = features.Of(0);
  ASSERT_EQ(row.size, 3U);  // police, police night, night
  const double police = (1 + std::log(2.0)) * (1 + std::log(5.0 / 3.0));
  const double night = 1;
  EXPECT_NEAR(row.weights[0] / row.weights[1], police / night, 1e-5);
  EXPECT_NEAR(row.weights[2] / row.weights[1], 1 + std::log(5.0 / 3.0), 1e-5);
}

TEST(Features, PairNoWordsAcrossPunctuation) {
  const std::vector<Passage> passages{
      {"drop-in. Police", "en"}, {"drop-in, police", "en"}, {"l\u2019accès", "fr"}, {"l'acces", "fr"}};
  const Features features(passages);
  EXPECT_THAT(Seen(features, "drop-in police", "en"), ElementsAre("drop", "in", "drop-in", "police"));
  EXPECT_THAT(Seen(features, "l'accès", "fr"), ElementsAre("l", "accès", "l'accès"));
}

TEST(Features, KeepLanguagesApart) {
  const std::vector<Passage> passages{{"pain", "en"}, {"pain", "fr"}, {"pain", "en-GB"}, {"le pain", "fr"}};
  const Features features(passages);
  EXPECT_EQ(features.size(), 2U);
  EXPECT_EQ(features.Of(0).features[0], features.Of(2).features[0]);
  EXPECT_NE(features.Of(0).features[0], features.Of(1).features[0]);
}

// One word of each language, in two forms, is one feature where the language has forms; scripts without spaces are cut.
TEST(Features, SeeWordsOfSevenLanguages) {
  const std::vector<std::array<std::string, 4>> kCases{
      {"en", "raids", "raided", "raids"},
      {"fr", "organisations féministes", "une organisation", "organisations"},
      {"es", "las trabajadoras", "una trabajadora", "trabajadoras"},
      {"ru", "организации", "нашей организацией", "организации"},
      {"zh", "警察没收了安全套", "安全套", "安全套"},
      {"th", "พนักงานบริการทางเพศ", "บริการ", "บริการ"},
      {"my", "လုပ်သား", "လုပ်သား", "လုပ်သား"}};
  for (const auto& [language, one, other, shown] : kCases) {
    const std::vector<Passage> passages{{one, language}, {other, language}};
    const std::vector<std::string> seen = Seen(Features(passages), one, language);
    std::string joined;
    for (const std::string& word : seen) joined += "|" + word;
    EXPECT_THAT(joined, testing::HasSubstr(shown)) << language;
  }
}

TEST(Features, OfNothingAreNone) {
  EXPECT_EQ(Features({}).passages(), 0U);
  const std::vector<Passage> passages{{"", "en"}, {"...", ""}};
  const Features features(passages);
  EXPECT_EQ(features.Of(0).size + features.Of(1).size, 0U);
}

}  // namespace
}  // namespace commonground::coding
