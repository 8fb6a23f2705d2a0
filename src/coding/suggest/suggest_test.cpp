// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Suggestions learn from codings and leave out what was refused.

#include "coding/suggest/suggest.h"

#include <gmock/gmock.h>

#include "coding/suggest/random_passages_testutil.h"

namespace commonground::coding {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// docs/methods/suggestions.md: eight invented passages, two coded, two refused.
const std::vector<Passage> kExample{{"Police raided the drop-in centre twice.", "en"},          // coded
                                    {"After the raids by police, clients stayed away.", "en"},  // coded
                                    {"We grow vegetables behind the drop-in centre.", "en"},    // refused
                                    {"The choir meets twice a week.", "en"},                    // refused
                                    {"The choir sings for our clients.", "en"},
                                    {"Officers of the police came, and a raid followed.", "en"},
                                    {"Vegetables are sold at the market.", "en"},
                                    {"Two police officers asked for money at the market.", "en"}};
const std::vector<Label> kLabels{Label::kRelevant, Label::kRelevant, Label::kNotRelevant, Label::kNotRelevant,
                                 Label::kUnknown,  Label::kUnknown,  Label::kUnknown,     Label::kUnknown};

std::string WordsOf(const Suggested& one) {
  std::string all;
  for (const auto& word : one.words) all += (all.empty() ? "" : ", ") + word.text;
  return all;
}

TEST(Suggest, GivesWhatTheDocumentationSays) {
  const std::vector<Label> decisions{Label::kNotRelevant, Label::kNotRelevant};
  const Suggestions suggestions = Suggest({kExample, kLabels, decisions, {}}, {});
  ASSERT_EQ(suggestions.suggested.size(), 4U);
  EXPECT_EQ(suggestions.suggested[0].passage, 5U);
  EXPECT_EQ(WordsOf(suggestions.suggested[0]), "raid, police");
  EXPECT_EQ(suggestions.suggested[1].passage, 7U);
  EXPECT_EQ(WordsOf(suggestions.suggested[1]), "police");
  EXPECT_EQ(suggestions.learnt.relevant, 2);
  EXPECT_EQ(suggestions.learnt.not_relevant, 2);
  EXPECT_EQ(suggestions.learnt.presumed, 4) << "all that is left: few were refused";
  EXPECT_EQ(suggestions.left.state, model::RecallEstimate::State::kCannotTell);
  EXPECT_EQ(suggestions.left.undecided, 4);

  SuggestOptions by_naive_bayes;
  by_naive_bayes.method = model::SuggestionMethod::kNaiveBayes;
  EXPECT_EQ(WordsOf(Suggest({kExample, kLabels, decisions, {}}, by_naive_bayes).suggested[0]), "raid, police, the");
}

TEST(Suggest, BeginsFromTheDescriptionOfACode) {
  const std::vector<Label> labels(8, Label::kUnknown);
  const Suggestions suggestions = Suggest({kExample, labels, {}, {"Raids by the police", "en"}}, {});
  EXPECT_TRUE(suggestions.learnt.described);
  EXPECT_THAT((std::vector{suggestions.suggested[0].passage, suggestions.suggested[1].passage}),
              testing::Each(testing::AnyOf(0U, 1U, 5U)));
}

TEST(Suggest, KeepsTheOrderOfTheTextWhereNothingIsKnown) {
  const std::vector<Label> labels(8, Label::kUnknown);
  SuggestOptions options;
  options.most = 3;
  const Suggestions suggestions = Suggest({kExample, labels, {}, {}}, options);
  std::vector<std::size_t> order;
  for (const auto& one : suggestions.suggested) order.push_back(one.passage);
  EXPECT_THAT(order, ElementsAre(0U, 1U, 2U));
  EXPECT_THAT(suggestions.suggested[0].words, IsEmpty());
  EXPECT_EQ(suggestions.left.state, model::RecallEstimate::State::kNothingDecided);
}

TEST(Suggest, GivesTheSameEveryTime) {
  const RandomPassages set(300, 11);
  const std::vector<Passage> passages = set.passages();
  std::vector<Label> labels(300, Label::kUnknown);
  for (std::size_t i = 0; i < 40; ++i) labels[i] = set.truth[i];
  for (const auto method : {model::SuggestionMethod::kNaiveBayes, model::SuggestionMethod::kLinearSvm}) {
    SuggestOptions options;
    options.method = method;
    const Suggestions once = Suggest({passages, labels, {}, {}}, options);
    const Suggestions again = Suggest({passages, labels, {}, {}}, options);
    for (std::size_t i = 0; i < once.suggested.size(); ++i) {
      ASSERT_EQ(once.suggested[i].passage, again.suggested[i].passage);
      ASSERT_EQ(once.suggested[i].score, again.suggested[i].score);
    }
  }
}

TEST(Suggest, CountsWhatWasFoundWithoutASuggestion) {
  std::vector<Label> labels = kLabels;
  const std::vector<Label> decisions{Label::kRelevant, Label::kNotRelevant, Label::kNotRelevant};
  EXPECT_EQ(Suggest({kExample, labels, decisions, {}}, {}).left.found, 2);
}

TEST(Suggest, OfNothingIsNothing) {
  EXPECT_THAT(Suggest({{}, {}, {}, {}}, {}).suggested, IsEmpty());
}

}  // namespace
}  // namespace commonground::coding
