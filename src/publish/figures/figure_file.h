// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One figure of the report by itself, for a slide, a letter or a poster: a picture and its numbers, of the same values
// as the page that has it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "publish/report.h"

namespace commonground::publish {

struct FigureFiles {
  std::string title;
  std::string svg;  // says of which study and day it is, and that it is no edition
  std::string csv;  // for spreadsheets: nothing in it runs (publish/data/data_table.h)
};

// The values of a block, as the open data has them; empty: it has none.
std::string CsvOfFigure(const Block& block, const Words& words);

// practices, barriers, outcomes, gap-barriers, gap-outcomes, coalitions.
std::span<const std::string_view> FigureNames();

// `by`: the grouping of practices, barriers and outcomes; others are what they are.
// Returns: nullopt if there is no figure or no grouping of this name.  Cost: O(codes x groups) and the CSV.
std::optional<FigureFiles> FigureFilesOf(const Report& report, const std::string& name, const std::string& by);

}  // namespace commonground::publish
