// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which rows of a comparison are shown, in which order, and in which words: the same for people and for programs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/results/comparison.h"
#include "model/study.h"

namespace commonground::app {

// "common ground", "in few regions so far".
std::string ClassOf(const model::CodeRow& row);

// Those of a kind; `all`: also of codes that no case has.  Higher balanced prevalence first, then the codebook's order.
std::vector<const model::CodeRow*> RowsOf(const model::Grouping& grouping, const model::Study& study,
                                          model::CodeKind kind, bool all);

struct Sizes {
  std::int64_t passages = 0;
  std::int64_t codings = 0;
};
Sizes SizesOf(const model::Comparison& comparison);

}  // namespace commonground::app
