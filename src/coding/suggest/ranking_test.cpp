// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Rankings are stable and explained.

#include "coding/suggest/ranking.h"

#include <gmock/gmock.h>

#include "coding/suggest/random_passages_testutil.h"

namespace commonground::coding {
namespace {

using testing::ElementsAre;

TEST(Ranked, PutsTheHighestFirstAndLeavesOutWhatIsKnown) {
  const std::vector<double> scores{-1, 2, 0, 2, -0.0, -3};
  std::vector<Label> labels(6, Label::kUnknown);
  labels[5] = Label::kRelevant;
  EXPECT_THAT(Ranked(scores, labels), ElementsAre(1, 3, 2, 4, 0));
}

TEST(PresumedNotRelevant, FillUpWhatPeopleHaveNotRefused) {
  std::vector<Label> labels(50, Label::kUnknown);
  labels[3] = Label::kNotRelevant;
  labels[4] = Label::kRelevant;
  const auto presumed = PresumedNotRelevant(labels, 10, 1);
  EXPECT_EQ(presumed.size(), 9U);
  for (const auto passage : presumed) EXPECT_EQ(labels[passage], Label::kUnknown);
  EXPECT_EQ(presumed, PresumedNotRelevant(labels, 10, 1));
  EXPECT_EQ(PresumedNotRelevant(labels, 1, 1).size(), 0U);
  EXPECT_EQ(PresumedNotRelevant(labels, 1000, 1).size(), 48U);
}

TEST(WeightyWords, StandAsTheyDoInThePassage) {
  const std::vector<std::string> texts{"The police raided the drop-in centre.", "Police raids closed it.",
                                       "We grow a garden.", "Gardens and a centre.",
                                       "Then the POLICE raided our garden."};
  std::vector<Passage> passages;
  for (const std::string& text : texts) passages.push_back({text, "en"});
  const Features features(passages);
  for (const auto method : {model::SuggestionMethod::kNaiveBayes, model::SuggestionMethod::kLinearSvm}) {
    const auto learner = MakeLearner(method, features, 1);
    learner->Learn(0, Label::kRelevant);
    learner->Learn(1, Label::kRelevant);
    learner->Learn(2, Label::kNotRelevant);
    learner->Learn(3, Label::kNotRelevant);
    static_cast<void>(learner->Scores());
    const auto words = WeightyWords(features, *learner, 4, passages[4], 3);
    ASSERT_FALSE(words.empty());
    std::string all;
    for (const auto& word : words) {
      all += word.text + "|";
      EXPECT_GT(word.weight, 0);
      EXPECT_EQ(
          texts[4].substr(static_cast<std::size_t>(word.range.start), static_cast<std::size_t>(word.range.length())),
          word.text);
    }
    EXPECT_THAT(all, testing::AnyOf(testing::HasSubstr("POLICE raided"), testing::HasSubstr("POLICE")));
    EXPECT_THAT(all, testing::Not(testing::HasSubstr("garden")));
  }
}

TEST(Learners, FindWhatTheyWereTaughtFirst) {
  const RandomPassages set(400, 9);
  const Features features(set.passages());
  for (const auto method : {model::SuggestionMethod::kNaiveBayes, model::SuggestionMethod::kLinearSvm}) {
    const auto learner = MakeLearner(method, features, 1);
    std::vector<Label> labels(400, Label::kUnknown);
    for (std::size_t i = 0; i < 100; ++i) {
      labels[i] = set.truth[i];
      learner->Learn(i, labels[i]);
    }
    const auto ranked = Ranked(learner->Scores(), labels);
    int relevant = 0;
    for (std::size_t i = 0; i < 30; ++i) relevant += set.truth[ranked[i]] == Label::kRelevant ? 1 : 0;
    EXPECT_GE(relevant, 25);
  }
}

}  // namespace
}  // namespace commonground::coding
