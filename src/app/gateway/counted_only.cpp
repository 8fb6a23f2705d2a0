// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Cases that are counted only are the last of the comparison and lose their ids; their codings become, for each case,
// the set of its codes, so that no place in a text is left of them.

#include "app/gateway/counted_only.h"

#include <algorithm>
#include <set>

#include "core/check.h"

namespace commonground::app {

using model::OrganisationId;

void LeaveOnlyCounts(const Appearances& appearances, model::Publication& publication) {
  std::set<OrganisationId> gone;  // by pseudonym
  for (const auto& [id, appearance] : appearances) {
    if (appearance.counted_only) gone.insert(appearance.id);
  }
  if (gone.empty()) return;
  model::Snapshot& snapshot = publication.snapshot;
  const auto first = static_cast<std::size_t>(
      std::ranges::find_if(snapshot.cases, [&](const auto& id) { return gone.contains(id); }) - snapshot.cases.begin());
  for (std::size_t i = first; i < snapshot.cases.size(); ++i) {
    CG_CHECK(gone.contains(snapshot.cases[i]), "cases that are counted only come last");
    publication.counted_only.push_back({static_cast<std::int32_t>(i), {}});
    snapshot.cases[i] = publication.comparison.cases[i] = OrganisationId();
  }

  std::vector<std::set<std::int32_t>> codes(publication.counted_only.size());
  std::erase_if(snapshot.codings, [&](const model::CodingColumn& coding) {
    const auto at = static_cast<std::size_t>(coding.case_index);
    if (at < first) return false;
    for (std::int32_t code = coding.code; code >= 0; code = snapshot.parent[static_cast<std::size_t>(code)]) {
      codes[at - first].insert(code);
    }
    return true;
  });
  for (std::size_t i = 0; i < codes.size(); ++i)
    publication.counted_only[i].codes.assign(codes[i].begin(), codes[i].end());

  model::Study& study = publication.study;
  std::set<model::DocumentId> documents;
  for (const auto& document : study.documents) {
    if (gone.contains(document.organisation)) documents.insert(document.id);
  }
  const auto of_gone = [&](const auto& one) { return gone.contains(one.organisation); };
  std::erase_if(study.organisations, [&](const auto& one) { return gone.contains(one.id); });
  std::erase_if(study.cases, of_gone);
  std::erase_if(study.codings, [&](const auto& one) { return documents.contains(one.document); });
  std::erase_if(study.documents, of_gone);
  std::erase_if(publication.text_access, [&](const auto& one) { return documents.contains(one.first); });
  for (const OrganisationId& id : gone) {
    publication.named.erase(id);
    publication.scopes.erase(id);
    publication.consent_basis.erase(id);
  }
}

}  // namespace commonground::app
