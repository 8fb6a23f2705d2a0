// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Suggestions and screening as JSON (docs/command-line.md).
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "app/screen_study.h"
#include "app/suggest_study.h"
#include "model/change_set.h"

namespace commonground::app::wire {

using Json = nlohmann::ordered_json;

// Of RecallEstimate::State, in its order, and the word of one.
inline constexpr std::array<std::string_view, 3> kRecallStates{"nothing-decided", "cannot-tell", "bounded"};
constexpr std::string_view Word(model::RecallEstimate::State state) {
  return kRecallStates[static_cast<std::size_t>(state)];
}

// {"code", "trained_on", "remaining", "suggestions"}
Json ToJson(const std::string& code, const SuggestAnswer& answer);
// {"change", "code", "decisions"}: what was decided about suggestions.
Json ToJson(const std::string& code, std::int64_t act, const model::ChangeSet& changes);
// {"documents", "undecided", "included", "excluded", "unsure", "disagreed", "reasons"}
Json ToJson(const model::ScreeningFlow& flow);
// {"trained_on", "remaining", "flow", "documents"}
Json ToJson(const ScreenAnswer& answer);
// {"change", "document", "outcome", "reason"}
Json ToJson(const ScreenDecision& decision, std::int64_t act);

}  // namespace commonground::app::wire
