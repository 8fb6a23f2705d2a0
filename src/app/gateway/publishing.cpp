// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Turns a study into what a reader may see.

#include "app/gateway/publishing.h"

#include <algorithm>
#include <tuple>

#include "app/gateway/analysis.h"
#include "app/gateway/appearances.h"
#include "app/gateway/consent_book.h"
#include "app/gateway/counted_only.h"
#include "app/gateway/published_frame.h"
#include "app/gateway/redaction.h"
#include "compare/compare.h"
#include "context/view.h"

namespace commonground::app {

namespace {

using model::ConsentScope;
using model::OrganisationId;

// A verdict alone: what each criterion came to, how far it is from turning and on what it rests was not consented to.
// Private: of the cases in this edition alone.  An organisation that is named without one, be it under embargo, is no
// part of the number: it follows from what the edition lists, and says nothing beside it.
void AddVerdicts(const std::vector<model::Assessment>& assessments, const ConsentBook& book,
                 const Appearances& appearances, const std::set<OrganisationId>& compared,
                 model::Publication& publication) {
  std::set<OrganisationId> published;  // cases, by their own ids
  for (const model::Assessment& assessment : assessments) {
    const auto found = appearances.find(assessment.organisation);
    if (found == appearances.end() || !book.Allows(assessment.organisation, ConsentScope::kPublishVerdict)) continue;
    if (compared.contains(assessment.organisation)) published.insert(assessment.organisation);
    publication.assessments.push_back(
        {found->second.id, assessment.definition, assessment.definition_version, assessment.verdict, {}});
  }
  std::ranges::stable_sort(publication.assessments, {}, [&](const model::Assessment& one) {
    return publication.named.at(one.organisation) ? 0 : 1;
  });
  publication.assessments_private = static_cast<int>(compared.size() - published.size());
}

// What can be seen in the publication of each organisation's consent.
void AddScopes(const ConsentBook& book, const Appearances& appearances, model::Publication& publication) {
  std::map<OrganisationId, std::set<ConsentScope>> used;
  for (const auto& one : publication.study.cases) used[one.organisation].insert(ConsentScope::kAnalyse);
  for (const auto& organisation : publication.study.organisations) {
    if (publication.named.at(organisation.id)) used[organisation.id].insert(ConsentScope::kNameOrganisation);
    if (organisation.country) used[organisation.id].insert(ConsentScope::kNamePlace);
  }
  for (const auto& document : publication.study.documents) {
    if (document.text.empty()) continue;
    used[document.organisation].insert(document.kind == model::DocumentKind::kSummary ? ConsentScope::kSummarise
                                                                                      : ConsentScope::kQuote);
  }
  for (const auto& one : publication.assessments) used[one.organisation].insert(ConsentScope::kPublishVerdict);
  for (const auto& one : publication.study.outcomes) used[one.organisation].insert(ConsentScope::kSummarise);
  for (const auto& one : publication.study.answers) {
    if (one.organisation) used[*one.organisation].insert(ConsentScope::kSummarise);
  }
  for (const auto& one : publication.study.translations) {
    used[model::OrganisationId(one.document.value.substr(0, one.document.value.find('/')))].insert(
        ConsentScope::kTranslate);
  }
  for (const auto& [id, scopes] : used) {
    for (const auto& [scope, word] : model::Words<ConsentScope>()) {
      if (scopes.contains(scope)) publication.scopes[id].push_back(scope);
    }
  }
  for (const auto& [id, appearance] : appearances) {
    if (!appearance.named || !used[appearance.id].contains(ConsentScope::kAnalyse)) continue;
    if (const auto basis = book.BasisOf(id)) publication.consent_basis[appearance.id] = *basis;
  }
}

// Who codes blind reads reports too: of a document that somebody still codes, nobody's codings are published.
void TakeOutWorkInProgress(model::Study& study) {
  const std::set<model::DocumentId> open = StillCoded(study);
  if (!open.empty()) std::erase_if(study.codings, [&](const auto& coding) { return open.contains(coding.document); });
}

}  // namespace

core::Result<Published> ForPublishing(const PublishingInput& input, core::Progress& progress) {
  model::Study& study = input.study;
  const ConsentBook book(study.consents, input.today);
  const HiddenPassages hidden(study, study.codings, book);  // by all codings: some are taken out next
  TakeOutWorkInProgress(study);
  const std::set<OrganisationId> compared = ComparedCases(study, book, input.today, Embargo::kRespected);
  const Pseudonyms pseudonyms(input.secret, EditionOf(study, book, hidden, compared));
  const Appearances appearances = AppearancesOf(study, book, hidden, compared, pseudonyms);
  PutInOrder(study, appearances, pseudonyms);

  Published published;
  published.lost_passages = hidden.WithoutPlace();
  model::Publication& publication = published.publication;
  for (const model::Finding& finding : study.findings) {
    const ChangedSince& changed = published.changed.emplace_back(ChangesSince(study, finding, input.today));
    if (changed.passages + changed.codings > 0) {
      publication.look_again[finding.id] = {changed.passages > 0, changed.codings > 0};
    }
  }
  Redacted redacted = Redact(study, book, hidden, appearances, compared, pseudonyms);
  published.appearances = appearances;
  publication.study = std::move(redacted.study);
  publication.text_access = std::move(redacted.text_access);
  for (const auto& [id, appearance] : appearances) publication.named[appearance.id] = appearance.named;
  AddVerdicts(input.assessments, book, appearances, compared, publication);
  AddScopes(book, appearances, publication);

  // All that follows is made of what is published, so that every number can be traced in it and none can tell more.
  publication.context = context::ViewOn(publication.study, input.on);
  publication.snapshot = SnapshotOfPublished(publication.study, publication.context);
  std::ranges::sort(publication.snapshot.codings, {}, [](const model::CodingColumn& c) {
    return std::tuple(c.code, c.case_index, c.document_index, c.start, c.end, c.coder);
  });
  CG_ASSIGN_OR_RETURN(publication.comparison, compare::Compare(publication.snapshot, progress));
  std::map<model::RegionId, int> counted_only;
  for (const auto& organisation : study.organisations) {
    const auto found = appearances.find(organisation.id);
    const bool counted = found != appearances.end() && found->second.counted_only;
    if (counted && organisation.region) ++counted_only[*organisation.region];
  }
  LeaveOnlyCounts(appearances, publication);
  publication.frame = FrameOf(publication.study, publication.named, PlacesListed(study), counted_only);
  publication.frame.cases += static_cast<int>(publication.counted_only.size());
  return published;
}

}  // namespace commonground::app
