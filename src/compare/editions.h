// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What changed between two editions, from what each publishes.
#pragma once

#include "model/results/publication.h"

namespace commonground::compare {

// Cases and passages as totals only: who came, who left and why is told nowhere.  Classes over all regions, of
// practices and barriers of both codebooks, without headings; facts of countries that both editions show: one that came
// or went would tell of a case. Cost: linear.  Threads: any.
model::EditionChange CompareEditions(const model::Publication& before, const model::Publication& now);

}  // namespace commonground::compare
