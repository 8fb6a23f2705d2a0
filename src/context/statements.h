// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Groups statements and finds where they contradict each other.  docs/methods/context.md, section "Statements".
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/results/context_view.h"
#include "model/study.h"

namespace commonground::context {

// In order of first appearance.  Cost: O(n log n).  Threads: any number.
std::vector<model::StatementGroup> GroupStatements(std::span<const model::Statement> statements,
                                                   std::span<const std::string> many_valued);

}  // namespace commonground::context
