// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "app/gateway/publishing.h"

#include <algorithm>
#include <tuple>

#include "app/gateway/analysis.h"
#include "app/gateway/consent_book.h"
#include "app/gateway/redaction.h"
#include "compare/compare.h"
#include "compare/coverage.h"
#include "context/view.h"

namespace commonground::app {

namespace {

using model::OrganisationId;

// Under the study's first definition.
std::map<OrganisationId, model::Verdict> FirstVerdicts(const std::vector<model::Assessment>& assessments) {
  std::map<OrganisationId, model::Verdict> verdicts;
  for (const auto& assessment : assessments) verdicts.emplace(assessment.organisation, assessment.verdict);
  return verdicts;
}

// The frame as readers see it.  A slot that is not filled because of a verdict does not say whose.
model::Coverage PublishedCoverage(model::Coverage coverage, const std::map<OrganisationId, Appearance>& appearances) {
  std::erase_if(coverage.slots, [&](const model::SlotCoverage& slot) {
    return slot.slot.empty() && slot.organisation && !appearances.contains(*slot.organisation);
  });
  for (model::SlotCoverage& slot : coverage.slots) {
    if (!slot.organisation) continue;
    const auto found = appearances.find(*slot.organisation);
    if (found == appearances.end() || !found->second.placed) slot.country.reset();
    if (found == appearances.end() || slot.state == model::SlotState::kNotVerified) {
      slot.organisation.reset();
      slot.country.reset();
    } else {
      slot.organisation = found->second.id;
    }
  }
  return coverage;
}

void AddVerdicts(const PublishingInput& input, const ConsentBook& book,
                 const std::map<OrganisationId, Appearance>& appearances, model::Publication& publication) {
  std::set<OrganisationId> withheld;
  for (const model::Assessment& assessment : input.assessments) {
    const auto found = appearances.find(assessment.organisation);
    if (found == appearances.end()) continue;
    if (!book.Allows(assessment.organisation, model::ConsentScope::kPublishVerdict)) {
      withheld.insert(assessment.organisation);
      continue;
    }
    model::Assessment published = assessment;
    published.organisation = found->second.id;
    for (model::CriterionResult& criterion : published.criteria) {
      criterion.headroom.reset();  // they tell counts
      criterion.shortfall.reset();
      if (!found->second.named) criterion.sources.clear();
    }
    publication.assessments.push_back(std::move(published));
  }
  publication.assessments_private = static_cast<int>(withheld.size());
}

}  // namespace

core::Result<Published> ForPublishing(const PublishingInput& input, core::Progress& progress) {
  const model::Study& study = input.study;
  const ConsentBook book(study.consents, input.today);
  const model::ContextView full_context = context::ViewOn(study, input.on);
  const CodingSet full_codings = ColumnsOf(study);
  const model::Snapshot analysed = SnapshotOf(study, full_codings, full_context, input.today, Embargo::kRespected);
  const std::set<OrganisationId> compared(analysed.cases.begin(), analysed.cases.end());
  const auto appearances = AppearancesOf(study, book, compared);

  Published published;
  model::Publication& publication = published.publication;
  Redacted redacted = Redact(study, book, appearances, compared);
  published.appearances = appearances;
  publication.study = std::move(redacted.study);
  publication.text_access = std::move(redacted.text_access);
  for (const auto& [id, appearance] : appearances) {
    publication.named[appearance.id] = appearance.named;
    publication.scopes[appearance.id] = book.ScopesOf(id);
    if (const auto basis = book.BasisOf(id)) publication.consent_basis[appearance.id] = *basis;
  }
  publication.context = context::ViewOn(publication.study, input.on);

  std::map<OrganisationId, compare::CaseFlags> flags;
  for (const auto& document : study.documents) {
    compare::CaseFlags& flag = flags[document.organisation];
    flag.has_document = true;
    flag.has_consent = flag.has_consent || book.Allows(document, model::ConsentScope::kAnalyse);
  }
  for (const auto& one : study.cases) {
    flags[one.organisation].under_embargo = one.embargo_until && input.today < one.embargo_until->Last();
    flags[one.organisation].in_comparison = compared.contains(one.organisation);
  }
  publication.coverage = PublishedCoverage(compare::Cover(study, FirstVerdicts(input.assessments), flags), appearances);
  for (model::Slot& slot : publication.study.slots) {
    const auto same = std::ranges::find(publication.coverage.slots, slot.id, &model::SlotCoverage::slot);
    if (same == publication.coverage.slots.end() || same->state != model::SlotState::kNotVerified) continue;
    slot.organisation.reset();
    slot.country.reset();
    slot.sources.clear();
    slot.note.clear();
  }
  AddVerdicts(input, book, appearances, publication);

  // Everything counted is counted again from what is published, so that every number can be traced in it.  Consent was
  // applied above; the places and groups of the cases stay those of the full study, as counts only.
  model::Snapshot& snapshot = publication.snapshot;
  snapshot = analysed;
  for (OrganisationId& id : snapshot.cases) id = appearances.at(id).id;
  const CodingSet codings = ColumnsOf(publication.study);
  std::map<OrganisationId, std::int32_t> case_index;
  for (std::size_t c = 0; c < snapshot.cases.size(); ++c) case_index[snapshot.cases[c]] = static_cast<std::int32_t>(c);
  snapshot.coders = codings.coders;
  snapshot.codings = codings.columns;
  for (model::CodingColumn& column : snapshot.codings) {
    const auto& document = publication.study.documents[static_cast<std::size_t>(column.document_index)];
    column.case_index = case_index.at(document.organisation);
  }
  std::ranges::sort(snapshot.codings, {}, [](const model::CodingColumn& c) {
    return std::tuple(c.code, c.case_index, c.document_index, c.start, c.end, c.coder);
  });
  CG_ASSIGN_OR_RETURN(publication.comparison, compare::Compare(snapshot, progress));
  return published;
}

}  // namespace commonground::app
