// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes steps and progress.

#include "app/wire/work_json.h"

namespace commonground::app::wire {

nlohmann::ordered_json ToJson(const Work& work) {
  auto steps = nlohmann::ordered_json::array();
  for (const WorkStep& one : work.steps) {
    nlohmann::ordered_json step{{"step", model::Word(one.kind)}, {"subject", one.subject}, {"count", one.count}};
    step["last_day"] = one.last_day ? nlohmann::ordered_json(one.last_day->Text()) : nlohmann::ordered_json();
    steps.push_back(std::move(step));
  }
  auto progress = nlohmann::ordered_json::array();
  for (const CoderProgress& one : work.progress) {
    progress.push_back({{"coder", one.coder.value}, {"open", one.open}, {"submitted", one.submitted}});
  }
  return {{"steps", std::move(steps)}, {"progress", std::move(progress)}};
}

}  // namespace commonground::app::wire
