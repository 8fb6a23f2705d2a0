// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Compares who stood under a grade with who is to stand there.

#include "app/nouns/signatures.h"

#include <algorithm>

namespace commonground::app {

core::Status SignAs(const model::CoderId& person, const model::Finding& now, model::Finding& made) {
  for (const std::string& name : made.graded_by) {
    const bool stood = std::ranges::find(now.graded_by, name) != now.graded_by.end();
    if (stood || (!person.empty() && name == person.value)) continue;
    return core::Fail({core::ErrorCode::kInvalidInput,
                       "a grade is signed by each person in a session of their own, and this name is not yours. "
                       "Nothing was changed. Fix: sign as yourself, and let the other person sign in",
                       made.id.value,
                       {"finding", made.id.value, "graded_by"}});
  }
  const bool is_same =
      made.confidence == now.confidence && made.concerns == now.concerns && made.reasons == now.reasons;
  if (!is_same) std::erase_if(made.graded_by, [&](const std::string& name) { return name != person.value; });
  return {};
}

}  // namespace commonground::app
