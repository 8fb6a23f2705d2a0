// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One object an edition; its words are a list.

#include "app/wire/edition_json.h"

#include <sstream>

namespace commonground::app::wire {

namespace {

nlohmann::ordered_json ListOf(const std::string& words) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  std::istringstream in(words);
  for (std::string word; in >> word;) list.push_back(word);
  return list;
}

}  // namespace

nlohmann::ordered_json ToJson(const std::vector<model::EditionRecord>& editions) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const model::EditionRecord& one : editions) {
    all.push_back({{"edition", one.edition},
                   {"made_at", one.made_at},
                   {"forms", ListOf(one.forms)},
                   {"languages", ListOf(one.languages)},
                   {"hash", one.hash}});
  }
  return {{"editions", std::move(all)}};
}

}  // namespace commonground::app::wire
