// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Complement naive Bayes.

#include "coding/suggest/naive_bayes.h"

#include <algorithm>
#include <cmath>

namespace commonground::coding {

namespace {

constexpr double kUnit = 4294967296.0;  // 2^32: a sum of 100,000 passages stays far below 2^63

std::int64_t Units(float weight) {
  return std::llround(static_cast<double>(weight) * kUnit);
}

double Rounded(double share) {
  return std::exp2(std::round(4 * std::log2(share)) / 4);
}

}  // namespace

NaiveBayes::NaiveBayes(const Features& features)
    : features_(features),
      prior_(features.size(), 0.0),
      labels_(features.passages(), Label::kUnknown),
      relevant_{std::vector<std::int64_t>(features.size(), 0), 0, 1},
      others_{std::vector<std::int64_t>(features.size(), 0), 0, 1},
      ratios_(features.size(), 0.0),
      masses_(features.passages(), 0.0),
      scores_(features.passages(), 0.0) {
  std::vector<std::int64_t> all(features.size(), 0);
  for (std::size_t passage = 0; passage < features.passages(); ++passage) {
    const Features::Row row = features.Of(passage);
    for (std::size_t i = 0; i < row.size; ++i) {
      all[row.features[i]] += Units(row.weights[i]);
      masses_[passage] += static_cast<double>(row.weights[i]);
    }
  }
  const double passages = std::max<double>(1, static_cast<double>(features.passages()));
  for (std::size_t f = 0; f < all.size(); ++f) {
    prior_[f] = static_cast<double>(all[f]) * (kPriorPassages / passages);
    prior_total_ += prior_[f];
  }
}

void NaiveBayes::Learn(std::size_t passage, Label label) {
  if (labels_[passage] == label) return;
  const Features::Row row = features_.Of(passage);
  const auto add = [&row](Class& to, std::int64_t sign) {
    for (std::size_t i = 0; i < row.size; ++i) {
      const std::int64_t units = sign * Units(row.weights[i]);
      to.sums[row.features[i]] += units;
      to.total += units;
    }
  };
  const auto class_of = [this](Label of) -> Class& { return of == Label::kRelevant ? relevant_ : others_; };
  if (labels_[passage] != Label::kUnknown) add(class_of(labels_[passage]), -1);
  if (label != Label::kUnknown) add(class_of(label), 1);
  labels_[passage] = label;
  stale_.insert(stale_.end(), row.features, row.features + row.size);
}

double NaiveBayes::RatioOf(FeatureId feature) const {
  const double ours = static_cast<double>(relevant_.sums[feature]) * relevant_.share + prior_[feature];
  const double theirs = static_cast<double>(others_.sums[feature]) * others_.share + prior_[feature];
  return std::log(ours / theirs);
}

void NaiveBayes::Balance() {
  const auto least = static_cast<double>(std::min(relevant_.total, others_.total));
  const auto share = [&](const Class& one) {
    return least == 0 ? 1.0 : Rounded(least / static_cast<double>(one.total));
  };
  const bool changed = share(relevant_) != relevant_.share || share(others_) != others_.share;
  relevant_.share = share(relevant_);
  others_.share = share(others_);
  if (changed) {
    for (FeatureId f = 0; f < ratios_.size(); ++f) ratios_[f] = RatioOf(f);
  } else {
    for (const FeatureId f : stale_) ratios_[f] = RatioOf(f);
  }
  stale_.clear();
  common_ = std::log((static_cast<double>(others_.total) * others_.share + prior_total_) /
                     (static_cast<double>(relevant_.total) * relevant_.share + prior_total_));
}

std::span<const double> NaiveBayes::Scores() {
  if (prior_total_ == 0) return scores_;
  Balance();
  for (std::size_t passage = 0; passage < scores_.size(); ++passage) {
    scores_[passage] = features_.Dot(passage, ratios_.data()) + masses_[passage] * common_;
  }
  return scores_;
}

}  // namespace commonground::coding
