// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A linear support vector machine: finds w that makes
//
//   |w|^2 / 2 + sum of C_i * max(0, 1 - y_i w.x_i)^2
//
// smallest; y is 1 for relevant passages and -1 for others, x has one more feature, 1, for the threshold.  C_i is
// kCost * n / (2 n_class): both classes weigh the same.  By dual coordinate descent (C.-J. Hsieh, K.-W. Chang, C.-J.
// Lin, S. S. Keerthi and S. Sundararajan 2008, doi:10.1145/1390156.1390208, algorithm 1 for L2 loss, with its shrinking
// of passages that stay at 0): the dual is  min a'Qa/2 - sum a,  a_i >= 0,  Q_ij = y_i y_j x_i.x_j + [i = j] / (2 C_i).
// After a decision it goes on from where it was.
#pragma once

#include <random>

#include "coding/suggest/learner.h"

namespace commonground::coding {

// Cost: Learn: O(features of the passage).  Scores: O(features of all passages), plus some rounds over the features of
// those that are decided: few after one decision, tens from nothing.
class LinearSvm : public Learner {
 public:
  static constexpr double kCost = 1;
  // A round that changes no gradient by more than this is the last.  0.01 ranks as 0.0001 does.
  static constexpr double kTolerance = 0.01;

  LinearSvm(const Features& features, std::uint64_t seed, double tolerance = kTolerance);
  void Learn(std::size_t passage, Label label) override;
  std::span<const double> Scores() override;
  double WeightOf(FeatureId feature) const override { return weights_[feature]; }

  // Both are the same at the optimum; the primal is never less.
  double Primal() const;
  double Dual() const;

 private:
  void Solve();
  double Margin(std::size_t passage) const;
  void AddToWeights(std::size_t passage, double factor);
  double CostOf(std::size_t passage) const;

  const Features& features_;
  double tolerance_;
  std::mt19937_64 random_;
  std::vector<Label> labels_;
  std::vector<double> alphas_;        // of each passage; 0 for those that are not decided
  std::vector<double> squares_;       // of each passage: x.x
  std::vector<std::size_t> decided_;  // in the order of their decisions
  std::size_t relevant_ = 0;
  std::vector<double> weights_;  // w; the threshold's comes last
  std::vector<double> scores_;
};

}  // namespace commonground::coding
