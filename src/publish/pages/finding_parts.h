// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What several pages say of a finding: where it holds, its grade, its tables.
#pragma once

#include <string>
#include <vector>

#include "publish/book.h"
#include "publish/report.h"

namespace commonground::publish {

// Findings that are no recommendations, in the order of the study.
std::vector<const model::Finding*> FindingsOf(const Report& report);
std::vector<const model::Finding*> RecommendationsOf(const Report& report);
// Of the whole list of findings, from 1.
int NumberOf(const Report& report, const model::FindingId& id);
PlaceTarget PlaceOf(const model::Finding& finding);

// The codes of a finding that the codebook has, as indices.
std::vector<std::int32_t> CodesOf(const Report& report, const model::Finding& finding);
// A passage under these codes of each of the cases, where its words may be shown: twelve at most.
Quotations PassagesOf(const Report& report, const std::vector<model::OrganisationId>& cases,
                      const std::vector<std::int32_t>& codes);

// Regions (or legal models) in which its cases are: computed, without "not sourced" and "disputed".
std::vector<std::string> GroupsOf(const Report& report, const model::Grouping& grouping,
                                  const std::vector<model::OrganisationId>& cases);
// "4 cases, 3 regions, 3 legal models"
std::string HoldsIn(const Report& report, const model::Finding& finding);
// 1: very low, to 4: high; 0: not graded.
int GradeOf(const model::Finding& finding);
// "moderate concerns: each case counted its own visits"
Span ComponentOf(const Report& report, const model::Finding& finding, std::size_t component);
inline constexpr std::size_t kComponents = 4;  // limitations, coherence, adequacy, relevance

// The finding in short: its own cases, for and against, and where they are; the count of its code is named as such.
// How steady that count is says nothing of the finding.
Card CardOfFinding(const Report& report, const model::Finding& finding);
// Its statement, its grade and why.
Grading GradingOf(const Report& report, const model::Finding& finding);

// As in Lewin and others 2018 (GRADE-CERQual, paper 2, tables 3 and 5): each graded finding with its four components;
// all findings with what they rest on.  No rows: there is nothing to show.
Table EvidenceProfile(const Report& report);
Table SummaryOfFindings(const Report& report);

// Recommendations that rest on the code, on one below it, or on a finding about it.
std::vector<const model::Finding*> RecommendationsFor(const Report& report, std::int32_t code);
enum class AdviceOn { kOwnPage, kPracticePage };
Advice AdviceOf(const Report& report, const std::vector<const model::Finding*>& recommendations, AdviceOn on);

}  // namespace commonground::publish
