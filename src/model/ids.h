// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The names of things in a study.  A valid id is 1 to 120 characters of ASCII letters, digits, '.', '_', '-', begins
// with a letter or digit, and does not hold "..".  A DocumentId is "CASE/FILE", two such parts.
#pragma once

#include <string_view>

#include "core/id.h"

namespace commonground::model {

using RegionId = core::Id<struct RegionTag>;
using SlotId = core::Id<struct SlotTag>;
using OrganisationId = core::Id<struct OrganisationTag>;
using SourceId = core::Id<struct SourceTag>;
using DefinitionId = core::Id<struct DefinitionTag>;
using CodeId = core::Id<struct CodeTag>;
using DocumentId = core::Id<struct DocumentTag>;
using CoderId = core::Id<struct CoderTag>;
using PartnerId = core::Id<struct PartnerTag>;
using IndicatorId = core::Id<struct IndicatorTag>;
using FindingId = core::Id<struct FindingTag>;
using ChapterId = core::Id<struct ChapterTag>;
using TargetId = core::Id<struct TargetTag>;
using EditionId = core::Id<struct EditionTag>;
using MemoId = core::Id<struct MemoTag>;  // these six are GUIDs (core/guid.h)
using SetId = core::Id<struct SetTag>;
using CodingId = core::Id<struct CodingTag>;
using AssignmentId = core::Id<struct AssignmentTag>;
using AdjudicationId = core::Id<struct AdjudicationTag>;
using DecisionId = core::Id<struct DecisionTag>;
// These are GUIDs that are written down only where a thing says something else than when it came (model/identity.h).
using StatementId = core::Id<struct StatementTag>;
using LeadershipId = core::Id<struct LeadershipTag>;
using FactId = core::Id<struct FactTag>;
using LegalRuleId = core::Id<struct LegalRuleTag>;
using ConsentId = core::Id<struct ConsentTag>;
using TieId = core::Id<struct TieTag>;
using OutcomeId = core::Id<struct OutcomeTag>;
using AnswerId = core::Id<struct AnswerTag>;
using TranslationId = core::Id<struct TranslationTag>;
using HistoryTextId = core::Id<struct HistoryTextTag>;  // "EVENT-PLACE"
using CountryCode = core::Id<struct CountryTag>;        // ISO 3166-1 alpha-3, upper case

bool IsValidId(std::string_view text);
bool IsValidDocumentId(std::string_view text);

}  // namespace commonground::model
