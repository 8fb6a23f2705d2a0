// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What compare finds (METHODS 4 and 5).  Every number knows the cases and, through the snapshot, the passages behind
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/fraction.h"
#include "model/study.h"

namespace commonground::model {

enum class PrevalenceClass { kCommonGround, kInMostRegions, kRegional, kInFewRegions, kAbsent };

// k of n cases; n is always shown with k.
struct Share {
  std::int32_t present = 0;
  std::int32_t of = 0;
};

// One column of a comparison: a region, or a legal model.
struct Group {
  std::string id;  // region id or value, e.g. "africa", "end_demand", "unknown"
  std::string label;
  std::int32_t cases = 0;
};

struct Robustness {
  std::int32_t holds = 0;  // the class is the same after the removal in `holds` of `of`
  std::int32_t of = 0;
  std::vector<std::int32_t> changed_by;  // case indices (or coder indices) whose removal changes the class
};

struct CodeRow {
  std::int32_t code = 0;        // index into Comparison::codes
  std::vector<Share> by_group;  // in the order of Grouping::groups
  Share overall;
  std::int32_t reach = 0;  // groups with at least one case present
  // B = mean of the groups' shares over the groups that have cases; exact, num/den in lowest terms (rounded to a den of
  // 1,000,000,000 where those do not fit); den 0: no case.  Groups "unknown" and "disputed" do not count for reach, B
  // and class.
  std::int64_t balanced_num = 0;
  std::int64_t balanced_den = 0;
  PrevalenceClass prevalence = PrevalenceClass::kAbsent;
  bool so_far = false;  // some group has no case yet: "so far in both regions with material (2 of 5)"
  Robustness by_case;
  Robustness by_coder;
};

struct Grouping {
  std::string id;             // "region", "legal_model" or an indicator's id
  std::vector<Group> groups;  // regions in frame order; values in the indicator's order, "unknown" last
  std::vector<CodeRow> rows;  // one a code of the codebook, in codebook order
};

struct GapCell {
  std::int32_t row = 0;     // code index of the practice
  std::int32_t column = 0;  // code index of the barrier or outcome
  std::int32_t cases = 0;   // distinct cases with both
  std::vector<std::int32_t> case_indices;
  std::string confidence;  // lowest among findings that name both codes and that these cases support
};

struct GapMap {
  std::vector<std::int32_t> rows;  // code indices
  std::vector<std::int32_t> columns;
  std::vector<GapCell> cells;  // rows.size() x columns.size(), row by row; empty cells too
  std::int32_t cases = 0;      // the denominator
};

struct CaseMaterial {
  std::int32_t documents = 0;
  std::int32_t passages = 0;  // places with an accepted coding: several codes, or coders, on one place are one passage
  std::int32_t sources = 0;   // distinct sources of its documents and codings
  std::int64_t code_points = 0;
  std::int32_t codings = 0;  // accepted
};

struct Comparison {
  std::vector<CodeId> codes;          // all of the codebook, in its order
  std::vector<OrganisationId> cases;  // cases in the comparison: consented to be analysed, with a document
  std::vector<CoderId> coders;
  std::vector<CaseMaterial> material;  // by case
  std::vector<Grouping> groupings;     // "region" first
  GapMap practice_by_outcome;
  GapMap practice_by_barrier;
};

}  // namespace commonground::model
