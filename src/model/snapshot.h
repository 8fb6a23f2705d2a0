// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// An immutable picture of a study in memory for comparison: numbers only, no text, so that a million codings take
// 24 MB.  Built by app's read gateway: it holds only cases with consent to be analysed, and accepted codings.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/results/comparison.h"
#include "model/study.h"

namespace commonground::model {

// One accepted coding; all numbers are indices into the lists of the snapshot.
struct CodingColumn {
  std::int32_t case_index = 0;
  std::int32_t document_index = 0;  // into the study's documents
  std::int32_t code = 0;
  std::int32_t coder = 0;
  std::int32_t start = 0;  // code points
  std::int32_t end = 0;
  friend bool operator==(const CodingColumn&, const CodingColumn&) = default;
};

// A way to group cases: regions, legal models, or the values of one indicator.
struct GroupingPlan {
  std::string id;                // "region", "legal_model", or an indicator's id
  std::vector<std::string> ids;  // of the groups, in the order shown
  std::vector<std::string> labels;
  std::vector<std::int32_t> group_of_case;  // -1: in no group
};

struct FindingSupport {
  std::vector<std::int32_t> codes;
  std::vector<std::int32_t> cases;  // cases_for
  std::string confidence;           // high, moderate, low, very low
};

struct Snapshot {
  std::vector<CodeId> codes;         // codebook order
  std::vector<std::int32_t> parent;  // -1: top; never a cycle
  std::vector<CodeKind> kinds;
  std::vector<OrganisationId> cases;
  std::vector<CoderId> coders;
  std::vector<CaseMaterial> material;   // by case
  std::vector<CodingColumn> codings;    // any order
  std::vector<GroupingPlan> groupings;  // "region" first
  std::vector<FindingSupport> findings;
  core::Fraction common_ground_share{1, 2};
  core::Fraction most_regions_share{1, 2};
  GapUnit gap_unit = GapUnit::kDocument;
};

}  // namespace commonground::model
