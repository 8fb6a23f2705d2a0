// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts and bounds of one leadership record that cannot be: the one place for them, asked by the rules of a study, by
// the assessment (verify/) and by the store.  docs/methods/leadership.md, section "Counts".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/leadership.h"

namespace commonground::rules {

struct CountFault {
  enum class Kind {
    kNoCount,       // negative, or more than kMaxCounted; a share below none or above all.  Then nothing else is said
    kNoShare,       // more than all, less than none
    kBoundsCross,   // no count or share lies between at_least and at_most
    kMoreThanBody,  // sex_workers, undisclosed and at_least together are more than members
    kOutsideBound,  // sex_workers is less than at_least or more than at_most
    kIdleBound,     // at_most is more than members: it says nothing, so it is a slip of the pen, and no contradiction
  };
  Kind kind;
  std::string_view field;  // "sex_workers"
  std::string value;       // as it is shown; may be blank
  std::string message;
  std::string fix;
};

// All of them, in the order in which people are told.  Shares are compared exactly.  Cost: O(1).  Threads: any.
std::vector<CountFault> FaultsOf(const model::LeadershipRecord& record);

}  // namespace commonground::rules
