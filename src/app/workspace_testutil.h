// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A workspace over a store that a test holds, for a person at a moment.
#pragma once

#include <deque>
#include <string>
#include <utility>

#include "app/gateway/entry.h"

namespace commonground::app {

// A clock that stands, and that lives as long as the test.
inline const core::Clock& StoppedAt(core::Moment now) {
  static auto* clocks = new std::deque<core::FixedClock>();
  return clocks->emplace_back(now);
}

inline Workspace Over(const store::StudyStore& store, Caller caller, core::Moment now,
                      Purpose purpose = Purpose::kWork) {
  return Entry::Over(const_cast<store::StudyStore&>(store), std::move(caller), purpose, StoppedAt(now));
}

inline Workspace Over(const store::StudyStore& store, const EditContext& actor, Purpose purpose = Purpose::kWork) {
  return Over(store, Caller::Owner(actor.person), actor.now, purpose);
}

// The owner of the study, under this name.
inline Workspace Over(const store::StudyStore& store, const std::string& person, core::Moment now,
                      Purpose purpose = Purpose::kWork) {
  return Over(store, Caller::Owner(model::CoderId(person)), now, purpose);
}

}  // namespace commonground::app
