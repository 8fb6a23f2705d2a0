// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codings, and what people who code together say, give to each other and decide.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/moment.h"
#include "core/text_range.h"
#include "model/fields.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::model {

using core::Date;

// One code on one range of one document version by one coder.  Quote and context anchors let it be found again.
struct Coding {
  DocumentId document;
  std::string exact;
  std::string prefix;  // up to 32 code points before
  std::string suffix;  // up to 32 code points after
  core::TextRange range;
  CodeId code;
  CoderId coder;
  std::optional<Date> created;
  CodingStatus status = CodingStatus::kAccepted;
  EvidenceType evidence_type = EvidenceType::kDocumented;
  std::vector<SourceId> sources;
  std::string memo;
  CodingId id = {};                     // empty: IdOf(coding), model/guids.h
  std::optional<core::Moment> at = {};  // when it was made; `created` is its day
  std::string hint = {};                // of the parts it stands in: "paragraph 4, What we did" (coding/passage.h)
  friend bool operator==(const Coding&, const Coding&) = default;
};
template <typename Visit>
void FieldsOfPassage(Visit& visit, Is<Coding> auto& coding) {
  visit("code", coding.code);
  visit("coder", coding.coder);
  visit.Range("range", coding.range);
  visit("status", coding.status);
  visit("evidence_type", coding.evidence_type);
  visit("created", coding.created);
  visit.Derived("exact", coding.exact);
  visit.Derived("prefix", coding.prefix);
  visit.Derived("suffix", coding.suffix);
  visit("sources", coding.sources);
  visit.Remark("memo", coding.memo);
  visit.OwnId("id", coding.id);
  visit("at", coding.at);
  visit.Derived("hint", coding.hint);
}
template <typename Visit>
void Fields(Visit& visit, Is<Coding> auto& coding) {
  visit.Owner("document", coding.document);
  FieldsOfPassage(visit, coding);
}

// A coding whose passage is not in its document's newest version: kept as it was, shown, never guessed at.
struct Orphan {
  Coding coding;    // its range counts in the text of `version`
  int version = 1;  // of the document, when the coding was made
  friend bool operator==(const Orphan&, const Orphan&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Orphan> auto& orphan) {
  visit.Owner("document", orphan.coding.document);
  visit("version", orphan.version);
  FieldsOfPassage(visit, orphan.coding);
}

// A note about the study, a case, a document, a code or a coding.
struct Memo {
  MemoId id;
  MemoKind kind = MemoKind::kNote;
  MemoSubject about = MemoSubject::kStudy;
  std::string subject;                 // the id of what it is about; empty: the study
  std::optional<DocumentId> document;  // of a coding or document: the note goes when the document does
  CoderId coder;
  std::optional<core::Moment> at;
  std::string text;
  friend bool operator==(const Memo&, const Memo&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Memo> auto& memo) {
  visit.Key("memo", memo.id);
  visit("kind", memo.kind);
  visit("about", memo.about);
  visit.Subject("subject", memo.subject);
  visit.Owner("document", memo.document);
  visit("coder", memo.coder);
  visit("at", memo.at);
  visit.Words("text", memo.text);
}

// One coder is to code one document.  Until they hand it in, nobody sees what the others coded there, nor theirs.
struct Assignment {
  AssignmentId id;
  DocumentId document;
  CoderId coder;
  AssignmentState state = AssignmentState::kOpen;
  std::optional<core::Moment> given;
  std::optional<core::Moment> submitted;
  friend bool operator==(const Assignment&, const Assignment&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Assignment> auto& assignment) {
  visit.Key("assignment", assignment.id);
  visit.Owner("document", assignment.document);
  visit("coder", assignment.coder);
  visit("state", assignment.state);
  visit("given", assignment.given);
  visit("submitted", assignment.submitted);
}

// What was decided about a passage that coders saw differently.  Their codings stay as they were.
struct Adjudication {
  AdjudicationId id;
  DocumentId document;
  CodeId code;
  std::vector<CodingId> originals;  // the codings that were compared; empty: nobody had coded it
  std::optional<CodingId> result;   // an accepted coding; none: the code does not stand here
  core::TextRange range;            // the passage that was looked at
  CoderId decided_by;
  std::string why;
  std::optional<core::Moment> at;
  friend bool operator==(const Adjudication&, const Adjudication&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Adjudication> auto& adjudication) {
  visit.Key("id", adjudication.id);
  visit.Owner("document", adjudication.document);
  visit("code", adjudication.code);
  visit.Range("range", adjudication.range);
  visit("originals", adjudication.originals);
  visit("result", adjudication.result);
  visit("decided_by", adjudication.decided_by);
  visit.Words("why", adjudication.why);
  visit("at", adjudication.at);
}

// A person's yes or no (DecisionKind).  A suggestion that was accepted has become a coding; the decision stays.
struct Decision {
  DecisionId id;
  DecisionKind kind = DecisionKind::kScreening;
  DocumentId document;
  std::optional<CodeId> code;  // suggestion
  core::TextRange range;       // suggestion; empty: the document as a whole
  DecisionOutcome outcome = DecisionOutcome::kUnsure;
  std::string reason;  // why it was left out: counted in the flow diagram
  CoderId coder;
  std::optional<core::Moment> at;
  friend bool operator==(const Decision&, const Decision&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Decision> auto& decision) {
  visit.Key("decision", decision.id);
  visit("kind", decision.kind);
  visit.Owner("document", decision.document);
  visit("code", decision.code);
  visit.Range("range", decision.range);
  visit("outcome", decision.outcome);
  visit.Words("reason", decision.reason);
  visit("coder", decision.coder);
  visit("at", decision.at);
}

}  // namespace commonground::model
