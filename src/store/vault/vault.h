// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The vault's tables.  Functions throw soci_error or Failure.
#pragma once

#include <soci/soci.h>

#include <string>
#include <vector>

#include "model/study.h"
#include "store/vault/originals.h"

namespace commonground::store {

// Empty: the study has no passphrase.
std::string ReadWrappedKey(soci::session& session);
// Requires a write transaction.
void WriteWrappedKey(soci::session& session, const std::string& wrapped);

std::vector<KeptOriginal> ListOriginals(soci::session& session);
// The sealed bytes of the newest original, or of `version`; Throws Failure(NotFound).
struct SealedOriginal {
  std::string sealed;
  std::string about;  // what it is bound to
};
SealedOriginal ReadOriginal(soci::session& session, const model::DocumentId& document);

// Takes out the originals of documents and versions that the study no longer has; puts in, with `keep`, those that are
// missing.
// True if something changed.  Requires a write transaction.
bool UpdateOriginals(soci::session& session, const model::Study& study, const OriginalsToKeep* keep);

}  // namespace commonground::store
