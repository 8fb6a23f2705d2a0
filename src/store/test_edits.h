// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Single codings in tests, as acts that leave nothing in the history.
#pragma once

#include "store/study_store.h"

namespace commonground::store {

inline core::Result<std::int64_t> Do(StudyStore& store, std::optional<model::Coding> before,
                                     std::optional<model::Coding> after) {
  model::ChangeSet changes;
  changes.person = (before ? before : after)->coder;
  changes.codings.push_back({std::move(before), std::move(after)});
  return store.Apply(changes, {});
}
inline core::Result<std::int64_t> Add(StudyStore& store, const model::Coding& coding) {
  return Do(store, std::nullopt, coding);
}
inline core::Result<std::int64_t> Change(StudyStore& store, const model::Coding& seen, const model::Coding& coding) {
  return Do(store, seen, coding);
}
inline core::Result<std::int64_t> Remove(StudyStore& store, const model::Coding& seen) {
  return Do(store, seen, std::nullopt);
}

}  // namespace commonground::store
