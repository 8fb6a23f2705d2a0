// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who comes in: accounts, invitations, sessions.  Signing in gives a session; a session gives the caller that use cases
// are asked by.  Accounts are kept with the study, in its file or database, and are no part of it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/caller.h"
#include "app/people/second_key.h"
#include "app/workspace.h"
#include "core/moment.h"
#include "core/result.h"

namespace commonground::app {

inline constexpr std::int64_t kIdleSeconds = 30 * 60;
inline constexpr std::int64_t kLongestSession = 12 * 3600;
inline constexpr std::int64_t kFreshSeconds = 10 * 60;  // how long a passphrase counts as just given
inline constexpr std::int64_t kSetupSeconds = 3600;
inline constexpr std::int64_t kInvitationSeconds = 7 * 86'400;
// Clocks of several servers of one study, and a clock that is put right.  What is further ahead than this was written
// before the clock was set back; it is taken for over.
inline constexpr std::int64_t kClocksDiffer = 5 * 60;

struct SessionInfo {
  std::string id;  // to end it by; no token
  Caller caller;
  std::int64_t began = 0;
  std::int64_t used = 0;
  std::int64_t fresh = 0;          // when the passphrase was given last
  bool awaits_second_key = false;  // nothing else may be done before there is one
};

// The passphrase was given within the last minutes.  `now`: seconds since 1970.
bool IsFresh(const SessionInfo& session, std::int64_t now);

// `token` goes to the browser and is kept nowhere else; the store has its hash.
struct SignedIn {
  std::string token;
  SessionInfo session;
};

struct Account {
  model::CoderId name;
  Role role = Role::kReader;
  model::OrganisationId organisation;
  bool has_second_key = false;
  bool ended = false;
  core::Moment since;
};

// What somebody has set for the pages: keys, colours, language.  `setting` is a name of the pages' own, such as
// "key reader j"; the server only keeps it.
struct Preference {
  std::string setting;
  std::string value;
};
inline constexpr std::size_t kMaxPreferences = 120;

struct Invitation {
  std::string name;  // empty: who comes first chooses (setup)
  Role role = Role::kReader;
  model::OrganisationId organisation;
  core::Moment expires;
};

// Threads: any.  Errors everywhere: those of the store.
class Gate {
 public:
  static core::Result<std::unique_ptr<Gate>> Open(const std::string& location, const core::Clock& clock);
  ~Gate();

  // A link for the first coordinator, good once and for an hour; an older one is good no more.  nullopt: there is a
  // coordinator already.
  core::Result<std::optional<std::string>> NewSetupToken();

  // What a link of setup or invitation is for.  Errors: NotFound: used, expired, or none.
  core::Result<Invitation> LookAt(std::string_view token);
  // Makes the account and signs in; a coordinator's session awaits a second key.  `name` counts for setup only.
  // Errors: NotFound, as above; InvalidInput: the name or the passphrase; Conflict: there is such a person.
  // Cost: as HashPassphrase.
  core::Result<SignedIn> Join(std::string_view token, const std::string& name, std::string_view passphrase);

  struct Attempt {
    std::string name;
    std::string_view passphrase;
    std::string code;  // of the second key, or a recovery code; empty: none
    std::string from;  // address
  };
  // Errors: NotFound, always the same and after the same time: no such name, wrong passphrase or code, or too early.
  core::Result<SignedIn> SignIn(const Attempt& attempt);
  // The passphrase again, within a session, for what must not be done by who only finds the screen open.
  core::Status Refresh(const SessionInfo& session, const Attempt& attempt);

  // nullopt: no such session, or it ended.  `is_use`: it was used now.
  core::Result<std::optional<SessionInfo>> Recognise(std::string_view token, bool is_use);
  // One that Recognise gave within two seconds; nullopt: ask it.  Never waits for the store.
  std::optional<SessionInfo> Known(std::string_view token);
  core::Status SignOut(std::string_view token);
  core::Result<std::vector<SessionInfo>> SessionsOf(const model::CoderId& person);
  // Errors: NotFound: not one of this person's.
  core::Status EndSession(const model::CoderId& person, const std::string& id);

  // 64 hex digits that are this person's alone, the same in every session and on every server of the study: what the
  // browser seals with that waits for a connection.  It comes from the study's secret, is written nowhere, and tells
  // nothing of that secret or of anybody else's.  Whoever has the study itself can make it too.
  core::Result<std::string> QueueKey(const model::CoderId& person);

  // By setting.
  core::Result<std::vector<Preference>> Preferences(const model::CoderId& person);
  // In place of all that were set.  Errors: InvalidInput: too many, one twice, or one that is empty, longer than 40
  // bytes or no plain words.
  core::Status SetPreferences(const model::CoderId& person, const std::vector<Preference>& preferences);

  // A new key for this person, which counts when its first code is given; the same until then.
  core::Result<std::string> OfferSecondKey(const SessionInfo& session);
  struct Secured {
    SignedIn signed_in;  // a new token, as rights changed
    std::vector<std::string> recovery_codes;
  };
  // Errors: InvalidInput: the code is not that of the key that was offered.
  core::Result<Secured> ConfirmSecondKey(const SessionInfo& session, std::string_view token, const std::string& code);

  // Of the people of the study: by coordinators, and by the keeper of the machine, who is one.  Errors: Forbidden; also
  // InvalidInput, NotFound, Conflict: the last coordinator stays.
  core::Result<std::vector<Account>> People(const Workspace& workspace);
  core::Result<std::vector<Invitation>> Invitations(const Workspace& workspace);
  struct Invited {
    std::string token;
    Invitation invitation;
  };
  core::Result<Invited> Invite(const Workspace& workspace, const std::string& name, Role role,
                               const model::OrganisationId& organisation);
  core::Status ChangeRole(const Workspace& workspace, const std::string& name, Role role,
                          const model::OrganisationId& organisation);
  // Their sessions end at once; their codings stay, under the name.
  core::Status Remove(const Workspace& workspace, const std::string& name);

  // A line in the log (audit_chain.h).
  core::Status Record(const model::CoderId& person, std::string_view action, const std::string& subject);
  struct AuditLine {
    std::int64_t number = 0;
    core::Moment at;
    std::string person;
    std::string action;
    std::string subject;
  };
  // The newest first; `before`: only lines before the one of this number, 0: all.
  core::Result<std::vector<AuditLine>> Audit(const Workspace& workspace, std::int64_t most, std::int64_t before = 0);

 private:
  class Impl;
  explicit Gate(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// nullopt: no such role.
std::optional<Role> RoleNamed(std::string_view name);

}  // namespace commonground::app
