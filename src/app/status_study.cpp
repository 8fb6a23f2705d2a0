// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sums up what of the frame is filled, what is missing, and what to do next.

#include "app/status_study.h"

#include "app/gateway/entry.h"
#include "app/open_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/gateway/analysis.h"
#include "app/gateway/consent_book.h"
#include "app/verify_study.h"
#include "compare/coverage.h"
#include "ingest/folder/kind_files.h"

namespace commonground::app {

using model::SlotState;

std::string_view ReasonOf(SlotState state) {
  switch (state) {
    case SlotState::kFilled:
      return "filled";
    case SlotState::kNoOrganisation:
      return "organisation not sourced";
    case SlotState::kNoDocument:
      return "no document yet";
    case SlotState::kNoConsent:
      return "no consent to analyse";
    case SlotState::kNotVerified:
      return "not verified";
    case SlotState::kUnderEmbargo:
      return "under embargo";
  }
  return "";
}

namespace {

std::string NextStep(SlotState state) {
  using rules::Kind;
  switch (state) {
    case SlotState::kFilled:
      return "";
    case SlotState::kNoOrganisation:
      return fmt::format("find the organisation and put its id into {} and {}", ingest::FileOf(Kind::kSlot),
                         ingest::FileOf(Kind::kOrganisation));
    case SlotState::kNoDocument:
      return "add its case study as case-studies/ORGANISATION/case-study.md";
    case SlotState::kNoConsent:
      return fmt::format("record its consent to be analysed in {}, or leave the case out",
                         ingest::FileOf(Kind::kConsent));
    case SlotState::kNotVerified:
      return fmt::format("ask for current counts and add them to {}; verify shows what is missing",
                         ingest::FileOf(Kind::kLeadershipRecord));
    case SlotState::kUnderEmbargo:
      return "wait for the day in its " + ingest::NameInFolder(rules::All(Kind::kCaseStudy));
  }
  return "";
}

}  // namespace

std::string SummaryOf(const model::Coverage& coverage) {
  // Where the frame has places, an organisation without one is not missing from it.
  const bool has_places = std::ranges::any_of(coverage.slots, [](const auto& slot) { return !slot.slot.empty(); });
  std::map<SlotState, int> missing;
  for (const auto& slot : coverage.slots) {
    if (slot.state != SlotState::kFilled && !(has_places && slot.slot.empty())) ++missing[slot.state];
  }
  int total = 0;
  for (const auto& region : coverage.regions) total += region.missing;
  std::string why;
  for (const auto& [state, count] : missing) {
    why += fmt::format("{}{} {}", why.empty() ? "" : ", ", count, ReasonOf(state));
  }
  return fmt::format("{} slots, {} filled, {} missing{}", coverage.slots_total, coverage.filled, total,
                     why.empty() ? "" : " (" + why + ")");
}

core::Result<StudyStatus> StatusOf(const model::Study& study, const core::Date& today, const core::Date& on) {
  const ConsentBook book(study.consents, today);
  std::map<model::OrganisationId, compare::CaseFlags> flags;
  for (const auto& document : study.documents) {
    compare::CaseFlags& flag = flags[document.organisation];
    flag.has_document = true;
    flag.has_consent = flag.has_consent || book.Allows(document, model::ConsentScope::kAnalyse);
    flag.in_comparison = flag.has_consent;
  }
  for (const auto& one : study.cases) {
    flags[one.organisation].under_embargo = IsUnderEmbargo(one, today);
  }
  CG_ASSIGN_OR_RETURN(const auto definitions, ChooseDefinitions(study, {}));
  CG_ASSIGN_OR_RETURN(const auto assessments, VerifyStudy(study, {definitions.front()}, on));
  std::map<model::OrganisationId, model::Verdict> verdicts;
  for (const auto& assessment : assessments) verdicts.emplace(assessment.organisation, assessment.verdict);

  StudyStatus status;
  status.coverage = compare::Cover(study, verdicts, flags);
  std::map<SlotState, int> open;
  for (const auto& slot : status.coverage.slots) {
    if (slot.state != SlotState::kFilled) ++open[slot.state];
  }
  for (const auto& [state, count] : open) {
    status.next_steps.push_back(fmt::format("{}: {} ({})", ReasonOf(state), NextStep(state), count));
  }
  for (const auto& region : status.coverage.regions) {
    if (region.without_slot > 0) {
      status.next_steps.push_back(fmt::format("{}: {} of its {} places are not in {} yet", region.region.value,
                                              region.without_slot, region.quota, ingest::FileOf(rules::Kind::kSlot)));
    }
  }
  if (study.documents.empty()) status.next_steps.emplace_back("add the first case study and its codings");
  status.next_steps.emplace_back("the report can be written as it stands");
  return status;
}

core::Result<StudyStatus> StatusStudy(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kStatus));
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  const model::Study& study = *small;
  CG_ASSIGN_OR_RETURN(StudyStatus status, StatusOf(study, in.today, ReferenceDate(study.settings, workspace.clock())));
  status.title = study.settings.title;
  status.regions = study.regions;
  return status;
}

}  // namespace commonground::app
