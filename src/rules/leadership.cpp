// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Records of who leads: counts that cannot be (counts.h), and records that say nothing or nothing that can be checked.
#include "rules/checked.h"
#include "rules/counts.h"
#include "rules/evidence.h"

namespace commonground::rules {

void CheckLeadership(const Checked& checked) {
  for (std::size_t i = 0; i < checked.study.leadership.size(); ++i) {
    const model::LeadershipRecord& record = checked.study.leadership[i];
    const Field field = checked.Of(Kind::kLeadershipRecord, i, "members");
    CheckReferences(checked, i, record);
    for (CountFault& fault : FaultsOf(record)) {
      field.At(fault.field).Bad(fault.value, std::move(fault.message), std::move(fault.fix));
    }
    const bool any = record.members || record.sex_workers || record.undisclosed || record.at_least || record.at_most;
    if (record.basis != model::Basis::kPublishedClaim && !any) {
      field.Bad({}, "this row has neither a count nor a bound",
                "fill in what is known; only a published claim may leave all of them blank");
    }
    if (LacksSource(record)) {
      field.At("source").Bad({}, "is blank, but a published claim needs its source",
                             "name the source that makes the claim");
    }
  }
}

}  // namespace commonground::rules
