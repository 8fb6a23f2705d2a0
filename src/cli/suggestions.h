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

nlohmann::ordered_json LeftJson(const model::StillToFind& left);
nlohmann::ordered_json LearntJson(const model::Lessons& learnt);
nlohmann::ordered_json WordsJson(const std::vector<model::WeightyWord>& words);

// "raid, police"
std::string WordList(const std::vector<model::WeightyWord>& words);

// Sentences, each on its line.  `things`: "passages", "documents".
std::string LeftText(const model::StillToFind& left, const std::string& things);
std::string LearntText(const model::Lessons& learnt, const std::string& things);

// "nb", "svm"; nullopt: neither.
std::optional<model::SuggestionMethod> MethodFrom(const std::string& word);

}  // namespace commonground::cli
