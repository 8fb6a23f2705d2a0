// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Assesses every organisation of a study under its definitions.

#include "app/verify_study.h"

#include "app/gateway/entry.h"
#include "app/open_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "ingest/folder/built_in.h"
#include "ingest/folder/kind_files.h"
#include "verify/assess.h"
#include "verify/counts.h"
#include "verify/margins.h"

namespace commonground::app {

core::Result<std::vector<const model::Definition*>> ChooseDefinitions(const model::Study& study,
                                                                      const std::vector<model::DefinitionId>& asked) {
  std::vector<model::DefinitionId> ids = asked.empty() ? study.settings.definitions : asked;
  if (ids.empty()) ids.emplace_back("nswp-2013");
  std::vector<const model::Definition*> chosen;
  for (const model::DefinitionId& id : ids) {
    const auto found = std::ranges::find(study.definitions, id, &model::Definition::id);
    const model::Definition* definition =
        found != study.definitions.end() ? &*found : ingest::FindBuiltInDefinition(id);
    if (definition == nullptr) {
      std::set<std::string> known;
      for (const auto& one : study.definitions) known.insert(one.id.value);
      for (const auto& one : ingest::BuiltInDefinitions()) known.insert(one.id.value);
      const std::string names = fmt::format("{}", fmt::join(known, ", "));
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "there is no definition \"" + id.value + "\". Known: " + names + ". Fix: add " +
                            ingest::FileOf(rules::Kind::kDefinition, id.value) + " to the study folder");
    }
    chosen.push_back(definition);
  }
  return chosen;
}

core::Result<std::vector<model::Assessment>> VerifyStudy(const model::Study& study,
                                                         const std::vector<const model::Definition*>& definitions,
                                                         const core::Date& on) {
  std::map<model::OrganisationId, std::vector<model::LeadershipRecord>> records;
  for (const auto& record : study.leadership) records[record.organisation].push_back(record);
  const verify::AssessmentRules rules{on, study.settings.record_months, study.settings.claims_about};
  std::vector<model::Assessment> assessments;
  for (const auto& organisation : study.organisations) {
    for (const model::Definition* definition : definitions) {
      CG_ASSIGN_OR_RETURN(model::Assessment assessment, verify::Assess(*definition, records[organisation.id], rules));
      assessment.organisation = organisation.id;
      assessments.push_back(std::move(assessment));
    }
  }
  return assessments;
}

namespace {

// The record that decided a criterion: of its body and day, with the margins that were found; the last given.
std::optional<verify::BodyCounts> CountsBehind(const std::vector<const model::LeadershipRecord*>& records,
                                               const model::CriterionResult& result) {
  std::optional<verify::BodyCounts> behind;
  for (const model::LeadershipRecord* record : records) {
    if (record->body != result.body || record->as_of != result.as_of || record->basis != result.basis) continue;
    const auto counts = verify::CountBody(*record);
    if (counts && counts->members) behind = *counts;
  }
  return behind;
}

std::vector<WhatWouldTurn> TurnsOf(const model::Study& study, const std::vector<model::Assessment>& assessments) {
  std::map<model::OrganisationId, std::vector<const model::LeadershipRecord*>> records;
  for (const auto& record : study.leadership) records[record.organisation].push_back(&record);
  std::vector<WhatWouldTurn> turns;
  for (std::size_t i = 0; i < assessments.size(); ++i) {
    for (std::size_t j = 0; j < assessments[i].criteria.size(); ++j) {
      const model::CriterionResult& result = assessments[i].criteria[j];
      if (!result.headroom && !result.shortfall) continue;  // counts do not decide it, or nothing turns it
      const auto counts = CountsBehind(records[assessments[i].organisation], result);
      if (!counts) continue;
      model::Criterion criterion;
      criterion.body = result.body;
      criterion.share = result.share;
      criterion.comparison = result.comparison;
      WhatWouldTurn turn;
      turn.assessment = i;
      turn.criterion = j;
      turn.is_met = *counts->members > 0 && verify::Satisfies(counts->least, *counts->members, criterion);
      turn.changes = verify::SmallestChanges(counts->least, *counts->members, criterion);
      if (result.verdict == model::Verdict::kUndetermined && counts->most > counts->least) {
        turn.undisclosed = counts->most - counts->least;
        turn.needed_of_them =
            verify::NeededOfUndisclosed(counts->least, *turn.undisclosed, *counts->members, criterion);
      }
      turns.push_back(std::move(turn));
    }
  }
  return turns;
}

core::Status TakeUnsaved(const VerifyRequest& request, model::Study& study) {
  for (const model::LeadershipRecord& record : request.unsaved) {
    if (!request.organisation || record.organisation != *request.organisation) {
      return core::Fail(core::ErrorCode::kInvalidInput, "counts that are not saved are of one organisation");
    }
    CG_RETURN_IF_ERROR(verify::CountBody(record));
    study.leadership.push_back(record);
  }
  return {};
}

}  // namespace

core::Result<VerifiedStudy> VerifyStudy(const Workspace& workspace, const VerifyRequest& request) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kVerify));
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  model::Study study = *small;
  if (in.caller.role == Role::kMember) {
    std::erase_if(study.organisations, [&](const auto& one) { return one.id != in.caller.organisation; });
  }
  if (request.organisation) {
    std::erase_if(study.organisations, [&](const auto& one) { return one.id != *request.organisation; });
    if (study.organisations.empty()) {
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "there is no organisation \"" + request.organisation->value + "\" in this study");
    }
  }
  CG_RETURN_IF_ERROR(TakeUnsaved(request, study));
  VerifiedStudy verified;
  CG_ASSIGN_OR_RETURN(const auto definitions, ChooseDefinitions(study, request.definitions));
  for (const model::Definition* one : definitions) verified.definitions.push_back(*one);
  verified.on = request.on.value_or(ReferenceDate(study.settings, workspace.clock()));
  CG_ASSIGN_OR_RETURN(verified.assessments, VerifyStudy(study, definitions, verified.on));
  verified.turns = TurnsOf(study, verified.assessments);
  return verified;
}

}  // namespace commonground::app
