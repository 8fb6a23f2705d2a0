// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The history as one person may see it (coding_view.h): an act of which they see nothing is not there, and of the
// others only the things that they see are counted, their own acts included: merging codes changes codings that nobody
// sees yet.  Errors: those of the store.
#pragma once

#include <vector>

#include "app/edit_result.h"
#include "app/workspace.h"

namespace commonground::app {

// The newest acts first, at most `most`; of `by`, or of all (an empty id).  What a person coded with words of the text
// that became a code is told as the code, where the coding is not seen.
// Cost: that of the events of the acts that are looked at, those that are not seen included.
core::Result<std::vector<model::HistoryEntry>> ActsSeen(const Workspace& workspace, const model::CoderId& by,
                                                        std::size_t most);

// One act as this person sees it; of one that they do not see, no things.
core::Result<model::HistoryEntry> SeenOfAct(const Workspace& workspace, model::HistoryEntry act);

}  // namespace commonground::app
