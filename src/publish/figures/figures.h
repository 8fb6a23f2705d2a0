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
// How often several coders gave the same code to the same place; none: no document was read by more than one.
std::optional<Parts> AgreementBar(const Report& report);
Steps FlowSteps(const Report& report);  // from the frame to the comparison

// By the name that a chapter uses: coverage, practices, barriers, gap-outcomes, gap-barriers, material, flow; nullopt:
// there is no such figure.
std::optional<Block> FigureByName(const Report& report, const std::string& name);

// Whether a place has its case in this edition; why it has none is told to nobody.
std::string PlaceLabel(const model::PublishedPlace& place, const Words& t);
// How many of a region's places have a case: "4 of 5" and "4 of 5 places"; in words where there are more than asked for.
std::string FilledOf(const model::PublishedRegion& region, const Words& t);
std::string PlacesFilled(const model::PublishedRegion& region, const Words& t);
// "12 coded passages from 3 sources"; "not yet coded".
std::string MaterialText(const model::CaseMaterial& material, const Words& t);

}  // namespace commonground::publish
