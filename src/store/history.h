// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Acts of people on a study: what StudyStore::Apply and the history promise.  Functions throw soci_error or
// Failure(Conflict) and require a transaction: Apply an editing one, or a writing one if NeedsStudyAlone; the others a
// reading one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/change_set.h"
#include "store/database.h"
#include "store/edits.h"

namespace commonground::store {

// The codebook, facts (consents among them), who codes what, or so many codings that they are written in bulk: others
// wait meanwhile.  What decides who may see what is therefore never seen after an act with a greater number
// (MarkOfSmall).
bool NeedsStudyAlone(const model::ChangeSet& changes);

// The number of the act.
std::int64_t Apply(Database& database, const model::ChangeSet& changes, const model::Recorded& recorded);

// The newest acts first, at most `most`; of one person, or of all (an empty id).
std::vector<model::HistoryEntry> ActsOf(Database& database, const model::CoderId& person, std::size_t most);
// In the order in which they were written.
std::vector<model::Event> EventsOf(Database& database, std::int64_t act);
// All that was done to one thing, in the order of the acts.  Cost: linear in the history.
std::vector<model::Event> EventsAbout(Database& database, model::RecordType thing, const std::string& subject);
// Those that are still there.
std::vector<model::HistoryText> HistoryTextsOf(Database& database, std::span<const model::HistoryTextId> ids);

// The number of the newest act; 0: nobody did anything yet.
std::int64_t NewestAct(Database& database);

// Differs whenever the study was saved or somebody acted on it.
std::string StampOf(Database& database);

// As StudyStore::MarkOfSmall.
SmallMark MarkOfSmall(Database& database, std::optional<std::int64_t> from);

std::vector<StoredCoding> CodingsWith(Database& database, const model::CodeId& code);

}  // namespace commonground::store
