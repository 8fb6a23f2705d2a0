// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Prints what suggest and screen have in common.

#include "cli/suggestions.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <ranges>

namespace commonground::cli {

using model::RecallEstimate;

nlohmann::ordered_json LeftJson(const RecallEstimate& left) {
  const auto state = [&left] {
    switch (left.state) {
      case RecallEstimate::State::kNothingDecided:
        return "nothing-decided";
      case RecallEstimate::State::kCannotTell:
        return "cannot-tell";
      case RecallEstimate::State::kBounded:
        return "bounded";
    }
    return "";
  };
  return {{"state", state()},
          {"found", left.found},
          {"decided", left.decided},
          {"undecided", left.undecided},
          {"probably_at_most", left.probably_at_most},
          {"at_most", left.at_most},
          {"level", 0.95},
          {"recall_at_least", left.recall_at_least}};
}

nlohmann::ordered_json LearntJson(const model::TrainingCounts& learnt) {
  return {{"relevant", learnt.relevant},
          {"not_relevant", learnt.not_relevant},
          {"presumed_not_relevant", learnt.presumed},
          {"from_description", learnt.described}};
}

nlohmann::ordered_json WordsJson(const std::vector<model::KeyTerm>& words) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const auto& word : words) {
    all.push_back({{"text", word.text}, {"start", word.range.start}, {"end", word.range.end}, {"weight", word.weight}});
  }
  return all;
}

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
