// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What stands in place of a placeholder (rules/placeholders.h) within a sentence: a number of cases that leads to its
// passages, a case, a country, a finding, a recommendation.
#pragma once

#include <optional>

#include "publish/report.h"
#include "rules/placeholders.h"

namespace commonground::publish {

// In the words of `t`, those of the sentence.  none: it names nothing that this publication has, or is a block
// (AddChapter).
std::optional<Spans> Placed(const Report& report, const rules::Placeholder& placeholder, const Words& t);

// Whether there is something to place, of any kind, before a report is made.
bool IsPlaced(const model::Publication& publication, const rules::Placeholder& placeholder);

}  // namespace commonground::publish
