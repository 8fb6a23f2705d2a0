// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the sources of Gate share: its connection to the store, and how people, links and sessions stand in it.  Of use
// only to them.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/people/audit_queue.h"
#include "app/people/audit_rows.h"
#include "app/people/gate.h"
#include "app/people/tries.h"
#include "store/people/people_store.h"

namespace commonground::app {

inline constexpr const char* kAwaitsSecondKey = "second_key";
inline constexpr const char* kOpenAccount = "open";
inline constexpr const char* kEndedAccount = "ended";

// For a link or a session: 256 bits, as text.  What is stored of it is its hash.
std::string NewToken();
std::string HashOf(std::string_view token);
SessionInfo InfoOf(const store::StoredSignIn& row, const store::StoredPerson& person);
Invitation InvitationOf(const store::StoredInvitation& row);
// Not, if it would be good for longer than any is: the clock was set back since it was made.
bool IsGood(const store::StoredInvitation& row, std::int64_t now);
core::Status CheckName(const std::string& name);
std::int64_t Coordinators(store::PeopleTables& tables);  // who may still come in

class Gate::Impl {
 public:
  Impl(store::PeopleStore people, store::StudyLocation place, const core::Clock& clock)
      : people_(std::move(people)), place_(std::move(place)), clock_(clock) {}

  AuditQueue audit_{[this](const std::vector<AuditEntry>& entries) {
    return Edit([&](store::PeopleTables& tables) -> core::Status {
      for (const auto& entry : entries) AddAudit(tables, entry.at, entry.person, entry.action, entry.subject);
      return {};
    });
  }};

  std::int64_t Now() const { return clock_.Now().unix_seconds(); }

  // Again on a new connection where the old one broke: a database that was gone and is back.
  core::Status Do(bool edits, const std::function<core::Status(store::PeopleTables&)>& work) {
    const std::lock_guard lock(mutex_);
    core::Status done = edits ? people_.Edit(work) : people_.Read(work);
    if (done || done.error().code != core::ErrorCode::kIo) return done;
    auto again = store::PeopleStore::At(place_, store::PeopleStore::Open::kToWrite);
    if (!again) return done;
    people_ = std::move(*again);
    return edits ? people_.Edit(work) : people_.Read(work);
  }
  core::Status Read(const std::function<core::Status(store::PeopleTables&)>& work) { return Do(false, work); }
  core::Status Edit(const std::function<core::Status(store::PeopleTables&)>& work) { return Do(true, work); }

  // A new session within an edit.
  SignedIn Begin(store::PeopleTables& tables, const store::StoredPerson& person, std::int64_t now) {
    tables.RemoveOldSignIns(now - kIdleSeconds, now - kLongestSession);
    SignedIn in;
    in.token = NewToken();
    const bool awaits = person.role == RoleName(Role::kCoordinator) && person.second_key.empty();
    const store::StoredSignIn row{HashOf(in.token), person.name, now, now, now, awaits ? kAwaitsSecondKey : ""};
    tables.Put(row);
    in.session = InfoOf(row, person);
    return in;
  }

  void Forget() {
    const std::lock_guard lock(known_mutex_);
    known_.clear();
  }

  struct Known {
    store::StoredSignIn row;
    store::StoredPerson person;
    std::int64_t checked = 0;
  };
  std::mutex known_mutex_;
  std::map<std::string, Known> known_;          // by hash; guarded by known_mutex_
  std::map<std::string, std::string> offered_;  // second keys by name; guarded by known_mutex_
  Tries tries_;
  std::mutex nobody_mutex_;
  std::string nobody_;  // the hash that unknown names are compared with; guarded by nobody_mutex_

 private:
  std::mutex mutex_;
  store::PeopleStore people_;  // guarded by mutex_
  store::StudyLocation place_;
  const core::Clock& clock_;
};

}  // namespace commonground::app
