// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// People who sign in to a study's server, their invitations and sessions, and the log of what they did: beside the
// study in the same file or database, and no part of it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "store/study_location.h"

namespace commonground::store {

// Times are seconds since 1970, UTC.
struct StoredPerson {
  std::string name;
  std::string role;
  std::string organisation;
  std::string passphrase;
  std::string second_key;
  std::int64_t second_step = 0;
  std::string recovery;
  std::int64_t since = 0;
  std::string state;
};

struct StoredInvitation {
  std::string hash;
  std::string kind;
  std::string name;
  std::string role;
  std::string organisation;
  std::string by;
  std::int64_t expires = 0;
};

struct StoredSignIn {
  std::string hash;
  std::string person;
  std::int64_t began = 0;
  std::int64_t used = 0;
  std::int64_t fresh = 0;
  std::string awaits;
};

struct StoredAudit {
  std::int64_t number = 0;
  std::int64_t at = 0;
  std::string person;
  std::string action;
  std::string subject;
  std::string salt;
  std::string subject_hash;
  std::string chain;
};

struct StoredApproval {
  std::string content;
  std::string person;
  std::int64_t at = 0;
};

// Something that a person has set for the pages.
struct StoredPreference {
  std::string setting;
  std::string value;
};

class Database;

// Of use only within PeopleStore::Read and Edit.  Put replaces what has the same key.  Functions throw, and Read and
// Edit turn that into errors.
class PeopleTables {
 public:
  explicit PeopleTables(Database& database) : database_(database) {}

  std::vector<StoredPerson> People();
  std::optional<StoredPerson> Person(const std::string& name);
  void Put(const StoredPerson& person);

  std::vector<StoredInvitation> Invitations();
  void Put(const StoredInvitation& invitation);
  void RemoveInvitation(const std::string& hash);
  void RemoveInvitations(const std::string& kind);

  std::vector<StoredSignIn> SignIns();
  std::optional<StoredSignIn> SignIn(const std::string& hash);
  void Put(const StoredSignIn& sign_in);
  void RemoveSignIn(const std::string& hash);
  void RemoveSignInsOf(const std::string& person);
  // Those that were used last before `used`, or began before `began`.
  void RemoveOldSignIns(std::int64_t used, std::int64_t began);

  // The newest first, at most `most`.
  std::vector<StoredApproval> Approvals(std::int64_t most);
  void Put(const StoredApproval& approval);
  void RemoveApproval(const std::string& content, const std::string& person);

  // By setting.  Set replaces all of them.
  std::vector<StoredPreference> PreferencesOf(const std::string& person);
  void SetPreferences(const std::string& person, const std::vector<StoredPreference>& preferences);

  // In their order, from `first` on, at most `most`.
  std::vector<StoredAudit> Audit(std::int64_t first, std::int64_t most);
  std::optional<StoredAudit> LastAudit();
  // The newest line of this action.
  std::optional<StoredAudit> LastAuditOf(const std::string& action);
  void Add(const StoredAudit& line);

  // The study's secret (store/secret.h); empty: none was made yet.
  std::string Secret();
  // Makes one where there is none.  Of use within Edit only.
  void EnsureSecret();

 private:
  using Rows = std::vector<std::vector<std::string>>;
  Rows Ask(const std::string& sql, std::size_t columns, const std::vector<std::string>& values);
  void Write(const std::string& sql, const std::vector<std::string>& values);
  Database& database_;
};

// Threads: one at a time.  Errors as StudyStore.
class PeopleStore {
 public:
  enum class Open { kToRead, kToWrite };
  static core::Result<PeopleStore> At(const StudyLocation& place, Open open);
  PeopleStore(PeopleStore&&) noexcept;
  PeopleStore& operator=(PeopleStore&&) noexcept;
  ~PeopleStore();

  // One transaction.  Edit: an error of `edit` undoes what it did; two programs that edit wait for each other.
  core::Status Read(const std::function<core::Status(PeopleTables&)>& read);
  core::Status Edit(const std::function<core::Status(PeopleTables&)>& edit);

 private:
  class Connection;
  explicit PeopleStore(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace commonground::store
