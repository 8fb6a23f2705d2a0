// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The figures of the report; one source each.  Every figure has a title that states the finding, a description of the
// message, and a table with the same numbers; every number leads to its passages.
#pragma once

#include <optional>
#include <string>

#include "publish/book.h"
#include "publish/report.h"

namespace commonground::publish {

Figure DrawSlots(const Report& report);  // coverage of the frame
Figure DrawMatrix(const Report& report, const model::Grouping& grouping, model::CodeKind kind, std::string id);
Figure DrawGapMap(const Report& report, const Report::Gaps& gaps, std::string id, std::string title);
Figure DrawMaterial(const Report& report);  // material per case
Figure DrawFlow(const Report& report);      // flow of counts

// By the name that a chapter uses ([[figure:NAME]]): coverage, practices, barriers, gap-outcomes, gap-barriers,
// material, flow; nullopt: there is no such figure.  `prefix` keeps ids on one page apart.
std::optional<Figure> FigureByName(const Report& report, const std::string& name);
bool IsFigureName(const std::string& name);

// Why a slot is not filled, in words.
std::string SlotStateLabel(model::SlotState state, const Words& t);

// Cuts a label to what fits `width` units at 13 px; the table beside has it whole.
std::string Fit(const std::string& text, double width);

}  // namespace commonground::publish
