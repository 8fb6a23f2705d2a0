// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Multinomial naive Bayes on weights (A. McCallum and K. Nigam 1998, "A Comparison of Event Models for Naive Bayes Text
// Classification"; on TF-IDF: J. Rennie, L. Shih, J. Teevan and D. Karger 2003), with three choices of ours:
//
// - Smoothing by the collection: a class begins with the weight of kPriorPassages average passages, spread as all
//   passages spread theirs (a Dirichlet prior, C. Zhai and J. Lafferty 2001), so that a word that no decision has met
//   says nothing.  Uniform smoothing would let common words speak against the class that has fewer passages.
// - Balance: the class with more weight counts by a factor, so that both weigh about the same; its share is rounded to
//   a power of the fourth root of 2, so that one decision rarely changes it.
// - No prior chance of a class: it is the same for all passages and changes no order.
//
// Sums are kept as whole numbers of 2^-32, so that the order of decisions, and a decision taken back, leave no trace.
#pragma once

#include "coding/suggest/learner.h"

namespace commonground::coding {

// Cost: Learn: O(features of the passage).  Scores: O(features of all passages), plus O(features) when the balance has
// changed.
class NaiveBayes : public Learner {
 public:
  static constexpr double kPriorPassages = 500;

  explicit NaiveBayes(const Features& features);
  void Learn(std::size_t passage, Label label) override;
  std::span<const double> Scores() override;
  double WeightOf(FeatureId feature) const override { return ratios_[feature] + common_; }

 private:
  double RatioOf(FeatureId feature) const;
  void Balance();

  struct Class {
    std::vector<std::int64_t> sums;  // of each feature, in 2^-32
    std::int64_t total = 0;
    double share = 1;  // that a unit of its weight counts
  };

  const Features& features_;
  std::vector<double> prior_;  // of each feature, in 2^-32
  double prior_total_ = 0;
  std::vector<Label> labels_;  // of each passage
  Class relevant_;
  Class others_;
  std::vector<double> ratios_;  // ln of a feature's two chances, without what all features have in common
  double common_ = 0;
  std::vector<FeatureId> stale_;  // their ratios are to be taken anew
  std::vector<double> masses_;    // of each passage: its weights together
  std::vector<double> scores_;
};

}  // namespace commonground::coding
