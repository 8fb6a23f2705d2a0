// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// All tables of the folder: the one list that reading, writing and hashing go through.
#pragma once

#include "ingest/folder/table.h"

namespace commonground::ingest {

// Coding::range of a row whose start or end is blank, or could not be read; no coding of a valid study has them.
inline constexpr std::int64_t kBlankPlace = -1;
inline constexpr std::int64_t kMisreadPlace = -2;

const Table<model::InventedCountry>& InventedCountriesTable();
const Table<model::Source>& SourcesTable();
const Table<model::Organisation>& OrganisationsTable();
const Table<model::Slot>& SlotsTable();
const Table<model::Statement>& StatementsTable();
const Table<model::LeadershipRecord>& LeadershipTable();
const Table<model::Indicator>& IndicatorsTable();
const Table<model::ContextFact>& ContextsTable();
const Table<model::Code>& CodebookTable();
const Table<model::Coding>& CodingsTable();
const Table<model::Orphan>& OrphansTable();
const Table<model::Memo>& MemosTable();
const Table<model::Set>& SetsTable();
const Table<model::Assignment>& AssignmentsTable();
const Table<model::Adjudication>& AdjudicationsTable();
const Table<model::Decision>& DecisionsTable();
const Table<model::Event>& HistoryTable();
const Table<model::HistoryText>& HistoryTextsTable();
const Table<model::Consent>& ConsentsTable();
const Table<model::Partner>& PartnersTable();
const Table<model::Partnership>& PartnershipsTable();
const Table<model::Outcome>& OutcomesTable();
const Table<model::Answer>& AnswersTable();
const Table<model::Target>& TargetsTable();
const Table<model::Translation>& TranslationsTable();
const Table<model::Edition>& EditionsTable();

// Calls visit(table) for each, in the order in which they are read.
template <typename Visit>
void ForEachTable(Visit&& visit) {
  visit(InventedCountriesTable());
  visit(SourcesTable());
  visit(OrganisationsTable());
  visit(SlotsTable());
  visit(StatementsTable());
  visit(LeadershipTable());
  visit(IndicatorsTable());
  visit(ContextsTable());
  visit(CodebookTable());
  visit(CodingsTable());
  visit(OrphansTable());
  visit(MemosTable());
  visit(SetsTable());
  visit(AssignmentsTable());
  visit(AdjudicationsTable());
  visit(DecisionsTable());
  visit(HistoryTable());
  visit(HistoryTextsTable());
  visit(ConsentsTable());
  visit(PartnersTable());
  visit(PartnershipsTable());
  visit(OutcomesTable());
  visit(AnswersTable());
  visit(TargetsTable());
  visit(TranslationsTable());
  visit(EditionsTable());
}

}  // namespace commonground::ingest
