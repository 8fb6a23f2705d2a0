// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes an error for whoever shows it: a program, a form, a page.

#include "app/wire/error_json.h"

namespace commonground::app::wire {

Json ToJson(const core::Error& error) {
  Json said{{"code", core::Name(error.code)}, {"message", error.message}, {"where", error.where}};
  const auto& [kind, id, field] = error.about;
  if (!kind.empty()) said["about"] = {{"kind", kind}, {"id", id}, {"field", field}};
  if (!error.hint.action.empty()) {
    Json arguments = Json::object();
    for (const auto& [name, value] : error.hint.arguments) arguments[name] = value;
    said["hint"] = {{"action", error.hint.action}, {"arguments", arguments}};
  }
  return {{"error", std::move(said)}};
}

Json ToJson(const std::vector<core::Problem>& problems) {
  Json list = Json::array();
  for (const core::Problem& problem : problems) {
    if (problem.severity != core::Severity::kError) continue;
    list.push_back({{"file", problem.file},
                    {"line", problem.line},
                    {"column", problem.column},
                    {"value", problem.value},
                    {"message", problem.message},
                    {"fix", problem.fix}});
  }
  return {{"problems", list}};
}

}  // namespace commonground::app::wire
