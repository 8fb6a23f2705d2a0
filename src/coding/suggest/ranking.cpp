// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Ranks passages, with the terms that speak for each.

#include "coding/suggest/ranking.h"

#include <algorithm>
#include <bit>
#include <random>

#include "coding/suggest/linear_svm.h"
#include "coding/suggest/naive_bayes.h"
#include "core/radix_sort.h"
#include "core/text_range.h"

namespace commonground::coding {

namespace {

// Unsigned numbers in the order of floats, the greatest first.
std::uint32_t DescendingKey(double score) {
  const auto bits = std::bit_cast<std::uint32_t>(static_cast<float>(score) + 0.0F);
  const std::uint32_t ascending = (bits & 0x80000000U) != 0 ? ~bits : bits | 0x80000000U;
  return ~ascending;
}

}  // namespace

std::unique_ptr<Learner> MakeLearner(model::SuggestionMethod method, const Features& features, std::uint64_t seed) {
  switch (method) {
    case model::SuggestionMethod::kNaiveBayes:
      return std::make_unique<NaiveBayes>(features);
    case model::SuggestionMethod::kLinearSvm:
      return std::make_unique<LinearSvm>(features, seed);
  }
  return nullptr;
}

std::vector<std::uint32_t> Ranked(std::span<const double> scores, std::span<const Label> labels) {
  std::vector<core::Keyed> keys;
  keys.reserve(scores.size());
  for (std::uint32_t passage = 0; passage < scores.size(); ++passage) {
    if (labels[passage] == Label::kUnknown) keys.push_back({DescendingKey(scores[passage]), passage});
  }
  core::RadixSort(keys);
  std::vector<std::uint32_t> ranked;
  ranked.reserve(keys.size());
  for (const core::Keyed& key : keys) ranked.push_back(key.index);
  return ranked;
}

std::vector<std::uint32_t> PresumedNotRelevant(std::span<const Label> labels, std::size_t wanted, std::uint64_t seed) {
  std::vector<std::uint32_t> unknown;
  std::size_t known = 0;
  for (std::uint32_t passage = 0; passage < labels.size(); ++passage) {
    if (labels[passage] == Label::kUnknown) unknown.push_back(passage);
    if (labels[passage] == Label::kNotRelevant) ++known;
  }
  const std::size_t missing = std::min(unknown.size(), wanted - std::min(wanted, known));
  std::mt19937_64 random(seed);
  for (std::size_t i = 0; i < missing; ++i) std::swap(unknown[i], unknown[i + random() % (unknown.size() - i)]);
  unknown.resize(missing);
  return unknown;
}

std::vector<model::KeyTerm> WeightyWords(const Features& features, const Learner& learner, std::size_t number,
                                         const Passage& passage, std::size_t most) {
  const Features::Row row = features.Of(number);
  struct Candidate {
    double weight;
    Features::Place place;
  };
  std::vector<Candidate> candidates;
  for (const Features::Place& place : features.PlacesIn(passage)) {
    const auto* at = std::lower_bound(row.features, row.features + row.size, place.feature);
    if (at == row.features + row.size || *at != place.feature) continue;
    const double weight = learner.WeightOf(place.feature) * static_cast<double>(row.weights[at - row.features]);
    if (weight > 0) candidates.push_back({weight, place});
  }
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::weight);
  const core::TextIndex index(passage.text);
  std::vector<model::KeyTerm> words;
  std::vector<Features::Place> taken;
  for (const Candidate& one : candidates) {
    if (words.size() == most) break;
    const auto stands_in = [&one](const Features::Place& other) {
      return one.place.feature == other.feature || (one.place.start < other.end && other.start < one.place.end);
    };
    if (std::ranges::any_of(taken, stands_in)) continue;
    taken.push_back(one.place);
    const auto [feature, start, end] = one.place;
    words.push_back({std::string(passage.text.substr(start, end - start)),
                     {index.CodePoint(start), index.CodePoint(end)},
                     one.weight});
  }
  return words;
}

}  // namespace commonground::coding
