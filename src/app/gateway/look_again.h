// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What changed, since people last looked at a finding, of what it rests on.
#pragma once

#include <string>

#include "core/date.h"
#include "model/study.h"

namespace commonground::app {

struct ChangedSince {
  int passages = 0;  // accepted since, under its codes, in its cases
  int codings = 0;   // of such passages: changed or taken out, as the history tells
  int cases = 0;     // whose consent was given, ended or was taken back since
  bool any() const { return passages + codings + cases > 0; }
};

// All nought of a finding that nobody says to have looked at.  A date without its day may be any day of it: only what
// came after the last one counts.
// Requires: the study with its codings, and its history as far as there is one.  Cost: O(codings + history + consents).
ChangedSince ChangesSince(const model::Study& study, const model::Finding& finding, const core::Date& today);

// "2 passages were coded, 1 coding was changed or taken out, the consent of 1 case changed"
std::string InWords(const ChangedSince& changed);

}  // namespace commonground::app
