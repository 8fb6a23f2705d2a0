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
  Grade grade = Grade::kDocumented;
  std::vector<SourceId> sources;
  std::string memo;
  CodingId id = {};                     // empty: IdOf(coding), model/guids.h
  std::optional<core::Moment> at = {};  // when it was made; `created` is its day
  std::string hint = {};                // of the parts it stands in: "paragraph 4, What we did" (coding/passage.h)
  friend bool operator==(const Coding&, const Coding&) = default;
};

// A coding whose passage is not in its document's newest version: kept as it was, shown, never guessed at.
struct Orphan {
  Coding coding;    // its range counts in the text of `version`
  int version = 1;  // of the document, when the coding was made
  friend bool operator==(const Orphan&, const Orphan&) = default;
};

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

}  // namespace commonground::model
