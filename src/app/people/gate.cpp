// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Signing in, sessions and second keys.  One connection to the store behind a lock: each of its transactions takes a
// millisecond, and what takes long (hashing) is done outside of it.

#include "app/people/gate.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <set>

#include "app/people/gate_impl.h"
#include "app/people/passphrase.h"
#include "core/content_hash.h"
#include "core/keyed_hash.h"

namespace commonground::app {

using core::ErrorCode;
using store::PeopleStore;
using store::PeopleTables;
using store::StoredInvitation;
using store::StoredPerson;
using store::StoredSignIn;

namespace {

constexpr std::int64_t kBelieved = 2;  // seconds that a session is not looked up again: others may have ended it
constexpr std::int64_t kTouched = 60;  // seconds until a use is written down again
constexpr std::size_t kLongestName = 40;
constexpr std::size_t kLongestSetting = 40;

bool IsShortWord(std::string_view text) {
  return !text.empty() && text.size() <= kLongestSetting &&
         std::ranges::none_of(text, [](unsigned char one) { return one < ' ' || one == 0x7f; });
}

// Also if the clock was set back since: how long ago it was used cannot be known any more.
bool IsOver(const StoredSignIn& row, std::int64_t now) {
  return now - row.used > kIdleSeconds || now - row.began > kLongestSession || row.used - now > kClocksDiffer ||
         row.began - now > kClocksDiffer;
}

tl::unexpected<core::Error> NoEntry() {
  return core::Fail(
      ErrorCode::kNotFound,
      "That did not work. Name, passphrase or code is not right, or it is too early to try again. After a "
      "few tries each takes longer, up to 42 seconds.");
}

tl::unexpected<core::Error> NoLink() {
  return core::Fail(ErrorCode::kNotFound,
                    "this link was used already, or is too old. Fix: ask who sent it for a new one");
}

}  // namespace

std::string NewToken() {
  std::array<unsigned char, 32> bytes{};
  std::array<char, 64> text{};
  if (sodium_init() >= 0) randombytes_buf(bytes.data(), bytes.size());
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text.data();
}

std::string HashOf(std::string_view token) {
  return core::ContentHash("token " + std::string(token));
}

SessionInfo InfoOf(const StoredSignIn& row, const StoredPerson& person) {
  SessionInfo info;
  info.id = row.hash.substr(0, 24);
  info.caller = {model::CoderId(person.name), RoleNamed(person.role).value_or(Role::kReader),
                 model::OrganisationId(person.organisation)};
  info.began = row.began;
  info.used = row.used;
  info.fresh = row.fresh;
  info.awaits_second_key = row.awaits == kAwaitsSecondKey;
  return info;
}

Invitation InvitationOf(const StoredInvitation& row) {
  return {row.name, RoleNamed(row.role).value_or(Role::kReader), model::OrganisationId(row.organisation),
          core::Moment::FromUnixSeconds(row.expires)};
}

bool IsGood(const StoredInvitation& row, std::int64_t now) {
  const std::int64_t longest = row.kind == "setup" ? kSetupSeconds : kInvitationSeconds;
  return row.expires > now && row.expires - now <= longest + kClocksDiffer;
}

core::Status CheckName(const std::string& name) {
  if (!model::IsValidId(name) || name.size() > kLongestName) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "a name is 1 to 40 of the letters a to z, digits, '.', '_' and '-'. Fix: one that does not tell "
                      "who you are, such as coder-a");
  }
  return {};
}

std::optional<Role> RoleNamed(std::string_view name) {
  for (int i = 0; i < kRoles; ++i) {
    if (RoleName(static_cast<Role>(i)) == name) return static_cast<Role>(i);
  }
  return std::nullopt;
}

Gate::Gate(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Gate::~Gate() = default;

core::Result<std::unique_ptr<Gate>> Gate::Open(const std::string& location, const core::Clock& clock) {
  CG_ASSIGN_OR_RETURN(store::StudyLocation place, store::StudyLocation::Parse(location));
  CG_ASSIGN_OR_RETURN(auto people, PeopleStore::At(place, PeopleStore::Open::kToWrite));
  std::unique_ptr<Gate> gate(new Gate(std::make_unique<Impl>(std::move(people), std::move(place), clock)));
  return core::Result<std::unique_ptr<Gate>>(std::move(gate));
}

core::Result<std::optional<std::string>> Gate::NewSetupToken() {
  std::optional<std::string> token;
  CG_RETURN_IF_ERROR(impl_->Edit([&](PeopleTables& tables) -> core::Status {
    token.reset();
    tables.RemoveInvitations("setup");
    if (Coordinators(tables) > 0) return {};
    token = NewToken();
    tables.Put(StoredInvitation{HashOf(*token), "setup", "", std::string(RoleName(Role::kCoordinator)), "", "",
                                impl_->Now() + kSetupSeconds});
    return {};
  }));
  return token;
}

core::Result<Invitation> Gate::LookAt(std::string_view token) {
  std::optional<Invitation> found;
  CG_RETURN_IF_ERROR(impl_->Read([&](PeopleTables& tables) -> core::Status {
    for (const auto& row : tables.Invitations()) {
      if (row.hash == HashOf(token) && IsGood(row, impl_->Now())) found = InvitationOf(row);
    }
    return {};
  }));
  if (!found) return NoLink();
  return *found;
}

core::Result<SignedIn> Gate::Join(std::string_view token, const std::string& name, std::string_view passphrase) {
  CG_ASSIGN_OR_RETURN(const Invitation invitation, LookAt(token));
  const std::string wanted = invitation.name.empty() ? name : invitation.name;
  CG_RETURN_IF_ERROR(CheckName(wanted));
  CG_RETURN_IF_ERROR(CheckPassphrase(passphrase, {wanted, "commonground", "workbench"}));
  CG_ASSIGN_OR_RETURN(std::string hash, HashPassphrase(passphrase));
  std::optional<SignedIn> in;
  CG_RETURN_IF_ERROR(impl_->Edit([&](PeopleTables& tables) -> core::Status {
    const auto invitations = tables.Invitations();
    const auto row = std::ranges::find(invitations, HashOf(token), &StoredInvitation::hash);
    const std::int64_t now = impl_->Now();
    // Somebody else may have used it while the passphrase was hashed.
    if (row == invitations.end() || !IsGood(*row, now)) return NoLink();
    if (row->kind == "setup" && Coordinators(tables) > 0) return NoLink();
    if (tables.Person(wanted)) {
      return core::Fail(ErrorCode::kConflict, "there is a person of this name already. Fix: choose another name");
    }
    const StoredPerson person{wanted, row->role, row->organisation, hash, "", 0, "", now, kOpenAccount};
    tables.Put(person);
    tables.RemoveInvitation(row->hash);
    in = impl_->Begin(tables, person, now);
    AddAudit(tables, now, wanted, "join", wanted);
    return {};
  }));
  return std::move(*in);
}

core::Result<SignedIn> Gate::SignIn(const Attempt& attempt) {
  const std::int64_t now = impl_->Now();
  const bool too_early = impl_->tries_.Wait(attempt.name, attempt.from, now) > 0;
  std::optional<StoredPerson> person;
  CG_RETURN_IF_ERROR(impl_->Read([&](PeopleTables& tables) -> core::Status {
    person = tables.Person(attempt.name);
    return {};
  }));
  {
    const std::lock_guard lock(impl_->nobody_mutex_);
    if (impl_->nobody_.empty()) {
      CG_ASSIGN_OR_RETURN(impl_->nobody_, HashPassphrase(NewToken()));
    }
  }
  const bool is_there = person && person->state == kOpenAccount;
  const bool matches = IsPassphrase(is_there ? person->passphrase : impl_->nobody_, attempt.passphrase);
  const auto refuse = [&] {
    if (!too_early) impl_->tries_.Failed(attempt.name, attempt.from, now);
    return NoEntry();
  };
  if (!is_there || !matches || too_early) return refuse();
  std::optional<SignedIn> in;
  CG_RETURN_IF_ERROR(impl_->Edit([&](PeopleTables& tables) -> core::Status {
    in.reset();
    auto fresh = tables.Person(attempt.name);
    if (!fresh || fresh->state != kOpenAccount || fresh->passphrase != person->passphrase) return {};
    if (!fresh->second_key.empty()) {
      if (const auto step = StepOfCode(fresh->second_key, attempt.code, now, fresh->second_step)) {
        fresh->second_step = *step;
      } else {
        const std::string hash = HashOfRecoveryCode(attempt.code) + "\n";
        const std::size_t at = attempt.code.size() < 24 ? std::string::npos : fresh->recovery.find(hash);
        if (at == std::string::npos) return {};
        fresh->recovery.erase(at, hash.size());
        AddAudit(tables, now, fresh->name, "use a recovery code", fresh->name);
      }
      tables.Put(*fresh);
    }
    in = impl_->Begin(tables, *fresh, now);
    AddAudit(tables, now, fresh->name, "sign in", fresh->name);
    return {};
  }));
  if (!in) return refuse();
  impl_->tries_.CameIn(attempt.name, attempt.from, now);
  return std::move(*in);
}

core::Status Gate::Refresh(const SessionInfo& session, const Attempt& attempt) {
  Attempt own = attempt;
  own.name = session.caller.person.value;
  CG_ASSIGN_OR_RETURN(const SignedIn other, SignIn(own));
  CG_RETURN_IF_ERROR(SignOut(other.token));  // only the proof was wanted
  const std::int64_t now = impl_->Now();
  CG_RETURN_IF_ERROR(impl_->Edit([&](PeopleTables& tables) -> core::Status {
    for (auto& row : tables.SignIns()) {
      if (!row.hash.starts_with(session.id) || row.person != own.name) continue;
      row.fresh = now;
      row.used = now;
      tables.Put(row);
    }
    return {};
  }));
  impl_->Forget();
  return {};
}

std::optional<SessionInfo> Gate::Known(std::string_view token) {
  const std::string hash = HashOf(token);
  const std::int64_t now = impl_->Now();
  const std::lock_guard lock(impl_->known_mutex_);
  const auto found = impl_->known_.find(hash);
  if (found == impl_->known_.end()) return std::nullopt;
  const auto& known = found->second;
  const bool is_believed = now >= known.checked && now - known.checked < kBelieved;
  if (is_believed && !IsOver(known.row, now)) return InfoOf(known.row, known.person);
  impl_->known_.erase(found);
  return std::nullopt;
}

bool IsFresh(const SessionInfo& session, std::int64_t now) {
  return now - session.fresh <= kFreshSeconds && session.fresh - now <= kClocksDiffer;
}

core::Result<std::optional<SessionInfo>> Gate::Recognise(std::string_view token, bool is_use) {
  using Answer = std::optional<SessionInfo>;
  if (token.size() != 43) return Answer();
  if (auto known = Known(token)) return Answer(std::move(known));
  const std::string hash = HashOf(token);
  const std::int64_t now = impl_->Now();
  std::optional<Impl::Known> known;
  bool is_over = false;
  CG_RETURN_IF_ERROR(impl_->Read([&](PeopleTables& tables) -> core::Status {
    known.reset();
    is_over = false;
    const auto row = tables.SignIn(hash);
    if (!row) return {};
    is_over = IsOver(*row, now);
    if (is_over) return {};
    const auto person = tables.Person(row->person);
    if (person && person->state == kOpenAccount) known = Impl::Known{*row, *person, now};
    return {};
  }));
  if (is_over) {
    // At once: what is over must not be good again when the clock is set.
    (void)impl_->Edit([&](PeopleTables& tables) -> core::Status {
      tables.RemoveSignIn(hash);
      return {};
    });
  }
  if (!known) return Answer();
  if (is_use && now - known->row.used >= kTouched) {
    known->row.used = now;
    // Somebody who writes the whole study just now is no reason to send people away.
    (void)impl_->Edit([&](PeopleTables& tables) -> core::Status {
      if (tables.SignIn(hash)) tables.Put(known->row);
      return {};
    });
  }
  const std::lock_guard lock(impl_->known_mutex_);
  return Answer(InfoOf(impl_->known_.insert_or_assign(hash, *known).first->second.row, known->person));
}

core::Status Gate::SignOut(std::string_view token) {
  const std::string hash = HashOf(token);
  CG_RETURN_IF_ERROR(impl_->Edit([&](PeopleTables& tables) -> core::Status {
    tables.RemoveSignIn(hash);
    return {};
  }));
  impl_->Forget();
  return {};
}

core::Result<std::vector<SessionInfo>> Gate::SessionsOf(const model::CoderId& person) {
  std::vector<SessionInfo> sessions;
  CG_RETURN_IF_ERROR(impl_->Read([&](PeopleTables& tables) -> core::Status {
    sessions.clear();
    const auto account = tables.Person(person.value);
    if (!account) return {};
    for (const auto& row : tables.SignIns()) {
      if (row.person == person.value && !IsOver(row, impl_->Now())) sessions.push_back(InfoOf(row, *account));
    }
    return {};
  }));
  return sessions;
}

core::Status Gate::EndSession(const model::CoderId& person, const std::string& id) {
  CG_RETURN_IF_ERROR(impl_->Edit([&](PeopleTables& tables) -> core::Status {
    for (const auto& row : tables.SignIns()) {
      if (row.person != person.value || id.size() != 24 || !row.hash.starts_with(id)) continue;
      tables.RemoveSignIn(row.hash);
      AddAudit(tables, impl_->Now(), person.value, "end a session", id);
      return {};
    }
    return core::Fail(ErrorCode::kNotFound, "there is no such session");
  }));
  impl_->Forget();
  return {};
}

core::Result<std::string> Gate::QueueKey(const model::CoderId& person) {
  std::string secret;
  CG_RETURN_IF_ERROR(impl_->Read([&](PeopleTables& tables) -> core::Status {
    secret = tables.Secret();
    return {};
  }));
  // A study on a server that was never saved since studies have secrets.
  if (secret.empty()) {
    CG_RETURN_IF_ERROR(impl_->Edit([&](PeopleTables& tables) -> core::Status {
      tables.EnsureSecret();
      secret = tables.Secret();
      return {};
    }));
  }
  // The purpose stands first, so that nothing else that is hashed under the secret can be the same bytes.
  return core::KeyedHash(secret, "queue-key-1\n" + person.value);
}

core::Result<std::vector<Preference>> Gate::Preferences(const model::CoderId& person) {
  std::vector<Preference> preferences;
  CG_RETURN_IF_ERROR(impl_->Read([&](PeopleTables& tables) -> core::Status {
    preferences.clear();
    for (auto& one : tables.PreferencesOf(person.value)) preferences.push_back({one.setting, one.value});
    return {};
  }));
  return preferences;
}

core::Status Gate::SetPreferences(const model::CoderId& person, const std::vector<Preference>& preferences) {
  std::set<std::string> settings;
  std::vector<store::StoredPreference> rows;
  for (const Preference& one : preferences) {
    if (settings.size() == kMaxPreferences || !IsShortWord(one.setting) || !IsShortWord(one.value) ||
        !settings.insert(one.setting).second) {
      return core::Fail(ErrorCode::kInvalidInput, "each setting stands once, with a short value, and 120 at most");
    }
    rows.push_back({one.setting, one.value});
  }
  return impl_->Edit([&](PeopleTables& tables) -> core::Status {
    const auto account = tables.Person(person.value);
    if (!account || account->state != kOpenAccount) return core::Fail(ErrorCode::kNotFound, "there is no such person");
    tables.SetPreferences(person.value, rows);
    return {};
  });
}

core::Result<std::string> Gate::OfferSecondKey(const SessionInfo& session) {
  const std::lock_guard lock(impl_->known_mutex_);
  std::string& key = impl_->offered_[session.caller.person.value];
  if (key.empty()) key = NewSecondKey();
  return key;
}

core::Result<Gate::Secured> Gate::ConfirmSecondKey(const SessionInfo& session, std::string_view token,
                                                   const std::string& code) {
  const std::string name = session.caller.person.value;
  const std::int64_t now = impl_->Now();
  std::string key;
  {
    const std::lock_guard lock(impl_->known_mutex_);
    const auto offered = impl_->offered_.find(name);
    if (offered != impl_->offered_.end()) key = offered->second;
  }
  const auto step = key.empty() ? std::nullopt : StepOfCode(key, code, now, 0);
  if (!step) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "this is not the code that the app shows now. Fix: look at the clock of the phone, and type the "
                      "next six digits");
  }
  Secured secured;
  secured.recovery_codes = NewRecoveryCodes();
  CG_RETURN_IF_ERROR(impl_->Edit([&](PeopleTables& tables) -> core::Status {
    auto person = tables.Person(name);
    if (!person || person->state != kOpenAccount) return NoEntry();
    person->second_key = key;
    person->second_step = *step;
    person->recovery.clear();
    for (const std::string& one : secured.recovery_codes) person->recovery += HashOfRecoveryCode(one) + "\n";
    tables.Put(*person);
    tables.RemoveSignIn(HashOf(token));
    secured.signed_in = impl_->Begin(tables, *person, now);
    AddAudit(tables, now, name, "set a second key", name);
    return {};
  }));
  impl_->Forget();
  const std::lock_guard lock(impl_->known_mutex_);
  impl_->offered_.erase(name);
  return secured;
}

}  // namespace commonground::app
