// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Prints what suggest and screen have in common.

#include "cli/suggestions.h"

#include <fmt/format.h>

#include <cmath>
#include <ranges>

namespace commonground::cli {

using model::RecallEstimate;

std::string WordList(const std::vector<model::KeyTerm>& words) {
  std::string all = fmt::format(
      "{}",
      fmt::join(words | std::views::transform([](const auto& word) -> std::string_view { return word.text; }), ", "));
  for (char& c : all) {
    if (c == '\n') c = ' ';
  }
  return all;
}

std::string LeftText(const RecallEstimate& left, const std::string& things) {
  if (left.undecided == 0) return fmt::format("All {} are decided about; {} found.\n", things, left.found);
  switch (left.state) {
    case RecallEstimate::State::kNothingDecided:
      return "No decisions yet, so the number remaining cannot be estimated.\n";
    case RecallEstimate::State::kCannotTell:
      return fmt::format(
          "Relevant so far: {}. Of {} undecided {}, {} could still be relevant: too few decisions to estimate. Decide "
          "about more, best first.\n",
          left.found, left.undecided, things, left.at_most);
    case RecallEstimate::State::kBounded:
      return fmt::format(
          "Relevant so far: {}. Estimated remaining in {} undecided {}: at most {} (95% bound; 50% bound {}), so "
          "recall "
          "is at least {}%.\n",
          left.found, left.undecided, things, left.at_most, left.probably_at_most,
          static_cast<int>(std::floor(100 * left.recall_at_least)));
  }
  return {};
}

std::string LearntText(const model::TrainingCounts& learnt, const std::string& things) {
  std::string text = fmt::format("Trained on {} relevant, {} rejected", learnt.relevant, learnt.not_relevant);
  if (learnt.presumed > 0) text += fmt::format(" and {} randomly drawn (presumed not relevant)", learnt.presumed);
  text += " " + things;
  if (learnt.described) text += "; none is relevant yet, so on the description";
  return text + ".\n";
}

std::optional<model::SuggestionMethod> MethodFrom(const std::string& word) {
  if (word == "nb") return model::SuggestionMethod::kNaiveBayes;
  if (word == "svm") return model::SuggestionMethod::kLinearSvm;
  return std::nullopt;
}

}  // namespace commonground::cli
