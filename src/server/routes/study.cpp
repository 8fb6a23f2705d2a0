// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The study as a whole.

#include "server/routes/study.h"

#include <algorithm>

#include "app/history_study.h"
#include "app/status_study.h"
#include "app/undo_study.h"
#include "model/words.h"

namespace commonground::server {

namespace {

ActSeen ViewOf(const model::HistoryEntry& act) {
  return {act.number, act.at.Text(), act.person.value, act.action, act.undoes, act.things};
}

}  // namespace

core::Result<ShowStatus::Output> ShowStatus::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const app::StudyStatus status, app::StatusStudy(study));
  Output output;
  output.title = status.title;
  output.summary = app::SummaryOf(status.coverage);
  output.next_steps = status.next_steps;
  for (const auto& one : status.coverage.regions) {
    const auto region = std::ranges::find(status.regions, one.region, &model::Region::id);
    output.regions.push_back(
        {one.region.value, region == status.regions.end() ? "" : region->label, one.quota, one.filled, one.missing});
  }
  for (const auto& one : status.coverage.slots) {
    output.slots.push_back({one.slot.value, one.region.value,
                            one.country ? std::optional(one.country->value) : std::nullopt,
                            one.organisation ? std::optional(one.organisation->value) : std::nullopt,
                            std::string(app::ReasonOf(one.state))});
  }
  return output;
}

core::Result<ShowHistory::Output> ShowHistory::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  const auto most = static_cast<std::size_t>(std::clamp<std::int64_t>(input.most.value_or(50), 1, 500));
  CG_ASSIGN_OR_RETURN(const auto acts, app::ActsSeen(study, input.person.value_or(model::CoderId()), most));
  Output output;
  for (const auto& act : acts) {
    if (act.number > input.after.value_or(0)) output.acts.push_back(ViewOf(act));
  }
  return output;
}

core::Result<ShowNext::Output> ShowNext::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  const auto next = app::NextUndoAndRedo(study);
  if (!next) {
    if (next.error().code == core::ErrorCode::kNotFound) return Output();
    return core::Fail(next.error());
  }
  Output output;
  if (next->undo) output.undo = ViewOf(*next->undo);
  if (next->redo) output.redo = ViewOf(*next->redo);
  return output;
}

core::Result<ActSeen> Undo::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const model::HistoryEntry act, app::UndoLast(study));
  return ViewOf(act);
}

core::Result<ActSeen> Redo::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const model::HistoryEntry act, app::RedoLast(study));
  return ViewOf(act);
}

}  // namespace commonground::server
