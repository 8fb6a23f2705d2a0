// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A linear support vector machine by dual coordinate descent.

#include "coding/suggest/linear_svm.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace commonground::coding {

namespace {

constexpr int kMaxRounds = 1000;

double Sign(Label label) {
  return label == Label::kRelevant ? 1 : -1;
}

}  // namespace

LinearSvm::LinearSvm(const Features& features, std::uint64_t seed, double tolerance)
    : features_(features),
      tolerance_(tolerance),
      random_(seed),
      labels_(features.passages(), Label::kUnknown),
      alphas_(features.passages(), 0.0),
      squares_(features.passages(), 1.0),
      weights_(features.size() + 1, 0.0),
      scores_(features.passages(), 0.0) {
  for (std::size_t passage = 0; passage < squares_.size(); ++passage) {
    const Features::Row row = features.Of(passage);
    for (std::size_t i = 0; i < row.size; ++i) {
      squares_[passage] += static_cast<double>(row.weights[i]) * static_cast<double>(row.weights[i]);
    }
  }
}

double LinearSvm::Margin(std::size_t passage) const {
  return features_.Dot(passage, weights_.data()) + weights_.back();
}

void LinearSvm::AddToWeights(std::size_t passage, double factor) {
  const Features::Row row = features_.Of(passage);
  double* weights = weights_.data();
  for (std::size_t i = 0; i < row.size; ++i) weights[row.features[i]] += factor * static_cast<double>(row.weights[i]);
  weights_.back() += factor;
}

double LinearSvm::CostOf(std::size_t passage) const {
  const std::size_t alike = labels_[passage] == Label::kRelevant ? relevant_ : decided_.size() - relevant_;
  return kCost * static_cast<double>(decided_.size()) / (2 * static_cast<double>(alike));
}

void LinearSvm::Learn(std::size_t passage, Label label) {
  const Label before = labels_[passage];
  if (before == label) return;
  AddToWeights(passage, -alphas_[passage] * Sign(before));
  alphas_[passage] = 0;
  labels_[passage] = label;
  relevant_ += (label == Label::kRelevant ? 1 : 0);
  relevant_ -= (before == Label::kRelevant ? 1 : 0);
  if (before == Label::kUnknown) decided_.push_back(passage);
  if (label == Label::kUnknown) std::erase(decided_, passage);
}

void LinearSvm::Solve() {
  std::vector<std::size_t> active = decided_;
  double most_before = std::numeric_limits<double>::infinity();  // projected gradient of the round before
  for (int round = 0; round < kMaxRounds; ++round) {
    for (std::size_t i = active.size(); i > 1; --i) std::swap(active[i - 1], active[random_() % i]);
    double most = -std::numeric_limits<double>::infinity();
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t at = 0; at < active.size();) {
      const std::size_t passage = active[at];
      const double sign = Sign(labels_[passage]);
      const double diagonal = 1 / (2 * CostOf(passage));
      double& alpha = alphas_[passage];
      const double gradient = sign * Margin(passage) - 1 + diagonal * alpha;
      if (alpha == 0 && gradient > std::max(most_before, 0.0)) {  // stays at 0, it seems: not looked at in this solve
        std::swap(active[at], active.back());
        active.pop_back();
        continue;
      }
      const double projected = alpha == 0 ? std::min(gradient, 0.0) : gradient;
      most = std::max(most, projected);
      least = std::min(least, projected);
      if (projected != 0) {
        const double old = alpha;
        alpha = std::max(old - gradient / (squares_[passage] + diagonal), 0.0);
        AddToWeights(passage, (alpha - old) * sign);
      }
      ++at;
    }
    if (active.empty() || most - least <= tolerance_) {
      if (active.size() == decided_.size()) return;
      active = decided_;  // those that were put aside may have to move after all
      most_before = std::numeric_limits<double>::infinity();
      continue;
    }
    most_before = most <= 0 ? std::numeric_limits<double>::infinity() : most;
  }
}

std::span<const double> LinearSvm::Scores() {
  Solve();
  for (std::size_t passage = 0; passage < scores_.size(); ++passage) scores_[passage] = Margin(passage);
  return scores_;
}

double LinearSvm::Primal() const {
  double sum = 0;
  for (const double weight : weights_) sum += weight * weight / 2;
  for (const std::size_t passage : decided_) {
    const double lacks = std::max(0.0, 1 - Sign(labels_[passage]) * Margin(passage));
    sum += CostOf(passage) * lacks * lacks;
  }
  return sum;
}

double LinearSvm::Dual() const {
  double sum = 0;
  for (const double weight : weights_) sum -= weight * weight / 2;
  for (const std::size_t passage : decided_) {
    sum += alphas_[passage] - alphas_[passage] * alphas_[passage] / (4 * CostOf(passage));
  }
  return sum;
}

}  // namespace commonground::coding
