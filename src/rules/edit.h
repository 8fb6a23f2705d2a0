// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether one thing may be added, changed or taken out, before it is stored, by the rules and in the words of an import
// (rules/check.h).
//
//   model::Organisation umoja = study.organisations[i];
//   umoja.region = model::RegionId("afrika");
//   for (const Problem& problem : CheckValue(study, umoja, i)) ...   // region: there is no region of this id
//
// The study may be one that was loaded without its texts or codings (store::StudyStore): what is not there is missing
// before and after, and is no problem of the change.  But only what is loaded can be found to refer to a thing.
#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"
#include "rules/check.h"

namespace commonground::rules {

// All that is wrong with the thing at `index` of `after`, and what else is wrong there that was not in `before`: a slot
// whose country differs now, a partner whose sector is no sector any more.  Form::kUnread is added to `circumstances`.
// kNoIndex: only what is new.  kSettings has no index: kNoIndex there means the settings.
// Cost: that of Check, twice.  Threads: any.
std::vector<Problem> CheckChange(const model::Study& before, const model::Study& after, Kind kind, std::size_t index,
                                 const Circumstances& circumstances = {});

// As if `value` stood in its list, in place of the thing at `replaces` or, with kNoIndex, behind all.
// Cost: a copy of the study besides; give one without texts.
template <typename Thing>
std::vector<Problem> CheckValue(const model::Study& study, const Thing& value, std::size_t replaces = kNoIndex,
                                const Circumstances& circumstances = {}) {
  model::Study after = study;
  std::vector<Thing>& list = after.*Listed<Thing>::kList;
  const std::size_t index = replaces < list.size() ? replaces : list.size();
  if (index == list.size()) list.emplace_back();
  list[index] = value;
  return CheckChange(study, after, Listed<Thing>::kKind, index, circumstances);
}
std::vector<Problem> CheckValue(const model::Study& study, const model::Settings& value,
                                const Circumstances& circumstances = {});

// As if the thing at `index` were taken out: what would then refer to nothing.
// Requires: index < the list's size.
template <typename Thing>
std::vector<Problem> CheckRemoval(const model::Study& study, std::size_t index,
                                  const Circumstances& circumstances = {}) {
  model::Study after = study;
  std::vector<Thing>& list = after.*Listed<Thing>::kList;
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
  return CheckChange(study, after, Listed<Thing>::kKind, kNoIndex, circumstances);
}

// The first error as what an edit is refused with; good if there is none, notices or not.
// Errors: InvalidInput, where = "organisation umoja-house": "region: \"afrika\": there is no region of this id. Nothing
// was changed.  Fix: ...".
core::Status Accepted(const std::vector<Problem>& problems);

}  // namespace commonground::rules
