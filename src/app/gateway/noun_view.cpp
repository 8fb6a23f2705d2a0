// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Decides by the organisations that a thing is about; a country and the study are nobody's.

#include "app/gateway/noun_view.h"

#include <algorithm>

#include "app/gateway/consent_book.h"

namespace commonground::app {

using model::RecordType;

NounView::NounView(const model::Study& study, const Caller& caller, const core::Date& today)
    : role_(caller.role), own_(caller.organisation.value) {
  const ConsentBook book(study.consents, today);
  for (const auto& one : study.organisations) {
    organisations_.insert(one.id.value);
    if (book.Allows(one.id, model::ConsentScope::kAnalyse)) open_.insert(one.id.value);
  }
  for (const auto& one : study.documents) {
    if (book.Allows(one, model::ConsentScope::kAnalyse)) open_.insert(one.organisation.value);
  }
  for (const auto& one : study.consents) {
    if (one.scope == model::ConsentScope::kAnalyse && one.withdrawn) withdrawn_.insert(one.subject);
  }
}

bool NounView::IsOwn(const std::vector<std::string>& about) const {
  return !own_.empty() && !about.empty() && std::ranges::all_of(about, [&](const auto& one) { return one == own_; });
}

bool NounView::Sees(RecordType type, const std::vector<std::string>& about) const {
  const bool is_kept_in_sight = type == RecordType::kOrganisation || type == RecordType::kConsent;
  const bool is_withdrawn = std::ranges::any_of(about, [&](const auto& one) { return withdrawn_.contains(one); });
  switch (role_) {
    case Role::kCoordinator:
      return !is_withdrawn || is_kept_in_sight || type == RecordType::kSlot || type == RecordType::kFinding;
    case Role::kMember:
      return IsOwn(about) && (!is_withdrawn || is_kept_in_sight);
    case Role::kResearcher:
    case Role::kReviewer:
      return !is_withdrawn && std::ranges::all_of(about, [&](const auto& one) {
        const bool is_nobody = coding::IsOfNoCase(one) && !organisations_.contains(one);
        return is_nobody || open_.contains(one);
      });
    case Role::kReader:
      return false;
  }
  return false;
}

}  // namespace commonground::app
