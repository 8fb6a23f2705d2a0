// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Ids that are written down of things that seldom have one (model/identity.h): an edit finds the thing by it, so no two
// share it.
#include <fmt/format.h>

#include "model/identity.h"
#include "rules/checked.h"

namespace commonground::rules {

void CheckOwnIds(const Checked& checked) {
  ForEachList(checked.study, [&](Kind kind, const auto& list) {
    using Thing = typename std::decay_t<decltype(list)>::value_type;
    if constexpr (model::kHasOwnId<Thing>) {
      std::unordered_set<std::string_view> seen;
      for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string& id = list[i].id.value;
        if (id.empty()) continue;
        const Field field = checked.Of(kind, i, "id");
        if (!model::IsValidId(id)) {
          if (checked.IsUnread()) field.Bad(id, kNotAnId);
        } else if (!IsGuid(id)) {
          field.Bad(id, kNotAGuid);
        } else if (!seen.insert(id).second) {
          field.Bad(id, fmt::format("is the id of another {} already", NameOf(kind)),
                    "leave it blank in one of the two");
        }
      }
    }
  });
}

}  // namespace commonground::rules
