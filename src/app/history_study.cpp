// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lists the history of a study, and undoes and redoes changes.

#include "app/history_study.h"

#include <algorithm>

#include "app/gateway/coding_view.h"
#include "app/gateway/entry.h"

namespace commonground::app {

namespace {

core::Result<model::HistoryEntry> Seen(const store::StudyStore& store, const CodingView& view,
                                       model::HistoryEntry act) {
  CG_ASSIGN_OR_RETURN(const auto events, store.EventsOf(act.number));
  act.things = std::ranges::count_if(events, [&](const model::Event& event) { return view.Sees(event); });
  const bool is_coding_seen = std::ranges::any_of(events, [&](const model::Event& event) {
    return event.record_type == model::RecordType::kCoding && view.Sees(event);
  });
  if (act.action == model::EventAction::kApply && !is_coding_seen) act.action = model::EventAction::kAddCode;
  return act;
}

}  // namespace

core::Result<std::vector<model::HistoryEntry>> ActsSeen(const Workspace& workspace, const model::CoderId& by,
                                                        std::size_t most) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kHistory));
  const store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  const model::Study& study = *small;
  const CodingView view(study, in.caller, in.today);
  std::vector<model::HistoryEntry> seen;
  std::size_t looked_at = 0;
  for (std::size_t wanted = most; seen.size() < most; wanted *= 4) {
    CG_ASSIGN_OR_RETURN(const auto acts, store.HistoryEntries(by, wanted));
    for (; looked_at < acts.size() && seen.size() < most; ++looked_at) {
      CG_ASSIGN_OR_RETURN(auto act, Seen(store, view, acts[looked_at]));
      if (act.things > 0) seen.push_back(std::move(act));
    }
    if (acts.size() < wanted) break;
  }
  return seen;
}

core::Result<model::HistoryEntry> SeenOfAct(const Workspace& workspace, model::HistoryEntry act) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kHistory));
  const store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  const model::Study& study = *small;
  return Seen(store, CodingView(study, in.caller, in.today), std::move(act));
}

}  // namespace commonground::app
