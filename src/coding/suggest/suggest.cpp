// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// From what coders did to a ranked list: features, model, ranking, estimate.

#include "coding/suggest/suggest.h"

#include <algorithm>

#include "coding/suggest/ranking.h"
#include "coding/suggest/stopping.h"

namespace commonground::coding {

Suggestions Suggest(const Lesson& lesson, const SuggestOptions& options) {
  const std::size_t count = lesson.passages.size();
  std::vector<Passage> passages(lesson.passages.begin(), lesson.passages.end());
  std::vector<Label> labels(lesson.labels.begin(), lesson.labels.end());
  Suggestions suggestions;
  model::TrainingCounts& learnt = suggestions.learnt;
  learnt.relevant = std::ranges::count(labels, Label::kRelevant);
  learnt.not_relevant = std::ranges::count(labels, Label::kNotRelevant);
  learnt.described = learnt.relevant == 0 && !lesson.description.text.empty();
  if (learnt.described) passages.push_back(lesson.description);

  const auto asked = std::ranges::count_if(lesson.decisions, [](Label one) { return one == Label::kRelevant; });
  suggestions.left =
      EstimateLeft(lesson.decisions, std::ranges::count(labels, Label::kUnknown), learnt.relevant - asked);

  const Features features(passages);
  const auto learn = [&](std::span<const std::uint32_t> presumed) {
    auto learner = MakeLearner(options.method, features, options.seed);
    for (std::size_t passage = 0; passage < count; ++passage) learner->Learn(passage, labels[passage]);
    if (learnt.described) learner->Learn(count, Label::kRelevant);
    for (const std::uint32_t passage : presumed) learner->Learn(passage, Label::kNotRelevant);
    return learner;
  };
  std::vector<std::uint32_t> presumed;
  if (learnt.relevant > 0 || learnt.described) presumed = PresumedNotRelevant(labels, kPresumed, options.seed);
  learnt.presumed = std::ssize(presumed);

  // Nothing is scored by a learner that was told it is not relevant: those of one half are scored by that of the other.
  const std::span<const std::uint32_t> all_presumed(presumed);
  const auto first_half = all_presumed.first(presumed.size() / 2);
  const auto learner = learn(first_half);
  const std::unique_ptr<Learner> other = first_half.empty() ? nullptr : learn(all_presumed.subspan(first_half.size()));
  std::vector<double> scores(learner->Scores().begin(), learner->Scores().end());
  std::vector<const Learner*> scored_by(count, learner.get());
  if (other) {
    const std::span<const double> others = other->Scores();
    for (const std::uint32_t passage : first_half) {
      scores[passage] = others[passage];
      scored_by[passage] = other.get();
    }
  }
  for (const std::uint32_t passage : Ranked(std::span(scores).first(count), labels)) {
    if (suggestions.suggested.size() == options.most) break;
    suggestions.suggested.push_back(
        {passage, scores[passage],
         WeightyWords(features, *scored_by[passage], passage, lesson.passages[passage], options.words)});
  }
  return suggestions;
}

}  // namespace commonground::coding
