// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The key of an encrypted study file that is to be opened.  Functions here throw Failure.
#pragma once

#include <filesystem>
#include <string>

#include "store/sqlite/page_seals.h"

namespace commonground::store {

// The first block of an encrypted study and its key; empty and nullptr: it is none, or not there.  Asks for the
// passphrase (encryption.h) if nobody gave it yet.
struct StudySeal {
  std::string block;
  const PageKey* key = nullptr;
};
StudySeal SealAt(const std::filesystem::path& file);

}  // namespace commonground::store
