// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What verify finds.  Private to the organisation and the coordinators unless its consent says otherwise.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/fraction.h"
#include "model/study.h"

namespace commonground::model {

struct CriterionResult {
  std::string body;
  core::Fraction share;
  Comparator comparison = Comparator::kAtLeast;
  Verdict verdict = Verdict::kUndetermined;
  // meets: how many changes (a sex worker leaves, or another joins, in any mix) can happen and it still meets;
  // 0 if it fails or is undetermined; none where counts do not decide (attested, expired, not-applicable, or the
  // number of members is not known).
  std::optional<std::int64_t> headroom;
  // The fewest changes (a sex worker joins, or another leaves) after which it meets, counted from the lower bound;
  // 0 if it meets; none as above, or if no number of changes is enough.
  std::optional<std::int64_t> shortfall;
  std::optional<Date> as_of;  // of the record used
  std::optional<Basis> basis;
  std::vector<SourceId> sources;
  std::string reason;  // one plain English sentence with no counts in it: why this verdict
};

struct Assessment {
  OrganisationId organisation;
  DefinitionId definition;
  std::string definition_version;
  Verdict verdict = Verdict::kUndetermined;
  std::vector<CriterionResult> criteria;  // in the definition's order
};

}  // namespace commonground::model
