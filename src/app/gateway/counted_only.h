// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Leaves of a case that may be analysed and nothing else its numbers alone: "and 1 more that is counted only".
#pragma once

#include "app/gateway/appearances.h"
#include "model/results/publication.h"

namespace commonground::app {

// Takes out of the publication all that could be a line of a list: the organisations that are counted only, their
// cases, documents and codings, and what is said of these.  What was counted stays counted.
//
// Requires: the comparison is made, and cases, documents and organisations stand as PutInOrder left them, those that
//           are counted only last.
// Cost:     O(publication).
void LeaveOnlyCounts(const Appearances& appearances, model::Publication& publication);

}  // namespace commonground::app
