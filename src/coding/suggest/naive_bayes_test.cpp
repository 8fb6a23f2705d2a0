// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Naive Bayes against values worked out by hand.

#include "coding/suggest/naive_bayes.h"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <set>

#include "coding/suggest/random_passages_testutil.h"

namespace commonground::coding {
namespace {

// The same, written down plainly: from the texts, with maps, without increments or whole numbers.
class PlainNaiveBayes {
 public:
  explicit PlainNaiveBayes(const std::vector<std::string>& texts) {
    std::vector<std::map<std::string, double>> counts;
    std::map<std::string, double> with;
    for (const std::string& text : texts) {
      std::map<std::string, double>& here = counts.emplace_back();
      std::string before;
      for (std::size_t at = 0; at < text.size(); at = text.find(' ', at) + 1) {
        const std::string word = text.substr(at, text.find(' ', at) - at);
        ++here[word];
        if (!before.empty()) ++here[before + " " + word];
        before = word;
      }
      for (const auto& [gram, count] : here) ++with[gram];
    }
    const auto n = static_cast<double>(texts.size());
    for (const auto& here : counts) {
      std::map<std::string, double>& row = rows_.emplace_back();
      double squares = 0;
      for (const auto& [gram, count] : here) {
        if (with[gram] < 2) continue;
        row[gram] = (1 + std::log(count)) * (1 + std::log((1 + n) / (1 + with[gram])));
        squares += row[gram] * row[gram];
      }
      for (auto& [gram, weight] : row) {
        weight /= std::sqrt(squares);
        prior_[gram] += weight * NaiveBayes::kPriorPassages / n;
        prior_total_ += weight * NaiveBayes::kPriorPassages / n;
      }
    }
  }

  // ln of the two classes' chances of a passage.
  double Score(std::size_t passage, const std::vector<Label>& labels) const {
    std::map<std::string, double> sums[2];
    double totals[2] = {0, 0};
    for (std::size_t other = 0; other < labels.size(); ++other) {
      if (labels[other] == Label::kUnknown) continue;
      const int to = labels[other] == Label::kRelevant ? 1 : 0;
      for (const auto& [gram, weight] : rows_[other]) {
        sums[to][gram] += weight;
        totals[to] += weight;
      }
    }
    double chance[2] = {0, 0};
    for (int c = 0; c < 2; ++c) {
      const double least = std::min(totals[0], totals[1]);
      const double share = least == 0 ? 1 : std::pow(2, std::round(4 * std::log2(least / totals[c])) / 4);
      for (const auto& [gram, weight] : rows_[passage]) {
        const auto sum = sums[c].find(gram);
        const double seen = sum == sums[c].end() ? 0 : sum->second;
        chance[c] += weight * std::log((seen * share + prior_.at(gram)) / (totals[c] * share + prior_total_));
      }
    }
    return chance[1] - chance[0];
  }

 private:
  std::vector<std::map<std::string, double>> rows_;
  std::map<std::string, double> prior_;
  double prior_total_ = 0;
};

TEST(NaiveBayes, GivesWhatAPlainOneGives) {
  for (const unsigned seed : {1U, 2U, 3U}) {
    const RandomPassages set(60, seed);
    const Features features(set.passages());
    const PlainNaiveBayes plain(set.texts);
    NaiveBayes learner(features);
    std::vector<Label> labels(60, Label::kUnknown);
    for (std::size_t decided = 0; decided < 40; ++decided) {
      labels[decided] = set.truth[decided];
      learner.Learn(decided, labels[decided]);
      const auto scores = learner.Scores();
      for (std::size_t passage = 0; passage < 60; passage += 7)
        ASSERT_NEAR(scores[passage], plain.Score(passage, labels), 1e-5) << seed << " " << decided << " " << passage;
    }
  }
}

// To the last bit: in another order, at once, and after detours.
TEST(NaiveBayes, ForgetsHowItCameToKnow) {
  const RandomPassages set(200, 4);
  const Features features(set.passages());
  NaiveBayes step_by_step(features);
  for (std::size_t i = 0; i < 120; ++i) {
    step_by_step.Learn(i, set.truth[(i * 7) % 200]);  // wrong at first
    step_by_step.Learn(i + 50, Label::kRelevant);
    static_cast<void>(step_by_step.Scores());
    step_by_step.Learn(i + 50, Label::kUnknown);
    step_by_step.Learn(i, set.truth[i]);
  }
  for (std::size_t i = 0; i < 120; ++i) step_by_step.Learn(i, set.truth[i]);
  NaiveBayes at_once(features);
  for (std::size_t i = 120; i > 0; --i) at_once.Learn(i - 1, set.truth[i - 1]);
  const auto a = step_by_step.Scores();
  const auto b = at_once.Scores();
  for (std::size_t i = 0; i < 200; ++i) ASSERT_EQ(a[i], b[i]) << i;
}

TEST(NaiveBayes, SaysNothingOfWhatItHasNotMet) {
  const std::vector<Passage> passages{{"police raid", "en"}, {"police raid", "en"}, {"garden", "en"},
                                      {"garden", "en"},      {"river", "en"},       {"river", "en"}};
  const Features features(passages);
  NaiveBayes learner(features);
  EXPECT_EQ(learner.Scores()[0], 0);
  learner.Learn(0, Label::kRelevant);
  learner.Learn(2, Label::kNotRelevant);
  const auto scores = learner.Scores();
  EXPECT_GT(scores[1], scores[5]);
  EXPECT_GT(scores[5], scores[3]);
}

TEST(NaiveBayes, LearnsFromNothingWithoutFault) {
  const Features features({});
  NaiveBayes learner(features);
  EXPECT_TRUE(learner.Scores().empty());
}

}  // namespace
}  // namespace commonground::coding
