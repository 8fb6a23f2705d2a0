// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// SQLite passes over everything behind a damaged place of its log (-wal), without a word: what was saved last would be
// gone.  Here damage is told from what a program or a machine that was stopped leaves behind.
#pragma once

#include <filesystem>

#include "store/sqlite/page_seals.h"

namespace commonground::store {

// True: something was saved that the log does not hold as it was written.  False also if there is no log, or another
// program has the study open: it looked already.
//
// A program that is killed leaves whole frames and at most one that is cut at the end of the file; a machine that loses
// its power may leave holes, but only in what nobody was told is saved, so behind a hole no later transaction ends.
// `key`: of an encrypted study, or nullptr.
// Cost: reads the log, which is empty as a rule.
bool IsDamagedLog(const std::filesystem::path& study_file, const PageKey* key = nullptr);

}  // namespace commonground::store
