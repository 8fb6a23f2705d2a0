// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Suggestions as suggest and screen show them.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/suggest_study.h"

namespace commonground::cli {

nlohmann::ordered_json LeftJson(const model::RecallEstimate& left);
nlohmann::ordered_json LearntJson(const model::TrainingCounts& learnt);
nlohmann::ordered_json WordsJson(const std::vector<model::KeyTerm>& words);

// "raid, police"
std::string WordList(const std::vector<model::KeyTerm>& words);

// Sentences, each on its line.  `things`: "passages", "documents".
std::string LeftText(const model::RecallEstimate& left, const std::string& things);
std::string LearntText(const model::TrainingCounts& learnt, const std::string& things);

// "nb", "svm"; nullopt: neither.
std::optional<model::SuggestionMethod> MethodFrom(const std::string& word);

}  // namespace commonground::cli
