// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The read gateway for what a study says of organisations (model/nouns.h): which of these things a caller sees, and
// which they may change.
// - a member organisation sees and changes what is about it and about nobody else;
// - researchers and reviewers see what is about organisations that may be analysed today, and what is about none;
// - a coordinator sees all; but of an organisation that withdrew its consent to be analysed nobody sees anything,
//   except what they need to see to let it go or take it up again: the organisation and its consents, and for a
//   coordinator slots, findings and sets;
// - a translation is words of a text: nobody sees it unless that may be analysed and these words translated today;
// - of a set, researchers and reviewers see nothing unless all of its texts may be analysed today.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "app/caller.h"
#include "coding/history/things.h"
#include "core/date.h"
#include "model/nouns.h"

namespace commonground::app {

class NounView {
 public:
  // `study` lives longer; with organisations, consents and documents; texts are not needed.  `codings`: those that its
  // consents name as passages; where one is missing, translations of its text are not seen.
  NounView(const model::Study& study, const Caller& caller, const core::Date& today,
           std::span<const model::Coding> codings = {});

  template <typename Thing>
  bool Sees(const Thing& thing) const {
    return Sees(model::Noun<Thing>::kThing, coding::AboutOf(thing)) && SeesTexts(thing);
  }
  // May its text be read today by this caller?
  bool MayRead(const model::DocumentId& document) const;
  // Would they see it, if nobody had withdrawn?  What is not shown for that alone is counted.
  template <typename Thing>
  bool IsWithheld(const Thing& thing) const {
    return !Sees(thing) && role_ == Role::kCoordinator;
  }
  // Is it theirs to change?  Whether their role may change this kind at all: use_case.h.
  template <typename Thing>
  bool MayChange(const Thing& thing) const {
    return role_ != Role::kMember || IsOwn(coding::AboutOf(thing));
  }

 private:
  class Texts;
  // Of what is words of texts, or names them.
  template <typename Thing>
  bool SeesTexts(const Thing&) const {
    return true;
  }
  bool SeesTexts(const model::Translation& translation) const;
  bool SeesTexts(const model::Set& set) const;
  bool Sees(model::RecordType type, const std::vector<std::string>& about) const;
  bool IsOwn(const std::vector<std::string>& about) const;

  Role role_;
  std::shared_ptr<const Texts> texts_;
  std::string own_;
  std::set<std::string> organisations_;
  std::set<std::string> open_;       // may be analysed today, as a whole or with a document
  std::set<std::string> withdrawn_;  // by what was recorded, whatever the day
};

}  // namespace commonground::app
