// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sorts rows by balanced prevalence and names their classes.

#include "app/compare_rows.h"

#include <algorithm>

namespace commonground::app {

using model::CodeRow;
using model::Comparison;
using model::Grouping;

std::string ClassOf(const CodeRow& row) {
  std::string text;
  switch (row.prevalence) {
    case model::PrevalenceClass::kCommonGround:
      text = "common ground";
      break;
    case model::PrevalenceClass::kInMostRegions:
      text = "in most regions";
      break;
    case model::PrevalenceClass::kRegional:
      text = "regional";
      break;
    case model::PrevalenceClass::kInFewRegions:
      text = "in few regions";
      break;
    case model::PrevalenceClass::kAbsent:
      return "not sourced";
  }
  return row.so_far ? text + " so far" : text;
}

std::vector<const CodeRow*> RowsOf(const Grouping& grouping, const model::Study& study, model::CodeKind kind,
                                   bool all) {
  std::vector<const CodeRow*> rows;
  for (const CodeRow& row : grouping.rows) {
    const bool of_kind = study.codebook[static_cast<std::size_t>(row.code)].kind == kind;
    if (of_kind && (all || row.overall.present > 0)) rows.push_back(&row);
  }
  const auto balance = [](const CodeRow& row) {
    return row.balanced_den == 0 ? 0.0 : static_cast<double>(row.balanced_num) / static_cast<double>(row.balanced_den);
  };
  std::ranges::stable_sort(rows, [&](const auto* a, const auto* b) { return balance(*a) > balance(*b); });
  return rows;
}

Sizes SizesOf(const Comparison& comparison) {
  Sizes sizes;
  for (const auto& material : comparison.material) {
    sizes.passages += material.passages;
    sizes.codings += material.codings;
  }
  return sizes;
}

}  // namespace commonground::app
