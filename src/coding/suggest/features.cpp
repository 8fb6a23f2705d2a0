// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words get numbers in all languages together; a feature is a word, or a pair of them, as one number of 64 bits:
// (word + 1) << 32 | (next + 1), with no next for a single word.
#include "coding/suggest/features.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/tokenizer.h"

namespace commonground::coding {

namespace {

constexpr FeatureId kLeftOut = std::numeric_limits<FeatureId>::max();
constexpr std::int32_t kFewestPassages = 2;

std::uint64_t GramOf(std::uint32_t word, std::uint32_t next_plus_one) {
  return (std::uint64_t{word} + 1) << 32 | next_plus_one;
}

// What may stand between the words of a pair: nothing (scripts without spaces), spaces, hyphens, apostrophes.
bool Joins(std::string_view between) {
  while (!between.empty()) {
    const auto begins = [&between](std::string_view mark) { return between.starts_with(mark); };
    constexpr std::string_view kMarks[] = {" ", "\n", "\t", "-", "'", "\u00a0", "\u2010", "\u2011", "\u2019"};
    const auto* const mark = std::ranges::find_if(kMarks, begins);
    if (mark == std::end(kMarks)) return false;
    between.remove_prefix(mark->size());
  }
  return true;
}

// A word is the same with and without its accents, whichever is seen first.
template <class Words, class WordId>
WordId WordOf(const core::Token& token, Words& words, WordId& next) {
  const auto [at, is_new] = words.try_emplace(std::string(token.text), next);
  if (token.also.empty()) {
    if (is_new) ++next;
    return at->second;
  }
  const WordId word = at->second;
  const auto [plain, plain_is_new] = words.try_emplace(std::string(token.also), word);
  if (is_new && !plain_is_new) words[std::string(token.text)] = plain->second;
  if (is_new && plain_is_new) ++next;
  return is_new ? plain->second : word;
}

std::string_view FirstPart(std::string_view language) {
  return language.substr(0, language.find('-'));
}

}  // namespace

Features::Features(std::span<const Passage> passages) {
  core::Tokenizer tokenizer;
  WordId next_word = 0;
  std::vector<std::int32_t> passages_with;   // of each gram
  std::vector<const Language*> language_of;  // of each gram
  std::vector<FeatureId> counted;            // grams of all passages, ascending within each
  std::vector<float> times;                  // how often each stands there
  std::vector<std::size_t> ends;             // of each passage's
  std::vector<FeatureId> here;
  const auto gram_of = [&](std::uint64_t key, const Language& language) {
    const auto [at, is_new] = grams_.try_emplace(key, static_cast<FeatureId>(passages_with.size()));
    if (is_new) {
      passages_with.push_back(0);
      language_of.push_back(&language);
    }
    return at->second;
  };
  for (const Passage& passage : passages) {
    Language& language = languages_[std::string(FirstPart(passage.language))];
    ++language.passages;
    here.clear();
    std::int64_t before = -1;
    std::size_t before_end = 0;
    tokenizer.Cut(passage.text, passage.language, [&](const core::Token& token) {
      if (!Joins(passage.text.substr(before_end, token.start - before_end))) before = -1;
      before_end = token.end;
      const WordId word = WordOf(token, language.words, next_word);
      here.push_back(gram_of(GramOf(word, 0), language));
      if (before >= 0) here.push_back(gram_of(GramOf(static_cast<WordId>(before), word + 1), language));
      before = word;
      return true;
    });
    std::ranges::sort(here);
    for (std::size_t i = 0; i < here.size();) {
      std::size_t end = i;
      while (end < here.size() && here[end] == here[i]) ++end;
      counted.push_back(here[i]);
      times.push_back(static_cast<float>(end - i));
      ++passages_with[here[i]];
      i = end;
    }
    ends.push_back(counted.size());
  }

  std::vector<FeatureId> number(passages_with.size(), kLeftOut);
  std::vector<double> rarity(passages_with.size(), 0.0);
  for (std::size_t gram = 0; gram < number.size(); ++gram) {
    if (passages_with[gram] < kFewestPassages) continue;
    number[gram] = static_cast<FeatureId>(kept_++);
    const auto of_language = static_cast<double>(language_of[gram]->passages);
    rarity[gram] = 1 + std::log((1 + of_language) / (1 + passages_with[gram]));
  }
  std::erase_if(grams_, [&](const auto& gram) { return number[gram.second] == kLeftOut; });
  for (auto& [key, gram] : grams_) gram = number[gram];

  starts_.push_back(0);
  for (std::size_t passage = 0, i = 0; passage < ends.size(); ++passage) {
    double squares = 0;
    for (; i < ends[passage]; ++i) {
      if (number[counted[i]] == kLeftOut) continue;
      const double weight = (1 + std::log(times[i])) * rarity[counted[i]];
      features_.push_back(number[counted[i]]);
      weights_.push_back(static_cast<float>(weight));
      squares += weight * weight;
    }
    const double length = std::sqrt(squares);
    for (std::size_t at = starts_.back(); at < weights_.size(); ++at) {
      weights_[at] = static_cast<float>(weights_[at] / length);
    }
    starts_.push_back(features_.size());
  }
}

// Four sums side by side: one would wait for each addition before the next.
double Features::Dot(std::size_t passage, const double* of_feature) const {
  const Row row = Of(passage);
  double sums[4] = {0, 0, 0, 0};
  std::size_t i = 0;
  for (; i + 4 <= row.size; i += 4) {
    sums[0] += static_cast<double>(row.weights[i]) * of_feature[row.features[i]];
    sums[1] += static_cast<double>(row.weights[i + 1]) * of_feature[row.features[i + 1]];
    sums[2] += static_cast<double>(row.weights[i + 2]) * of_feature[row.features[i + 2]];
    sums[3] += static_cast<double>(row.weights[i + 3]) * of_feature[row.features[i + 3]];
  }
  for (; i < row.size; ++i) sums[0] += static_cast<double>(row.weights[i]) * of_feature[row.features[i]];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

std::vector<Features::Place> Features::PlacesIn(const Passage& passage) const {
  std::vector<Place> places;
  const auto language = languages_.find(FirstPart(passage.language));
  if (language == languages_.end()) return places;
  const auto add = [&](std::uint64_t key, std::size_t start, std::size_t end) {
    const auto found = grams_.find(key);
    if (found != grams_.end()) places.push_back({found->second, start, end});
  };
  core::Tokenizer tokenizer;
  std::int64_t before = -1;
  std::size_t before_start = 0;
  std::size_t before_end = 0;
  tokenizer.Cut(passage.text, passage.language, [&](const core::Token& token) {
    if (!Joins(passage.text.substr(before_end, token.start - before_end))) before = -1;
    before_end = token.end;
    auto word = language->second.words.find(std::string(token.text));
    if (word == language->second.words.end() && !token.also.empty()) {
      word = language->second.words.find(std::string(token.also));
    }
    if (word == language->second.words.end()) {
      before = -1;
      return true;
    }
    add(GramOf(word->second, 0), token.start, token.end);
    if (before >= 0) add(GramOf(static_cast<WordId>(before), word->second + 1), before_start, token.end);
    before = word->second;
    before_start = token.start;
    return true;
  });
  return places;
}

}  // namespace commonground::coding
