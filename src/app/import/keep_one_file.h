// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A file that comes in by itself is kept beside its text, sealed under the passphrase of the study.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/progress.h"
#include "core/result.h"
#include "model/ids.h"
#include "store/study_store.h"
#include "store/vault/originals.h"

namespace commonground::app {

class FileToKeep {
 public:
  // `passphrase`: of the study; of one that has none yet the one that it gets.
  // Errors: InvalidInput: another passphrase, or a new one that is too short; those of the store.
  static core::Result<FileToKeep> Under(std::string_view passphrase, const store::StudyStore& store);

  // As it is kept: of an image nothing but the image (ingest/documents/convert.h), any other as it is.
  // Errors: as Converter::MakeBare; NotFound: the program that makes images anew is missing.
  core::Status Take(std::string_view name, std::string_view bytes, core::Progress& progress);

  // For StudyStore::Revise: as the file of this document, and of no other.  It borrows this.
  store::OriginalsToKeep As(const model::DocumentId& document) const;

  const std::vector<std::string>& notices() const { return notices_; }

 private:
  FileToKeep(store::StudyKey key, std::string wrapped) : key_(std::move(key)), wrapped_(std::move(wrapped)) {}
  store::StudyKey key_;
  std::string wrapped_;  // of a study that had no passphrase
  std::string bytes_;
  std::vector<std::string> notices_;
};

}  // namespace commonground::app
