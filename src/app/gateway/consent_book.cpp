// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks up whether a consent holds on a day, for a document or its organisation.

#include "app/gateway/consent_book.h"

namespace commonground::app {

bool Holds(const model::Consent& consent, const core::Date& today) {
  if (consent.withdrawn) return false;
  return core::Covers(consent.given, consent.expires, today);
}

ConsentBook::ConsentBook(const std::vector<model::Consent>& consents, const core::Date& today) : today_(today) {
  for (const model::Consent& consent : consents) {
    entries_[consent.scope][consent.subject] = {Holds(consent), consent.basis};
  }
}

const ConsentBook::Entry* ConsentBook::Find(const std::string& subject, model::ConsentScope scope) const {
  const auto of_scope = entries_.find(scope);
  if (of_scope == entries_.end()) return nullptr;
  const auto found = of_scope->second.find(subject);
  return found == of_scope->second.end() ? nullptr : &found->second;
}

bool ConsentBook::Allows(const model::OrganisationId& organisation, model::ConsentScope scope) const {
  const Entry* entry = Find(organisation.value, scope);
  return entry != nullptr && entry->holds;
}

bool ConsentBook::Allows(const model::Document& document, model::ConsentScope scope) const {
  if (const Entry* own = Find(document.id.value, scope)) return own->holds;
  return Allows(document.organisation, scope);
}

std::vector<model::ConsentScope> ConsentBook::ScopesOf(const model::OrganisationId& organisation) const {
  std::vector<model::ConsentScope> scopes;
  for (const auto& [scope, word] : model::Words<model::ConsentScope>()) {
    if (Allows(organisation, scope)) scopes.push_back(scope);
  }
  return scopes;
}

std::optional<model::ConsentBasis> ConsentBook::BasisOf(const model::OrganisationId& organisation) const {
  const Entry* entry = Find(organisation.value, model::ConsentScope::kAnalyse);
  if (entry == nullptr || !entry->holds) return std::nullopt;
  return entry->basis;
}

bool TextMayBeShown(const model::Document& document, const ConsentBook& book) {
  const bool summary = document.kind == model::DocumentKind::kSummary;
  return book.Allows(document, summary ? model::ConsentScope::kSummarise : model::ConsentScope::kQuote);
}

}  // namespace commonground::app
