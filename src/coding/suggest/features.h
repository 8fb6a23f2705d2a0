// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a learner sees of passages: their words and pairs of neighbouring words (no punctuation between them), folded
// and stemmed as for the search (core/tokenizer.h), each weighed by how often it stands in the passage and how few
// passages of its language have it.
//
// weight = (1 + ln tf) * (1 + ln((1 + N) / (1 + df))), then each passage has length 1 (C. D. Manning, P. Raghavan and
// H. Schütze, Introduction to Information Retrieval, 2008, 6.2 to 6.4).  N and df count passages of one language: the
// same word of two languages is two features.  What stands in one passage only teaches nothing about others: left out.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace commonground::coding {

struct Passage {
  std::string_view text;      // UTF-8
  std::string_view language;  // BCP 47
};

using FeatureId = std::uint32_t;

// Order: a feature's number is that of its first appearance, so that the same passages always give the same numbers.
// Threads: any number may read.  Cost: about 30 microseconds a passage of 40 words, once.
class Features {
 public:
  explicit Features(std::span<const Passage> passages);

  // The features of one passage, ascending, and their weights.
  struct Row {
    const FeatureId* features;
    const float* weights;
    std::size_t size;
  };
  Row Of(std::size_t passage) const {
    const std::size_t start = starts_[passage];
    return {features_.data() + start, weights_.data() + start, starts_[passage + 1] - start};
  }
  // Sum of a passage's weights, each times what `of_feature` has for it; in a fixed order.
  double Dot(std::size_t passage, const double* of_feature) const;
  std::size_t passages() const { return starts_.size() - 1; }
  std::size_t size() const { return kept_; }  // features

  // Where each feature stands in a text: a word, or from the first word of a pair to the end of the second.
  struct Place {
    FeatureId feature = 0;
    std::size_t start = 0;  // bytes
    std::size_t end = 0;
  };
  std::vector<Place> PlacesIn(const Passage& passage) const;

 private:
  using WordId = std::uint32_t;
  struct Language {
    std::unordered_map<std::string, WordId> words;
    std::int64_t passages = 0;
  };

  std::map<std::string, Language, std::less<>> languages_;  // by the first part of their tag
  std::unordered_map<std::uint64_t, FeatureId> grams_;      // of words and pairs
  std::vector<std::size_t> starts_;                         // of each passage's features; one more at the end
  std::vector<FeatureId> features_;
  std::vector<float> weights_;
  std::size_t kept_ = 0;
};

}  // namespace commonground::coding
