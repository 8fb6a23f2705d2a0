// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The read gateway for what a study says of organisations (model/nouns.h): which of these things a caller sees, and
// which they may change.
// - a member organisation sees and changes what is about it and about nobody else;
// - researchers and reviewers see what is about organisations that may be analysed today, and what is about none;
// - a coordinator sees all; but of an organisation that withdrew its consent to be analysed nobody sees anything,
//   except what they need to see to let it go or take it up again: the organisation and its consents, and for a
//   coordinator slots and findings.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/caller.h"
#include "coding/history/things.h"
#include "core/date.h"
#include "model/nouns.h"

namespace commonground::app {

class NounView {
 public:
  // `study`: with organisations, consents and documents; texts are not needed.
  NounView(const model::Study& study, const Caller& caller, const core::Date& today);

  template <typename Thing>
  bool Sees(const Thing& thing) const {
    return Sees(model::Noun<Thing>::kThing, coding::AboutOf(thing));
  }
  // Would they see it, if nobody had withdrawn?  What is not shown for that alone is counted.
  template <typename Thing>
  bool IsWithheld(const Thing& thing) const {
    const auto about = coding::AboutOf(thing);
    return !Sees(model::Noun<Thing>::kThing, about) && role_ == Role::kCoordinator;
  }
  // Is it theirs to change?  Whether their role may change this kind at all: use_case.h.
  template <typename Thing>
  bool MayChange(const Thing& thing) const {
    return role_ != Role::kMember || IsOwn(coding::AboutOf(thing));
  }

 private:
  bool Sees(model::RecordType type, const std::vector<std::string>& about) const;
  bool IsOwn(const std::vector<std::string>& about) const;

  Role role_;
  std::string own_;
  std::set<std::string> organisations_;
  std::set<std::string> open_;       // may be analysed today, as a whole or with a document
  std::set<std::string> withdrawn_;  // by what was recorded, whatever the day
};

}  // namespace commonground::app
