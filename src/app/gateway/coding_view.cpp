// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "app/gateway/coding_view.h"

#include <algorithm>

#include "app/gateway/reading.h"

namespace commonground::app {

CodingView::CodingView(const model::Study& study, model::CoderId person, const core::Date& today)
    : person_(std::move(person)), readable_(ReadableDocuments(study, today)) {
  if (readable_.size() < study.documents.size()) {
    for (const auto& document : study.documents) {
      if (!MayRead(document.id)) unreadable_.push_back(document.id);
    }
  }
  for (const auto& one : study.assignments) {
    if (one.state == model::AssignmentState::kOpen) open_.emplace(one.document, one.coder);
  }
}

bool CodingView::IsOpen(const model::DocumentId& document, const model::CoderId& coder) const {
  return open_.contains({document, coder});
}

bool CodingView::HasOpenAssignments(const model::DocumentId& document) const {
  const auto first = open_.lower_bound({document, model::CoderId()});
  return first != open_.end() && first->first == document;
}

bool CodingView::SeesWorkOf(const model::CoderId& coder, const model::DocumentId& document) const {
  if (!MayRead(document)) return false;
  if (coder == person_) return true;
  return !IsOpen(document, person_) && !IsOpen(document, coder);
}

bool CodingView::Sees(const model::Coding& coding) const {
  if (!SeesWorkOf(coding.coder, coding.document)) return false;
  return coding.status != model::CodingStatus::kDraft || coding.coder == person_;
}

// The same as Sees(Coding), the other way round.
store::HiddenCodings CodingView::Hidden() const {
  store::HiddenCodings hidden{person_, unreadable_, {}, {}};
  for (const auto& [document, coder] : open_) {
    if (!MayRead(document)) continue;
    if (IsOpen(document, person_)) {
      if (coder == person_) hidden.others.push_back(document);
    } else {
      hidden.pairs.emplace_back(document, coder);
    }
  }
  return hidden;
}

bool CodingView::Sees(const model::Memo& memo) const {
  return !memo.document || SeesWorkOf(memo.coder, *memo.document);
}

bool CodingView::Sees(const model::Adjudication& adjudication) const {
  return MayRead(adjudication.document) && !HasOpenAssignments(adjudication.document);
}

bool CodingView::Sees(const model::Decision& decision) const {
  return SeesWorkOf(decision.coder, decision.document);
}

}  // namespace commonground::app
