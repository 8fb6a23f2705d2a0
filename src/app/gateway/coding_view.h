// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The read gateway for people who code together: whose codings and notes a person sees.  Blind until handed in:
// - a coder with an open assignment on a document sees there what they coded themselves, and nothing else;
// - what a coder with an open assignment coded there is seen by nobody else, a coordinator included;
// - drafts are seen by who made them;
// - what is about a document that may not be read (reading.h) is not there at all.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/caller.h"
#include "core/date.h"
#include "model/study.h"
#include "store/edits.h"

namespace commonground::app {

class CodingView {
 public:
  // `study`: with consents, documents and assignments; texts are not needed.  An empty person is nobody's own.
  // Cost: linear in documents and consents.  A copy costs nothing.
  CodingView(const model::Study& study, const Caller& caller, const core::Date& today);
  // The same for another person of that role and organisation.
  CodingView For(const model::CoderId& person) const;

  bool MayRead(const model::DocumentId& document) const { return frame_->readable.contains(document); }
  // Drafts apart.
  bool SeesWorkOf(const model::CoderId& coder, const model::DocumentId& document) const;
  bool Sees(const model::Coding& coding) const;
  // A note on a case follows the case: its consent to be analysed, and who codes its documents blind.
  bool Sees(const model::Memo& memo) const;
  // A case that consents to be analysed as a whole, or with a document that may be read.
  bool MayReadCase(const model::OrganisationId& organisation) const { return frame_->cases.contains(organisation); }
  // What was decided where coders differed: once nobody is at work on the document.
  bool Sees(const model::Adjudication& adjudication) const;
  // Yes or no to a suggestion.
  bool Sees(const model::Decision& decision) const;
  // What the history tells of a thing: as the act left it, or as it was before it was taken out.  Codes and who was
  // given what are no secret; what was said about an organisation is seen with its case, and by who said it.
  bool Sees(const model::Event& event) const;
  // All codings that this person does not see, so that those they see can be counted without being read.
  store::HiddenCodings Hidden() const;
  bool IsOpen(const model::DocumentId& document, const model::CoderId& coder) const;
  bool HasOpenAssignments(const model::DocumentId& document) const;

 private:
  // The same for all of a role and organisation.
  struct Frame {
    std::set<std::string> organisations;
    std::set<model::DocumentId> readable;
    std::vector<model::DocumentId> unreadable;
    std::set<std::pair<model::DocumentId, model::CoderId>> open;
    std::map<model::OrganisationId, std::vector<model::DocumentId>> cases;  // that may be read; documents too
  };
  model::CoderId person_;
  std::shared_ptr<const Frame> frame_;
};

}  // namespace commonground::app
