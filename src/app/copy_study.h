// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study from one place to another: a file, a database, either way.
#pragma once

#include <string>

#include "core/progress.h"
#include "core/result.h"
#include "model/results/kept.h"

namespace commonground::app {

enum class OnExisting { kRefuse, kReplace };  // when `to` holds another study

struct CopyOutcome {
  model::SaveReport saved;
  std::size_t originals = 0;  // copied as they are sealed: the passphrase stays the same
};

// Afterwards both export the same bytes.  The copy of an encrypted file is encrypted, under the same passphrase; what
// is copied into a database is not.  One transaction for the study, and one for its originals: a copy that was cut is
// made again by the same call. Errors: NotFound (`from`), InvalidInput (`to` holds another study), Conflict, and the
// store's. Cost: memory for the whole study; docs/performance.md.
core::Result<CopyOutcome> CopyStudy(const std::string& from, const std::string& to, OnExisting if_there,
                                    core::Progress& progress);

}  // namespace commonground::app
