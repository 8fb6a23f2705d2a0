// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The files that documents were taken from, as a study keeps them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/result.h"
#include "model/results/kept.h"
#include "model/study.h"
#include "store/vault/sealed.h"

namespace commonground::store {

using model::KeptOriginal;

struct OriginalsToKeep {
  const StudyKey& key;
  // Of a study that has no passphrase yet: WrapKey; saved in the same transaction.  Conflict: it got one meanwhile.
  std::string wrapped_key;
  // What is to be kept of a document's file.  NotFound: there is none, only its text.  It is called in the transaction.
  std::function<core::Result<std::string>(const model::Document&)> read;
};

}  // namespace commonground::store
