// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The table of things that people edit one at a time: a line each.

#include "app/nouns/chapter_fields.h"
#include "app/nouns/definition_fields.h"
#include "app/nouns/editor_of.h"
#include "app/nouns/finding_fields.h"
#include "app/nouns/legal_rule_fields.h"
#include "app/nouns/region_fields.h"
#include "ingest/folder/tables/all_tables.h"

namespace commonground::app {

namespace {

template <typename Thing>
std::unique_ptr<NounEditor> Of(const ingest::Table<Thing>& table, std::vector<std::string> listed, UseCase see,
                               UseCase edit, NounRules rules = {}) {
  return std::make_unique<EditorOf<Thing>>(table, std::move(listed), see, edit, std::move(rules));
}

std::vector<std::unique_ptr<NounEditor>> AllEditors() {
  std::vector<std::unique_ptr<NounEditor>> all;
  const auto add = [&](std::unique_ptr<NounEditor> one) { all.push_back(std::move(one)); };
  add(Of(ingest::OrganisationsTable(), {"name", "country", "region", "visibility"}, UseCase::kSeeOrganisations,
         UseCase::kEditOrganisation));
  add(Of(ingest::StatementsTable(), {"subject", "property", "value", "source"}, UseCase::kSeeStatements,
         UseCase::kEditStatement));
  add(Of(ingest::LeadershipTable(), {"organisation", "as_of", "body", "members", "sex_workers"},
         UseCase::kSeeLeadership, UseCase::kEditLeadership));
  add(Of(ingest::ContextsTable(), {"country", "indicator", "value", "valid_from", "source"}, UseCase::kSeeContext,
         UseCase::kEditContext));
  add(Of(ingest::ConsentsTable(), {"subject", "scope", "basis", "given", "expires", "withdrawn"}, UseCase::kSeeConsents,
         UseCase::kEditConsent));
  add(Of(ingest::PartnersTable(), {"name", "sector", "country"}, UseCase::kSeePartners, UseCase::kEditPartner));
  add(Of(ingest::PartnershipsTable(), {"organisation", "partner", "kind", "publish"}, UseCase::kSeePartnerships,
         UseCase::kEditPartnership));
  add(Of(FindingFields(), {"statement", "confidence", "codes"}, UseCase::kSeeFindings, UseCase::kEditFinding));
  add(Of(ingest::SourcesTable(), {"title", "site", "kind"}, UseCase::kSeeSources, UseCase::kEditSource));
  add(Of(ingest::SlotsTable(), {"region", "country", "organisation"}, UseCase::kSeeSlots, UseCase::kEditSlot));
  add(Of(RegionFields(), {"label", "quota"}, UseCase::kSeeRegions, UseCase::kEditRegion));
  add(Of(ingest::IndicatorsTable(), {"label", "side", "type"}, UseCase::kSeeIndicators, UseCase::kEditIndicator));
  add(Of(ingest::OutcomesTable(), {"organisation", "measure", "before", "after", "unit"}, UseCase::kSeeOutcomes,
         UseCase::kEditOutcome));
  add(Of(ingest::AnswersTable(), {"practice", "barrier", "organisation"}, UseCase::kSeeAnswers, UseCase::kEditAnswer));
  add(Of(ingest::TargetsTable(), {"statement", "value", "unit", "due"}, UseCase::kSeeTargets, UseCase::kEditTarget));
  add(Of(ChapterFields(), {"text"}, UseCase::kSeeChapters, UseCase::kEditChapter));
  add(Of(DefinitionFields(), {"label", "criteria"}, UseCase::kSeeDefinitions, UseCase::kEditDefinition));
  add(Of(ingest::InventedCountriesTable(), {"name"}, UseCase::kSeeInventedCountries, UseCase::kEditInventedCountry));
  NounRules ordered;
  ordered.is_ordered = true;
  add(Of(LegalRuleFields(), {"place", "when", "model"}, UseCase::kSeeLegalRules, UseCase::kEditLegalRule, ordered));
  add(Of(ingest::TranslationsTable(), {"document", "exact", "language", "text"}, UseCase::kSeeTranslations,
         UseCase::kEditTranslation));
  NounRules given;
  given.gives_id = true;
  add(Of(ingest::SetsTable(), {"name", "codes", "documents"}, UseCase::kSeeSets, UseCase::kEditSet, given));
  // What was published stays known: what a page told, and what was put right.
  NounRules published{{"date"}, "it is the record of what was published", "say under corrections what was wrong"};
  add(Of(ingest::EditionsTable(), {"date", "text", "corrections"}, UseCase::kSeeEditionNotes,
         UseCase::kEditEditionNotes, published));
  return all;
}

}  // namespace

std::span<const std::unique_ptr<NounEditor>> NounEditors() {
  static const auto kAll = AllEditors();
  return kAll;
}

}  // namespace commonground::app
