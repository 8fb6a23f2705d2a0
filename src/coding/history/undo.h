// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Taking acts back, without limit, also after a restart.  Everybody takes back what they did themselves; what others
// did since stays, and if it touched the same things, nothing is changed and the act is named.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "model/change_set.h"

namespace commonground::coding {

// `acts`: of one person, the newest first.  What the next undo or redo takes back: the number of an act, or of an undo.
// An import is passed over.
std::optional<std::int64_t> NextToUndo(std::span<const model::HistoryEntry> acts);
// Nothing, when the person did something else since the last undo.
std::optional<std::int64_t> NextToRedo(std::span<const model::HistoryEntry> acts);

// What is there now of all that the act changed.  Lists may hold more.
struct Now {
  std::vector<model::Code> codebook;
  std::vector<model::Coding> codings;
  std::vector<model::Memo> memos;
  std::vector<model::Assignment> assignments;
  std::vector<model::Adjudication> adjudications;
  std::vector<model::Decision> decisions;
  std::vector<model::Document> documents;         // with texts, of the events' documents
  std::vector<model::OldVersion> old_versions;    // of them
  std::vector<model::HistoryText> history_texts;  // that the events name
  model::Study facts;                             // the lists of model/nouns.h
};

// The ids of the wordings that events name.
std::vector<model::HistoryTextId> HistoryTextsNamedBy(std::span<const model::Event> events);

// The inverse of an act; its action, person, at and undoes are for the caller to set.  A passage whose text has changed
// since is found again as codings are when a document is imported anew (anchoring/move_codings.h).
// Errors: Conflict: something was changed since, or its document or passage is gone; NotFound: its words were erased.
// Cost: linear in the texts of the documents.
core::Result<model::ChangeSet> Inverse(std::span<const model::Event> act, const Now& now);

}  // namespace commonground::coding
