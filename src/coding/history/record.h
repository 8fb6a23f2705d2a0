// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the history keeps of an act: ids, ranges and words of closed lists.  Texts (labels, notes, reasons) go into
// wordings, which are erased with their document; the words of a passage are kept nowhere, they follow from its range.
#pragma once

#include <map>

#include "model/change_set.h"

namespace commonground::coding {

// The newest version of each document that the act touches; ranges are of it.
using Versions = std::map<model::DocumentId, int>;

// One event a changed thing, in the order codes, codings, memos, assignments, adjudications, decisions, then the nouns
// of model/nouns.h in their order.
model::Recorded Record(const model::ChangeSet& changes, const Versions& versions);

}  // namespace commonground::coding
