// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Suggestions as suggest and screen show them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/suggest_study.h"

namespace commonground::cli {

// "raid, police"
std::string WordList(const std::vector<model::KeyTerm>& words);

// Sentences, each on its line.  `things`: "passages", "documents".
std::string LeftText(const model::RecallEstimate& left, const std::string& things);
std::string LearntText(const model::TrainingCounts& learnt, const std::string& things);

// "nb", "svm"; nullopt: neither.
std::optional<model::SuggestionMethod> MethodFrom(const std::string& word);

}  // namespace commonground::cli
