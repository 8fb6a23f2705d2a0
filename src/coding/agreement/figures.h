// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The figures of one row: each measure that was asked for, or why there is none.
#pragma once

#include <span>
#include <vector>

#include "coding/agreement/agreement.h"

namespace commonground::coding {

// In the order of plan.measures; alpha for unitizing is left to AddUnitizing.
std::vector<model::AgreementFigure> FiguresOf(const Ratings& ratings, const model::AgreementCounts& counts,
                                              const AgreementPlan& plan, model::Drawn drawn);

// Fills the unitizing figures of a code's row from its ranges (by document), where exactly two coders are compared.
void AddUnitizing(const CodedWork& work, std::span<const CodedRange> ranges, std::uint64_t coders,
                  const AgreementPlan& plan, model::AgreementRow& row);

}  // namespace commonground::coding
