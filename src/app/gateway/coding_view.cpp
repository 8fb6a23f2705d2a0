// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Decides which codings one person may see.

#include "app/gateway/coding_view.h"

#include <algorithm>

#include "app/gateway/consent_book.h"
#include "app/gateway/reading.h"
#include "coding/history/things.h"

namespace commonground::app {

CodingView::CodingView(const model::Study& study, const Caller& caller, const core::Date& today)
    : person_(caller.person) {
  auto frame = std::make_shared<Frame>();
  frame->readable = ReadableDocuments(study, today, caller);
  const auto may_read = [&](const model::DocumentId& document) { return frame->readable.contains(document); };
  if (frame->readable.size() < study.documents.size()) {
    for (const auto& document : study.documents) {
      if (!may_read(document.id)) frame->unreadable.push_back(document.id);
    }
  }
  for (const auto& one : study.organisations) frame->organisations.insert(one.id.value);
  const ConsentBook book(study.consents, today);
  for (const auto& one : study.cases) {
    const bool is_shown =
        caller.role != Role::kReader && (caller.role != Role::kMember || one.organisation == caller.organisation);
    if (is_shown && book.Allows(one.organisation, model::ConsentScope::kAnalyse)) frame->cases[one.organisation];
  }
  for (const auto& document : study.documents) {
    if (may_read(document.id)) frame->cases[document.organisation].push_back(document.id);
  }
  for (const auto& one : study.assignments) {
    if (one.state == model::AssignmentState::kOpen) frame->open.emplace(one.document, one.coder);
  }
  frame_ = std::move(frame);
}

CodingView CodingView::For(const model::CoderId& person) const {
  CodingView view = *this;
  view.person_ = person;
  return view;
}

bool CodingView::IsOpen(const model::DocumentId& document, const model::CoderId& coder) const {
  return frame_->open.contains({document, coder});
}

bool CodingView::HasOpenAssignments(const model::DocumentId& document) const {
  const auto first = frame_->open.lower_bound({document, model::CoderId()});
  return first != frame_->open.end() && first->first == document;
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

// What cannot be read is not seen.
bool CodingView::Sees(const model::Event& event) const {
  const coding::TextOf no_text = [](const std::string&) { return std::string(); };
  const std::string& json = event.after.empty() ? event.before : event.after;
  // What is said about an organisation follows its case, and words of a text follow that; who did it knows it.
  if (model::ForNoun(event.record_type, []<typename>() {})) {
    if (event.document && !MayRead(*event.document)) return event.person == person_;
    return event.person == person_ || std::ranges::all_of(coding::AboutIn(json), [&](const std::string& one) {
             return frame_->organisations.contains(one) ? MayReadCase(model::OrganisationId(one))
                                                        : coding::IsOfNoCase(one);
           });
  }
  // A text that came in.
  if (event.action == model::EventAction::kImport && event.document) return MayRead(*event.document);
  switch (event.record_type) {
    case model::RecordType::kCode:
    case model::RecordType::kSettings:
      return true;
    case model::RecordType::kAssignment:
      return event.document && MayRead(*event.document);
    case model::RecordType::kCoding: {
      const auto there = coding::CodingFrom(json, event.subject, event.document, no_text);
      return there && Sees(there->coding);
    }
    case model::RecordType::kMemo: {
      const auto memo = coding::From<model::Memo>(json, event.subject, event.document, no_text);
      // Which coding it is about, and whether that one is seen, is not known here.
      return memo && Sees(*memo) && (memo->about != model::MemoSubject::kCoding || memo->coder == person_);
    }
    case model::RecordType::kAdjudication: {
      const auto adjudication = coding::From<model::Adjudication>(json, event.subject, event.document, no_text);
      return adjudication && Sees(*adjudication);
    }
    case model::RecordType::kDecision: {
      const auto decision = coding::From<model::Decision>(json, event.subject, event.document, no_text);
      return decision && Sees(*decision);
    }
    default:
      break;
  }
  return false;
}

// The same as Sees(Coding), the other way round.
store::HiddenCodings CodingView::Hidden() const {
  store::HiddenCodings hidden{person_, frame_->unreadable, {}, {}};
  for (const auto& [document, coder] : frame_->open) {
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
  if (memo.document) return SeesWorkOf(memo.coder, *memo.document);
  if (memo.about != model::MemoSubject::kCase) return true;
  const auto found = frame_->cases.find(model::OrganisationId(memo.subject));
  if (found == frame_->cases.end()) return false;
  return std::ranges::all_of(found->second, [&](const auto& document) { return SeesWorkOf(memo.coder, document); });
}

bool CodingView::Sees(const model::Adjudication& adjudication) const {
  return MayRead(adjudication.document) && !HasOpenAssignments(adjudication.document);
}

bool CodingView::Sees(const model::Decision& decision) const {
  return SeesWorkOf(decision.coder, decision.document);
}

}  // namespace commonground::app
