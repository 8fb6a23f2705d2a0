// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The form of a study that no reader of tables looked at: whether ids are ids, what must be filled is, and no two
// things have one key.
#pragma once

#include <vector>

#include "model/study.h"
#include "rules/problem.h"

namespace commonground::rules {

// A part of Check with Form::kUnread (check.h): without the settings, and without codings, of which there may be a
// million.  Cost: linear.  Threads: any.
std::vector<Problem> FormProblems(const model::Study& study);

}  // namespace commonground::rules
