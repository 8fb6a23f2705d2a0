// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Learns from passages that people decided about, and gives every passage a score by which to rank the others.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "coding/suggest/features.h"
#include "model/results/suggestions.h"

namespace commonground::coding {

enum class Label : std::int8_t { kUnknown, kRelevant, kNotRelevant };

// A score is a sum over the passage's features, so that each feature's share can be shown; it is no probability.
//
// Requires: the features outlive the learner.
// Threads:  one at a time.
class Learner {
 public:
  virtual ~Learner() = default;

  // What is now known of a passage; kUnknown forgets what was known.
  virtual void Learn(std::size_t passage, Label label) = 0;
  // Of every passage, from what is known now; higher is likelier.  Valid until the next call.
  virtual std::span<const double> Scores() = 0;
  // What one unit of a feature adds to a score, as of the last Scores().
  virtual double WeightOf(FeatureId feature) const = 0;
};

// `seed` decides the order in which the support vector machine looks at passages; naive Bayes needs none.
std::unique_ptr<Learner> MakeLearner(model::SuggestionMethod method, const Features& features, std::uint64_t seed);

}  // namespace commonground::coding
