// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The states that a thing had, as the history tells them: what `show` lists, and which version somebody saw.  For app
// alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coding/history/things.h"
#include "coding/history/undo.h"
#include "model/identity.h"
#include "store/study_store.h"

namespace commonground::app {

// One event, as two states; neither: their words were erased.
template <typename Thing>
struct NounEvent {
  model::Event event;
  std::optional<Thing> before;
  std::optional<Thing> after;
  bool is_erased = false;
  std::int64_t place_before = -1;  // in its list, from 0; -1: not said
  std::int64_t place_after = -1;
};

// The oldest first.  Cost: linear in the history.
template <typename Thing>
core::Result<std::vector<NounEvent<Thing>>> EventsOfNoun(const store::StudyStore& store, const std::string& id) {
  CG_ASSIGN_OR_RETURN(const auto events, store.EventsAbout(model::Noun<Thing>::kThing, id));
  CG_ASSIGN_OR_RETURN(const auto texts, store.HistoryTexts(coding::HistoryTextsNamedBy(events)));
  std::map<std::string, const std::string*> kept;
  for (const auto& one : texts) kept[one.id.value] = &one.text;
  std::vector<NounEvent<Thing>> all;
  for (const auto& event : events) {
    NounEvent<Thing> one{event, {}, {}};
    const coding::TextOf text = [&](const std::string& text_id) {
      const auto found = kept.find(text_id);
      if (found != kept.end()) return *found->second;
      one.is_erased = true;
      return std::string();
    };
    const auto state = [&](const std::string& json, std::int64_t& place) -> std::optional<Thing> {
      if (json.empty()) return std::nullopt;
      auto placed = coding::PlacedFrom<Thing>(json, event.subject, text);
      if (placed) place = placed->place;
      return placed ? std::optional(model::WithId(placed->thing, id)) : std::nullopt;
    };
    one.before = state(event.before, one.place_before);
    one.after = state(event.after, one.place_after);
    all.push_back(std::move(one));
  }
  return all;
}

// The thing as it was in this version; none: the history does not know it.
template <typename Thing>
std::optional<Thing> StateOf(const std::vector<NounEvent<Thing>>& events, const std::string& version) {
  for (auto one = events.rbegin(); one != events.rend(); ++one) {
    for (const auto* state : {&one->after, &one->before}) {
      if (*state && model::VersionOf(**state) == version) return **state;
    }
  }
  return std::nullopt;
}

}  // namespace commonground::app
