// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Decides by the organisations that a thing is about; a country and the study are nobody's.

#include "app/gateway/noun_view.h"

#include <algorithm>

#include "app/gateway/consent_book.h"
#include "app/gateway/hidden_passages.h"
#include "app/gateway/reading.h"

namespace commonground::app {

using model::RecordType;

class NounView::Texts {
 public:
  Texts(const model::Study& study, const Caller& caller, const core::Date& today,
        std::span<const model::Coding> codings)
      : book_(study.consents, today),
        passages_(study, codings, book_),
        readable_(ReadableDocuments(study, today, caller)) {
    for (const auto& one : study.documents) documents_.emplace(one.id.value, &one);
  }
  const ConsentBook& book() const { return book_; }
  bool MayRead(const model::DocumentId& document) const { return readable_.contains(document); }
  bool MayBeTranslated(const model::Translation& one) const {
    const auto document = documents_.find(one.document.value);
    return document != documents_.end() && passages_.MayBeTranslated(*document->second, one.exact);
  }

 private:
  ConsentBook book_;
  HiddenPassages passages_;
  std::set<model::DocumentId> readable_;
  std::map<std::string, const model::Document*, std::less<>> documents_;
};

NounView::NounView(const model::Study& study, const Caller& caller, const core::Date& today,
                   std::span<const model::Coding> codings)
    : role_(caller.role),
      texts_(std::make_shared<const Texts>(study, caller, today, codings)),
      own_(caller.organisation.value) {
  const ConsentBook& book = texts_->book();
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

bool NounView::MayRead(const model::DocumentId& document) const {
  return texts_->MayRead(document);
}

bool NounView::SeesTexts(const model::Translation& translation) const {
  return texts_->MayRead(translation.document) && texts_->MayBeTranslated(translation);
}

// Whoever keeps a set has to see it to take something out of it.
bool NounView::SeesTexts(const model::Set& set) const {
  return role_ == Role::kCoordinator ||
         std::ranges::all_of(set.documents, [&](const auto& one) { return texts_->MayRead(one); });
}

bool NounView::IsOwn(const std::vector<std::string>& about) const {
  return !own_.empty() && !about.empty() && std::ranges::all_of(about, [&](const auto& one) { return one == own_; });
}

bool NounView::Sees(RecordType type, const std::vector<std::string>& about) const {
  const bool is_kept_in_sight = type == RecordType::kOrganisation || type == RecordType::kConsent;
  const bool is_withdrawn = std::ranges::any_of(about, [&](const auto& one) { return withdrawn_.contains(one); });
  switch (role_) {
    case Role::kCoordinator:
      return !is_withdrawn || is_kept_in_sight || type == RecordType::kSlot || type == RecordType::kFinding ||
             type == RecordType::kSet;
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
