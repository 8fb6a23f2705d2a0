// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who asks, and what for.  Every use case of app is asked by a caller; the command line's is the owner of the study,
// the server's is whoever signed in.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "model/ids.h"

namespace commonground::app {

enum class Role : std::uint8_t {
  kCoordinator,  // the frame, who codes what, what is decided and published; sees verdicts and counts
  kResearcher,   // reads and codes
  kReviewer,     // reads and writes memos
  kMember,       // an organisation: what is said of it, and its own facts and consents
  kReader,       // what a report would show
};
inline constexpr int kRoles = 5;

// What an answer is for: it decides what leaves with it.
enum class Purpose : std::uint8_t {
  kWork,     // people who work on the study
  kPublish,  // everybody
  kShare,    // another program of people who may read the texts
  kKeep,     // the owner's own copy
};
inline constexpr int kPurposes = 4;

// "coordinator", "work".
std::string_view RoleName(Role role);
std::string_view PurposeName(Purpose purpose);

struct Caller {
  // Who keeps the study on their own computer: a coordinator.
  static Caller Owner(model::CoderId person = {}) { return {std::move(person), Role::kCoordinator, {}}; }

  model::CoderId person;  // a name that does not tell who it is; empty: nobody's own work
  Role role = Role::kCoordinator;
  model::OrganisationId organisation;  // of a member
};

}  // namespace commonground::app
