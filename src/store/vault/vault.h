// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The vault's tables.  Functions throw soci_error or Failure.
#pragma once

#include <string>
#include <vector>

#include "model/study.h"
#include "store/database.h"
#include "store/vault/originals.h"

namespace commonground::store {

// Empty: the study has no passphrase.
std::string ReadWrappedKey(Database& database);
// Requires a write transaction.
void WriteWrappedKey(Database& database, const std::string& wrapped);

std::vector<KeptOriginal> ListOriginals(Database& database);
// The sealed bytes of the newest original, or of `version`; Throws Failure(NotFound).
struct SealedOriginal {
  std::string sealed;
  std::string about;  // what it is bound to
};
SealedOriginal ReadOriginal(Database& database, const model::DocumentId& document);
void PutOriginal(Database& database, const KeptOriginal& about, const std::string& hash, std::string_view sealed);

// Takes out the originals of documents and versions that the study no longer has; puts in, with `keep`, those that are
// missing.
// True if something changed.  Requires a write transaction.
bool UpdateOriginals(Database& database, const model::Study& study, const OriginalsToKeep* keep);

// Makes the vault of `to` hold what that of `from` does.  True if something changed.
bool CopyVault(Database& from, Database& to);

}  // namespace commonground::store
