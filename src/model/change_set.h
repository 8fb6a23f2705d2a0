// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One act of one person on a study, as what was there before and what is there after.  It is applied as a whole or not
// at all, and its inverse takes it back (coding/history, store::StudyStore::Apply).
#pragma once

#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "model/nouns.h"
#include "model/study.h"

namespace commonground::model {

// Nothing before: it is added.  Nothing after: it is taken out.  Both have the same id.
template <typename Thing>
struct Change {
  std::optional<Thing> before;
  std::optional<Thing> after;
  friend bool operator==(const Change&, const Change&) = default;
};

// A thing that also has a place in its list, from 0; those behind it move up or down.
template <typename Thing>
struct PlacedChange {
  std::optional<Thing> before;
  std::optional<Thing> after;
  std::int64_t place_before = -1;  // -1: where it is, or at the end
  std::int64_t place_after = -1;
  friend bool operator==(const PlacedChange&, const PlacedChange&) = default;
};
using CodeChange = PlacedChange<Code>;

// Of the nouns of model/nouns.h: changes.facts.Of<Organisation>().
class FactChanges {
 public:
  template <typename Thing>
  std::vector<PlacedChange<Thing>>& Of() {
    return std::get<std::vector<PlacedChange<Thing>>>(lists_);
  }
  template <typename Thing>
  const std::vector<PlacedChange<Thing>>& Of() const {
    return std::get<std::vector<PlacedChange<Thing>>>(lists_);
  }
  bool empty() const {
    return std::apply([](const auto&... lists) { return (lists.empty() && ...); }, lists_);
  }
  friend bool operator==(const FactChanges&, const FactChanges&) = default;

 private:
  template <typename... Things>
  static std::tuple<std::vector<PlacedChange<Things>>...> Lists(NounList<Things...>);
  decltype(Lists(Nouns())) lists_;
};

struct ChangeSet {
  EventAction action = EventAction::kApply;
  CoderId person;
  core::Moment at;
  std::int64_t undoes = 0;
  std::vector<CodeChange> codes;
  std::vector<Change<Coding>> codings;
  std::vector<Change<Memo>> memos;
  std::vector<Change<Assignment>> assignments;
  std::vector<Change<Adjudication>> adjudications;
  std::vector<Change<Decision>> decisions;
  FactChanges facts;
  std::optional<Change<Settings>> settings;  // both before and after
  // Of documents: in the text of which version the ranges count.  It must still be the newest one.
  std::map<DocumentId, int> versions;
  // Of the whole study (StudyStore::ChangeStamp): it must still have it.  Empty: whatever others did since.
  std::string stamp;
  friend bool operator==(const ChangeSet&, const ChangeSet&) = default;
};

// What the history keeps of a change set: rows of one act, with the number 0 until the store gives it one, and the
// texts that they speak of.
struct Recorded {
  std::vector<Event> events;
  std::vector<HistoryText> history_texts;
};

// One act, as the history tells it.
struct HistoryEntry {
  std::int64_t number = 0;
  core::Moment at;
  CoderId person;
  EventAction action = EventAction::kApply;
  std::int64_t undoes = 0;
  std::int64_t things = 0;  // how many it changed
  friend bool operator==(const HistoryEntry&, const HistoryEntry&) = default;
};

}  // namespace commonground::model
