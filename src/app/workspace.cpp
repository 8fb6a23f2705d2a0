// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Opens a study for a caller, and lets use cases in by their permissions.

#include "app/workspace.h"

#include <fmt/format.h>

#include <filesystem>

#include "app/gateway/entry.h"
#include "app/withdrawal/carry_out.h"
#include "app/withdrawal/open_served.h"
#include "core/hinted.h"

namespace commonground::app {

using core::ErrorCode;
using store::OpenMode;
using store::StudyStore;

namespace {

constexpr std::int64_t kClockMayBeOff = 300;  // seconds: computers of people who work together differ a little

}  // namespace

// A place and the store that was opened from it, or a store that somebody else holds.
class Workspace::Connection {
 public:
  Connection(store::StudyLocation place, StudyStore store) : place_(std::move(place)), owned_(std::move(store)) {}
  explicit Connection(StudyStore* borrowed) : borrowed_(borrowed) {}

  SmallStudy& small() { return small_; }
  core::Result<StudyStore*> For(Access access) {
    if (borrowed_ != nullptr) return borrowed_;
    if (access == Access::kWrites && place_ && !writes_) {
      owned_.reset();  // before: a file that is read cannot be brought up to date
      CG_ASSIGN_OR_RETURN(owned_, StudyStore::Open(*place_, OpenMode::kWrite));
      writes_ = true;
    }
    if (!owned_) {  // opening it for writing failed before
      CG_ASSIGN_OR_RETURN(owned_, StudyStore::Open(*place_, OpenMode::kRead));
    }
    return &*owned_;
  }

 private:
  std::optional<store::StudyLocation> place_;
  std::optional<StudyStore> owned_;
  SmallStudy small_;
  StudyStore* borrowed_ = nullptr;
  bool writes_ = false;
};

Workspace::Workspace(std::shared_ptr<Connection> connection, Caller caller, Purpose purpose, const core::Clock& clock)
    : connection_(std::move(connection)), caller_(std::move(caller)), purpose_(purpose), clock_(&clock) {}

core::Result<Workspace> Workspace::Open(const std::string& location, Caller caller, Purpose purpose,
                                        const core::Clock& clock) {
  CG_ASSIGN_OR_RETURN(store::StudyLocation place, store::StudyLocation::Parse(location));
  std::error_code ignored;
  if (place.is_file() && std::filesystem::is_directory(place.file(), ignored)) {
    return core::FailWithHint(ErrorCode::kInvalidInput,
                              "this is a study folder; what is edited needs a study file or database, which keeps the "
                              "history. Fix: import it, then use that file; an export writes it as a folder again",
                              location, {"import", {{"folder", location}}});
  }
  CG_ASSIGN_OR_RETURN(StudyStore store, OpenServed(place, clock));
  return Entry::Over(std::move(place), std::move(store), std::move(caller), purpose, clock);
}

Workspace Workspace::For(Caller caller, Purpose purpose) const {
  Workspace other(connection_, std::move(caller), purpose, *clock_);
  other.stamp_ = stamp_;
  return other;
}

core::Result<std::string> Workspace::ChangeStamp() const {
  CG_ASSIGN_OR_RETURN(const StudyStore* store, connection_->For(Access::kReads));
  return store->ChangeStamp();
}

Workspace Workspace::IfUnchanged(std::string stamp) const {
  Workspace other = *this;
  other.stamp_ = std::move(stamp);
  return other;
}

std::optional<core::Problem> Workspace::ClockIsBehind() const {
  const auto store = connection_->For(Access::kReads);
  if (!store) return std::nullopt;
  const auto newest = (*store)->HistoryEntries({}, 1);
  if (!newest || newest->empty()) return std::nullopt;
  const core::Moment edited = newest->front().at;
  const core::Moment now = clock_->Now();
  if (now.unix_seconds() + kClockMayBeOff >= edited.unix_seconds()) return std::nullopt;
  return core::Problem{
      core::Severity::kNotice,
      "",
      0,
      "",
      now.Text(),
      "is what the clock of this computer says, and the study was changed at " + edited.Text() +
          ". A consent that has ended since is taken for one that holds; one that was withdrawn is not",
      "set the clock, and do this again"};
}

core::Result<Entered> Entry::Enter(const Workspace& workspace, UseCase use_case) {
  const Permission& permission = Permissions()[static_cast<std::size_t>(use_case)];
  const Caller& caller = workspace.caller();
  if (!permission.Allows(caller.role)) {
    return core::Fail(ErrorCode::kForbidden,
                      fmt::format("a {} may not do this ({}). Nothing was changed. Fix: ask a coordinator",
                                  RoleName(caller.role), permission.name));
  }
  if (permission.purpose != workspace.purpose()) {
    return core::Fail(ErrorCode::kForbidden,
                      fmt::format("the study was opened to {}, and this ({}) is to {}. Nothing was changed",
                                  PurposeName(workspace.purpose()), permission.name, PurposeName(permission.purpose)));
  }
  CG_ASSIGN_OR_RETURN(StudyStore * store, workspace.connection_->For(permission.access));
  const core::Moment now = workspace.clock().Now();
  return Entered{*store, caller, {caller.person, now, workspace.stamp_}, now.Day(), workspace.connection_->small()};
}

Workspace Entry::Over(StudyStore& store, Caller caller, Purpose purpose, const core::Clock& clock) {
  return {std::make_shared<Workspace::Connection>(&store), std::move(caller), purpose, clock};
}

Workspace Entry::Over(store::StudyLocation place, StudyStore store, Caller caller, Purpose purpose,
                      const core::Clock& clock) {
  return {std::make_shared<Workspace::Connection>(std::move(place), std::move(store)), std::move(caller), purpose,
          clock};
}

core::Result<std::optional<store::StudyStore>> OpenIfThere(const store::StudyLocation& place) {
  std::error_code ignored;
  if (place.is_file() && !std::filesystem::exists(place.file(), ignored)) {
    core::NoProgress silent;
    CG_RETURN_IF_ERROR(CompleteWithdrawals(place, core::SystemClock(), silent));  // no list waits for its study here
    return std::optional<store::StudyStore>();
  }
  auto store = OpenServed(place);
  if (store) return std::optional<store::StudyStore>(std::move(*store));
  if (store.error().code == core::ErrorCode::kNotFound) return std::optional<store::StudyStore>();
  return core::Fail(std::move(store).error());
}

}  // namespace commonground::app
