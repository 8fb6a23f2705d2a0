// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The figures that a chapter can place ([[figure:NAME]]); every number leads to its passages.
#pragma once

#include <optional>
#include <string>

#include "publish/book.h"
#include "publish/report.h"

namespace commonground::publish {

Tiles FrameTiles(const Report& report);   // the frame: a tile a place; only counts where there are very many
Bars MaterialBars(const Report& report);  // passages per case, or per region where there are very many
Steps FlowSteps(const Report& report);    // from the frame to the comparison

// By the name that a chapter uses: coverage, practices, barriers, gap-outcomes, gap-barriers, material, flow; nullopt:
// there is no such figure.
std::optional<Block> FigureByName(const Report& report, const std::string& name);
bool IsFigureName(const std::string& name);

// Why a slot is not filled, in words.
std::string SlotStateLabel(model::SlotState state, const Words& t);

}  // namespace commonground::publish
