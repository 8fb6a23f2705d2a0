// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What several pages show of one code: its squares by region and by law, and how steady its class is, in words.
#pragma once

#include <string>
#include <string_view>

#include "publish/pieces.h"
#include "publish/report.h"

namespace commonground::publish {

// Squares that are filled stand first: which case a square is must not be told.
std::vector<Mark> SquaresOf(const model::Share& share);

// "By region", "5 of 5 regions"; regions without a case are drawn as such.
StripList RegionStrips(const Report& report, std::int32_t code);
// "By legal model"; empty when the study has none.  Models without a case are left out; what is not sourced stands
// last.
StripList LawStrips(const Report& report, std::int32_t code);

// A region's colour, by its place in the frame.
int HueOfRegion(const Report& report, const std::string& region);
int HueOfCase(const Report& report, std::int32_t case_index);

// "steady", "rests on NAME", "rests on 3 cases", "not without one of the coders"; several are joined.
struct Steadiness {
  std::string words;
  bool steady = false;
};
Steadiness SteadinessOf(const Report& report, const model::CodeRow& row);

// "common ground" and so on, by class, without what is "so far".
std::string ClassName(const Report& report, model::PrevalenceClass prevalence);

// A field of work: a code with codes below it.
bool IsField(const Report& report, std::int32_t code);

// An outcome that people marked as a harm: in the codebook its colour is the red of the report.
inline constexpr std::string_view kColourOfHarm = "#a8112a";
bool IsHarm(const Report& report, std::int32_t code);

// The fields of work right below the headings, in the order of the codebook; none where there are too many for a row of
// squares.
std::vector<std::int32_t> FieldsOfWork(const Report& report);
// Which of them a case tells of.
std::vector<Mark> FieldsToldBy(const Report& report, std::int32_t case_index);

// The matrix of a kind of code by region, in bands by class.
Matrix RegionMatrix(const Report& report, model::CodeKind kind, std::string id);
// Of these codes by legal model or by the law on selling.
Matrix LawMatrix(const Report& report, const model::Grouping& grouping, const std::vector<std::int32_t>& codes,
                 std::string id, std::string title);
Bubbles GapBubbles(const Report& report, const Report::Gaps& gaps, std::string title);

// How many codes of a kind are in each class, largest first; for the head of a page.
std::vector<Tally> ClassTally(const Report& report, model::CodeKind kind);

}  // namespace commonground::publish
