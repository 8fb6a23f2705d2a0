// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks through all references of a study for those to one thing.
#include "rules/references.h"

namespace commonground::rules {

std::vector<About> UsersOf(const model::Study& study, Kind kind, std::string_view id) {
  std::vector<About> users;
  const auto note = [&](Kind from, std::size_t index) {
    return [&users, &study, kind, id, from, index](std::string_view field, Kind to, std::string_view named) {
      if (to == kind && named == id) {
        users.push_back({from, index, IdOf(study, from, index), std::string(field), 0});
      }
    };
  };
  ForEachReference(study.settings, note(Kind::kSettings, kNoIndex));
  ForEachList(study, [&](Kind from, const auto& list) {
    for (std::size_t i = 0; i < list.size(); ++i) ForEachReference(list[i], note(from, i));
  });
  if (kind != Kind::kOrganisation) return users;
  for (std::size_t i = 0; i < study.statements.size(); ++i) {
    if (study.statements[i].subject != id) continue;
    users.push_back({Kind::kStatement, i, IdOf(study, Kind::kStatement, i), "subject", 0});
  }
  return users;
}

}  // namespace commonground::rules
