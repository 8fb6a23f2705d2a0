// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codings of a study: made, removed, reviewed, decided about.  All reading goes through the gateway (coding_view.h),
// all writing through Act.
//
// A coding is named DOCUMENT#XXXXXXXX: its document, and the first letters of its id that no other coding there shares.
//
// Errors everywhere: NotFound: what is not there, or what this person may not see (both look the same); InvalidInput;
// Conflict; those of the store.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/edit_result.h"
#include "app/workspace.h"
#include "core/text_range.h"
#include "model/search_request.h"

namespace commonground::app {

struct ApplyRequest {
  std::optional<model::CodingId> id = {};  // made by who asks, so that it can be said twice; none: a new one
  model::DocumentId document;
  std::string code;                      // empty with `in_vivo`
  std::optional<core::TextRange> range;  // one of the two
  std::string quote;                     // as a person copied it; once in the text
  std::string memo;
  std::optional<model::CodingStatus> status;  // not given: draft while an assignment is open, else submitted
  bool in_vivo = false;                       // the words themselves become a new code,
  std::optional<model::CodeId> parent;        // below this one
};
core::Result<EditResult> ApplyCode(const Workspace& workspace, const ApplyRequest& request);
// One's own.
core::Result<EditResult> RemoveCodings(const Workspace& workspace, std::span<const std::string> codings);
// Accepted and rejected by anybody who sees them; submitted by who made them.
core::Result<EditResult> ReviewCodings(const Workspace& workspace, std::span<const std::string> codings,
                                       model::CodingStatus status);

struct CodingLine {
  std::string name;
  model::Coding coding;
  std::string title;  // of the document
};
struct CodingFilter {
  std::vector<model::DocumentId> documents;  // empty: all that may be read
  std::vector<model::CodeId> codes;          // with those below them; empty: all
  std::vector<model::CoderId> coders;
  std::vector<model::CodingStatus> statuses;
};
// One, by its whole id.  Cost: that of one row; nothing else of the document is read.
core::Result<model::Coding> ShowCoding(const Workspace& workspace, const model::DocumentId& document,
                                       const model::CodingId& id);
// In the order of the documents, then of the text.
core::Result<std::vector<CodingLine>> ListCodings(const Workspace& workspace, const CodingFilter& filter);

// Every passage that a question finds becomes a draft with this code, to be reviewed; passages that the person has
// coded so already are left out.
core::Result<EditResult> CodeBySearch(const Workspace& workspace, const model::SearchRequest& request,
                                      const model::CodeId& code);

}  // namespace commonground::app
