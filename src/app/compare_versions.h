// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two versions of a text beside each other: what went, what is new, and what stayed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "coding/anchoring/compare_texts.h"
#include "core/result.h"
#include "model/document.h"

namespace commonground::app {

inline constexpr std::size_t kMaxComparedBytes =
    8'000'000;  // bytes of each of the two: some 1,300,000 words of English

struct ComparedVersions {
  model::Document document;   // without its text and parts
  std::string direction;      // of its language: "ltr", "rtl", "auto"
  std::vector<int> versions;  // that are kept, the newest last
  int from = 0;
  int to = 0;
  std::vector<coding::ComparedRow> rows;
  // How many rows are what.
  int same = 0;
  int changed = 0;
  int gone = 0;
  int added = 0;
};

// Any two versions that are kept, in either order.
// Errors: NotFound: the text is not there, or may not be read, or has no such version (all look the same);
// InvalidInput: one of the two is longer than kMaxComparedBytes.
// Cost: coding/anchoring/compare_texts.h, outside of the store; 100,000 words take about a second.
core::Result<ComparedVersions> CompareVersions(const Workspace& workspace, const model::DocumentId& document, int from,
                                               int to);

}  // namespace commonground::app
