// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Small tables.  Values are always bound; numbers cross as text, which both databases read as what the column is.

#include "store/people/people_store.h"

#include <fmt/format.h>
#include <soci/soci.h>

#include <array>
#include <string>

#include "store/database.h"
#include "store/failure.h"
#include "store/secret.h"

namespace commonground::store {

namespace {

constexpr const char* kNames[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};

std::int64_t Number(const std::string& cell) {
  return std::stoll(cell);
}

}  // namespace

PeopleTables::Rows PeopleTables::Ask(const std::string& sql, std::size_t columns,
                                     const std::vector<std::string>& values) {
  std::vector<std::string> cells(columns);
  soci::statement ask(database_.session());
  for (std::string& cell : cells) ask.exchange(soci::into(cell));
  for (std::size_t i = 0; i < values.size(); ++i) ask.exchange(soci::use(values[i], kNames[i]));
  ask.alloc();
  ask.prepare(sql);
  ask.define_and_bind();
  ask.execute();
  Rows rows;
  while (ask.fetch()) rows.push_back(cells);
  return rows;
}

void PeopleTables::Write(const std::string& sql, const std::vector<std::string>& values) {
  soci::statement write(database_.session());
  for (std::size_t i = 0; i < values.size(); ++i) write.exchange(soci::use(values[i], kNames[i]));
  write.alloc();
  write.prepare(sql);
  write.define_and_bind();
  write.execute(true);
}

namespace {
constexpr const char* kPerson =
    "SELECT name, role, organisation, passphrase, second_key, CAST(second_step AS TEXT), recovery, CAST(since AS "
    "TEXT), state FROM people WHERE study = {}";
StoredPerson PersonOf(const std::vector<std::string>& row) {
  return {row[0], row[1], row[2], row[3], row[4], Number(row[5]), row[6], Number(row[7]), row[8]};
}
constexpr const char* kSignIn =
    "SELECT hash, person, CAST(began AS TEXT), CAST(used AS TEXT), CAST(fresh AS TEXT), awaits FROM sign_ins WHERE "
    "study = {}";
StoredSignIn SignInOf(const std::vector<std::string>& row) {
  return {row[0], row[1], Number(row[2]), Number(row[3]), Number(row[4]), row[5]};
}
constexpr const char* kAudit =
    "SELECT CAST(number AS TEXT), CAST(at AS TEXT), person, action, subject, salt, subject_hash, chain FROM audit "
    "WHERE study = {}";
StoredAudit AuditOf(const std::vector<std::string>& row) {
  return {Number(row[0]), Number(row[1]), row[2], row[3], row[4], row[5], row[6], row[7]};
}
}  // namespace

std::vector<StoredPerson> PeopleTables::People() {
  std::vector<StoredPerson> people;
  for (const auto& row : Ask(fmt::format(fmt::runtime(kPerson), database_.study()) + " ORDER BY name", 9, {})) {
    people.push_back(PersonOf(row));
  }
  return people;
}

std::optional<StoredPerson> PeopleTables::Person(const std::string& name) {
  const auto rows = Ask(fmt::format(fmt::runtime(kPerson), database_.study()) + " AND name = :a", 9, {name});
  return rows.empty() ? std::nullopt : std::optional(PersonOf(rows.front()));
}

void PeopleTables::Put(const StoredPerson& person) {
  Write(fmt::format("DELETE FROM people WHERE study = {} AND name = :a", database_.study()), {person.name});
  Write(fmt::format("INSERT INTO people (study, name, role, organisation, passphrase, second_key, second_step, "
                    "recovery, since, state) VALUES ({}, :a, :b, :c, :d, :e, :f, :g, :h, :i)",
                    database_.study()),
        {person.name, person.role, person.organisation, person.passphrase, person.second_key,
         std::to_string(person.second_step), person.recovery, std::to_string(person.since), person.state});
}

std::vector<StoredInvitation> PeopleTables::Invitations() {
  std::vector<StoredInvitation> invitations;
  for (const auto& row :
       Ask(fmt::format(
               "SELECT hash, kind, name, role, organisation, invited_by, CAST(expires AS TEXT) FROM invitations WHERE "
               "study = {} ORDER BY hash",
               database_.study()),
           7, {})) {
    invitations.push_back({row[0], row[1], row[2], row[3], row[4], row[5], Number(row[6])});
  }
  return invitations;
}

void PeopleTables::Put(const StoredInvitation& invitation) {
  RemoveInvitation(invitation.hash);
  Write(fmt::format(
            "INSERT INTO invitations (study, hash, kind, name, role, organisation, invited_by, expires) VALUES ({}, "
            ":a, :b, :c, :d, :e, :f, :g)",
            database_.study()),
        {invitation.hash, invitation.kind, invitation.name, invitation.role, invitation.organisation, invitation.by,
         std::to_string(invitation.expires)});
}

void PeopleTables::RemoveInvitation(const std::string& hash) {
  Write(fmt::format("DELETE FROM invitations WHERE study = {} AND hash = :a", database_.study()), {hash});
}

void PeopleTables::RemoveInvitations(const std::string& kind) {
  Write(fmt::format("DELETE FROM invitations WHERE study = {} AND kind = :a", database_.study()), {kind});
}

std::vector<StoredSignIn> PeopleTables::SignIns() {
  std::vector<StoredSignIn> sign_ins;
  for (const auto& row :
       Ask(fmt::format(fmt::runtime(kSignIn), database_.study()) + " ORDER BY sign_ins.began, hash", 6, {})) {
    sign_ins.push_back(SignInOf(row));
  }
  return sign_ins;
}

std::optional<StoredSignIn> PeopleTables::SignIn(const std::string& hash) {
  const auto rows = Ask(fmt::format(fmt::runtime(kSignIn), database_.study()) + " AND hash = :a", 6, {hash});
  return rows.empty() ? std::nullopt : std::optional(SignInOf(rows.front()));
}

void PeopleTables::Put(const StoredSignIn& sign_in) {
  RemoveSignIn(sign_in.hash);
  Write(fmt::format("INSERT INTO sign_ins (study, hash, person, began, used, fresh, awaits) VALUES ({}, :a, :b, :c, "
                    ":d, :e, :f)",
                    database_.study()),
        {sign_in.hash, sign_in.person, std::to_string(sign_in.began), std::to_string(sign_in.used),
         std::to_string(sign_in.fresh), sign_in.awaits});
}

void PeopleTables::RemoveSignIn(const std::string& hash) {
  Write(fmt::format("DELETE FROM sign_ins WHERE study = {} AND hash = :a", database_.study()), {hash});
}

void PeopleTables::RemoveSignInsOf(const std::string& person) {
  Write(fmt::format("DELETE FROM sign_ins WHERE study = {} AND person = :a", database_.study()), {person});
}

void PeopleTables::RemoveOldSignIns(std::int64_t used, std::int64_t began) {
  Write(fmt::format("DELETE FROM sign_ins WHERE study = {} AND (used < {} OR began < {})", database_.study(), used,
                    began),
        {});
}

std::vector<StoredApproval> PeopleTables::Approvals(std::int64_t most) {
  std::vector<StoredApproval> approvals;
  for (const auto& row : Ask(fmt::format("SELECT content, person, CAST(at AS TEXT) FROM approvals WHERE study = {} "
                                         "ORDER BY approvals.at DESC, content, person LIMIT {}",
                                         database_.study(), most),
                             3, {})) {
    approvals.push_back({row[0], row[1], Number(row[2])});
  }
  return approvals;
}

void PeopleTables::Put(const StoredApproval& approval) {
  RemoveApproval(approval.content, approval.person);
  Write(fmt::format("INSERT INTO approvals (study, content, person, at) VALUES ({}, :a, :b, :c)", database_.study()),
        {approval.content, approval.person, std::to_string(approval.at)});
}

void PeopleTables::RemoveApproval(const std::string& content, const std::string& person) {
  Write(fmt::format("DELETE FROM approvals WHERE study = {} AND content = :a AND person = :b", database_.study()),
        {content, person});
}

std::vector<StoredPreference> PeopleTables::PreferencesOf(const std::string& person) {
  std::vector<StoredPreference> preferences;
  for (const auto& row : Ask(fmt::format("SELECT setting, value FROM preferences WHERE study = {} AND person = :a "
                                         "ORDER BY setting",
                                         database_.study()),
                             2, {person})) {
    preferences.push_back({row[0], row[1]});
  }
  return preferences;
}

void PeopleTables::SetPreferences(const std::string& person, const std::vector<StoredPreference>& preferences) {
  Write(fmt::format("DELETE FROM preferences WHERE study = {} AND person = :a", database_.study()), {person});
  for (const StoredPreference& one : preferences) {
    Write(fmt::format("INSERT INTO preferences (study, person, setting, value) VALUES ({}, :a, :b, :c)",
                      database_.study()),
          {person, one.setting, one.value});
  }
}

std::vector<StoredAudit> PeopleTables::Audit(std::int64_t first, std::int64_t most) {
  std::vector<StoredAudit> lines;
  for (const auto& row : Ask(fmt::format(fmt::runtime(kAudit), database_.study()) +
                                 fmt::format(" AND number >= {} ORDER BY audit.number LIMIT {}", first, most),
                             8, {})) {
    lines.push_back(AuditOf(row));
  }
  return lines;
}

std::optional<StoredAudit> PeopleTables::LastAudit() {
  const auto rows =
      Ask(fmt::format(fmt::runtime(kAudit), database_.study()) + " ORDER BY audit.number DESC LIMIT 1", 8, {});
  return rows.empty() ? std::nullopt : std::optional(AuditOf(rows.front()));
}

std::optional<StoredAudit> PeopleTables::LastAuditOf(const std::string& action) {
  const auto rows =
      Ask(fmt::format(fmt::runtime(kAudit), database_.study()) + " AND action = :a ORDER BY audit.number DESC LIMIT 1",
          8, {action});
  return rows.empty() ? std::nullopt : std::optional(AuditOf(rows.front()));
}

void PeopleTables::Add(const StoredAudit& line) {
  Write(fmt::format("INSERT INTO audit (study, number, at, person, action, subject, salt, subject_hash, chain) VALUES "
                    "({}, :a, :b, :c, :d, :e, :f, :g, :h)",
                    database_.study()),
        {std::to_string(line.number), std::to_string(line.at), line.person, line.action, line.subject, line.salt,
         line.subject_hash, line.chain});
}

std::string PeopleTables::Secret() {
  return ReadSecret(database_);
}

void PeopleTables::EnsureSecret() {
  store::EnsureSecret(database_);
}

class PeopleStore::Connection {
 public:
  std::string where;
  std::unique_ptr<Database> database;
};

PeopleStore::PeopleStore(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
PeopleStore::PeopleStore(PeopleStore&&) noexcept = default;
PeopleStore& PeopleStore::operator=(PeopleStore&&) noexcept = default;
PeopleStore::~PeopleStore() = default;

core::Result<PeopleStore> PeopleStore::At(const StudyLocation& place, Open open) {
  return Guarded(place.Shown(), [&]() -> core::Result<PeopleStore> {
    auto connection = std::make_unique<Connection>();
    connection->where = place.Shown();
    connection->database = OpenDatabaseAt(place, open == Open::kToRead ? OpenMode::kRead : OpenMode::kWrite);
    return PeopleStore(std::move(connection));
  });
}

core::Status PeopleStore::Read(const std::function<core::Status(PeopleTables&)>& read) {
  return Guarded(connection_->where, [&]() -> core::Status {
    const Transaction alone(*connection_->database, Transaction::Kind::kReading);
    PeopleTables tables(*connection_->database);
    return read(tables);
  });
}

core::Status PeopleStore::Edit(const std::function<core::Status(PeopleTables&)>& edit) {
  return Guarded(connection_->where, [&]() -> core::Status {
    Transaction transaction(*connection_->database, Transaction::Kind::kWriting);
    PeopleTables tables(*connection_->database);
    CG_RETURN_IF_ERROR(edit(tables));
    transaction.Commit();
    return {};
  });
}

}  // namespace commonground::store
