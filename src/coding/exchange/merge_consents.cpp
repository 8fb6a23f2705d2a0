// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Consents: those that one of our own files carries, and those that a person records for what comes in.  What is
// recorded already, a withdrawal above all, is never written over.
#include <algorithm>
#include <set>

#include "coding/exchange/internal/merger.h"
#include "model/consent_subject.h"

namespace commonground::coding {

namespace {

// Of a case as a whole; all others may be given for a document.
bool IsOfCase(model::ConsentScope scope) {
  return scope == model::ConsentScope::kNameOrganisation || scope == model::ConsentScope::kNamePlace ||
         scope == model::ConsentScope::kPublishVerdict;
}

bool IsBefore(const std::optional<core::Date>& end, const std::optional<core::Date>& begin) {
  return begin && end && end->Last() < begin->First();
}

// As a study folder would be let in (rules/consents.cpp): anybody can write such a file.
bool IsAsItShouldBe(const model::Consent& consent, const std::vector<model::Source>& sources) {
  if (IsBefore(consent.expires, consent.given) || IsBefore(consent.withdrawn, consent.given)) return false;
  if (!model::PassageOfSubject(consent.subject).empty() && !model::IsOfPassages(consent.scope)) return false;
  return consent.basis != model::ConsentBasis::kPublicSource ||
         std::ranges::any_of(sources, [&](const model::Source& one) { return one.id.value == consent.evidence; });
}

}  // namespace

void Merger::TakeConsents() {
  const auto& consents = project_.side->consents;
  if (consents.empty()) return;
  if (options_.consents == Consents::kLeftOut) {
    out_.report.Add("consents that the file speaks of",
                    "left out: they are taken over only when you ask for it, if you trust where the file comes from",
                    static_cast<std::int64_t>(consents.size()));
    return;
  }
  std::set<std::pair<std::string, model::ConsentScope>> there;
  for (const auto& consent : study().consents) there.emplace(consent.subject, consent.scope);
  for (const model::Consent& consent : consents) {
    const bool known =
        std::ranges::any_of(study().organisations, [&](const auto& one) { return one.id.value == consent.subject; }) ||
        document_ids_.contains(model::DocumentId(std::string(model::DocumentOfSubject(consent.subject))));
    if (!known) {
      out_.report.Add("consents of somebody who is not in the study", "left out");
    } else if (!IsAsItShouldBe(consent, study().sources)) {
      out_.report.Add("consents that are not as they should be", "left out");
    } else if (!there.emplace(consent.subject, consent.scope).second) {
      out_.report.Add("consents that the study has already", "the study's own kept");
    } else {
      study().consents.push_back(consent);
    }
  }
}

void Merger::GiveConsents() {
  if (!options_.given) return;
  const GivenConsent& given = *options_.given;
  std::set<std::pair<std::string, model::ConsentScope>> there;
  for (const auto& consent : study().consents) there.emplace(consent.subject, consent.scope);
  const auto give = [&](const std::string& subject, model::ConsentScope scope) {
    study().consents.push_back({subject, scope, given.basis, given.on, {}, {}, given.evidence});
    there.emplace(subject, scope);
    ++out_.new_consents;
  };
  std::map<model::DocumentId, model::OrganisationId> case_of;
  for (const auto& document : study().documents) case_of.emplace(document.id, document.organisation);
  for (const model::DocumentId& document : out_.documents) {
    const model::OrganisationId& organisation = case_of.at(document);
    for (const model::ConsentScope scope : given.scopes) {
      if (there.contains({organisation.value, scope}) || there.contains({document.value, scope})) {
        const bool new_one = std::ranges::any_of(
            study().consents.end() - out_.new_consents, study().consents.end(), [&](const auto& one) {
              return one.scope == scope && (one.subject == document.value || one.subject == organisation.value);
            });
        if (!new_one) out_.report.Add("consents that the study has already", "the study's own kept");
      } else if (!IsOfCase(scope)) {
        give(document.value, scope);
      } else if (!had_cases_.contains(organisation)) {
        give(organisation.value, scope);
      } else {
        out_.report.Add("consents to name a case that was there before, or to publish of it",
                        "left out: record them for the organisation itself");
      }
    }
  }
}

}  // namespace commonground::coding
