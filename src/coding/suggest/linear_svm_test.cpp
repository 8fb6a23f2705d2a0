// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The machine finds the widest margin of small sets.

#include "coding/suggest/linear_svm.h"

#include <gmock/gmock.h>

#include <cmath>

#include "coding/suggest/random_passages_testutil.h"
#include "coding/suggest/ranking.h"

namespace commonground::coding {
namespace {

// The optimum by another way: gradient descent on the primal, with halved steps, until the gradient is nothing.
std::vector<double> SlowOptimum(const Features& features, const std::vector<Label>& labels) {
  std::vector<std::vector<double>> rows;
  std::vector<double> signs;
  double relevant = 0;
  for (std::size_t passage = 0; passage < labels.size(); ++passage) {
    if (labels[passage] == Label::kUnknown) continue;
    std::vector<double>& row = rows.emplace_back(features.size() + 1, 0.0);
    const Features::Row sparse = features.Of(passage);
    for (std::size_t i = 0; i < sparse.size; ++i) row[sparse.features[i]] = static_cast<double>(sparse.weights[i]);
    row.back() = 1;
    signs.push_back(labels[passage] == Label::kRelevant ? 1 : -1);
    relevant += labels[passage] == Label::kRelevant ? 1 : 0;
  }
  const auto n = static_cast<double>(rows.size());
  std::vector<double> w(features.size() + 1, 0.0);
  const auto value = [&](const std::vector<double>& at, std::vector<double>* gradient) {
    double sum = 0;
    for (const double x : at) sum += x * x / 2;
    if (gradient != nullptr) *gradient = at;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const double cost = LinearSvm::kCost * n / (2 * (signs[i] > 0 ? relevant : n - relevant));
      double margin = 0;
      for (std::size_t f = 0; f < at.size(); ++f) margin += rows[i][f] * at[f];
      const double lacks = std::max(0.0, 1 - signs[i] * margin);
      sum += cost * lacks * lacks;
      if (gradient == nullptr) continue;
      for (std::size_t f = 0; f < at.size(); ++f) (*gradient)[f] -= 2 * cost * lacks * signs[i] * rows[i][f];
    }
    return sum;
  };
  std::vector<double> gradient;
  double step = 1;
  for (int round = 0; round < 20'000; ++round) {
    const double now = value(w, &gradient);
    double squares = 0;
    for (const double g : gradient) squares += g * g;
    if (squares < 1e-18) break;
    step *= 4;
    std::vector<double> next(w.size());
    do {
      step /= 2;
      for (std::size_t f = 0; f < w.size(); ++f) next[f] = w[f] - step * gradient[f];
    } while (value(next, nullptr) > now - step * squares / 2 && step > 1e-12);
    w = next;
  }
  return w;
}

TEST(LinearSvm, FindsTheOptimumThatAnotherWayFinds) {
  for (const unsigned seed : {1U, 2U}) {
    const RandomPassages set(30, seed);
    const Features features(set.passages());
    std::vector<Label> labels(30, Label::kUnknown);
    LinearSvm learner(features, 1, 1e-9);
    for (std::size_t i = 0; i < 24; ++i) {
      labels[i] = set.truth[i];
      learner.Learn(i, labels[i]);
    }
    static_cast<void>(learner.Scores());
    const std::vector<double> optimum = SlowOptimum(features, labels);
    for (FeatureId f = 0; f < features.size(); ++f) ASSERT_NEAR(learner.WeightOf(f), optimum[f], 1e-6) << f;
  }
}

TEST(LinearSvm, LeavesHardlyAGapBetweenPrimalAndDual) {
  const RandomPassages set(300, 3);
  const Features features(set.passages());
  LinearSvm exact(features, 1, 1e-8);
  LinearSvm usual(features, 1);
  for (std::size_t i = 0; i < 250; ++i) {
    exact.Learn(i, set.truth[i]);
    usual.Learn(i, set.truth[i]);
    static_cast<void>(usual.Scores());
  }
  static_cast<void>(exact.Scores());
  EXPECT_NEAR(exact.Primal(), exact.Dual(), 1e-6 * exact.Primal());
  EXPECT_NEAR(usual.Primal(), usual.Dual(), 1e-3 * usual.Primal());
  EXPECT_GE(usual.Primal(), usual.Dual());
}

TEST(LinearSvm, GoesOnToWhereItWouldComeFromNothing) {
  const RandomPassages set(200, 5);
  const Features features(set.passages());
  LinearSvm step_by_step(features, 1, 1e-9);
  for (std::size_t i = 0; i < 150; ++i) {
    step_by_step.Learn(i + 40, Label::kRelevant);
    step_by_step.Learn(i, set.truth[i]);
    static_cast<void>(step_by_step.Scores());
    step_by_step.Learn(i + 40, Label::kUnknown);
    step_by_step.Learn(i + 40, set.truth[i + 40]);
  }
  for (std::size_t i = 150; i < 200; ++i) step_by_step.Learn(i, Label::kUnknown);
  LinearSvm at_once(features, 77, 1e-9);
  for (std::size_t i = 0; i < 150; ++i) at_once.Learn(i, set.truth[i]);
  const auto a = step_by_step.Scores();
  const auto b = at_once.Scores();
  for (std::size_t i = 0; i < 200; ++i) ASSERT_NEAR(a[i], b[i], 1e-6) << i;
}

TEST(LinearSvm, RanksTheSameEveryTime) {
  const RandomPassages set(200, 6);
  const Features features(set.passages());
  std::vector<std::vector<double>> scores;
  for (int time = 0; time < 2; ++time) {
    LinearSvm learner(features, 1);
    for (std::size_t i = 0; i < 60; ++i) {
      learner.Learn(i, set.truth[i]);
      static_cast<void>(learner.Scores());
    }
    const auto last = learner.Scores();
    scores.emplace_back(last.begin(), last.end());
  }
  EXPECT_EQ(scores[0], scores[1]);
}

TEST(LinearSvm, BearsOneClassOnlyAndNone) {
  const RandomPassages set(20, 7);
  const Features features(set.passages());
  LinearSvm learner(features, 1);
  EXPECT_EQ(learner.Scores()[0], 0);
  learner.Learn(0, Label::kRelevant);
  EXPECT_GT(learner.Scores()[0], 0);
  learner.Learn(0, Label::kUnknown);
  EXPECT_NEAR(learner.Scores()[0], 0, 1e-12);
}

}  // namespace
}  // namespace commonground::coding
