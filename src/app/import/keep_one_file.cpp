// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Opens or makes the key of the vault, and hands the file on in the transaction that saves its text.

#include "app/import/keep_one_file.h"

#include "core/secret.h"
#include "ingest/documents/convert.h"
#include "ingest/documents/formats.h"

namespace commonground::app {

core::Result<FileToKeep> FileToKeep::Under(std::string_view passphrase, const store::StudyStore& store) {
  CG_ASSIGN_OR_RETURN(const core::Secret composed, core::Secret::OfText(passphrase));
  CG_ASSIGN_OR_RETURN(const bool has, store.HasPassphrase());
  if (has) {
    CG_ASSIGN_OR_RETURN(store::StudyKey key, store.Unlock(composed.text()));
    return FileToKeep(std::move(key), {});
  }
  CG_ASSIGN_OR_RETURN(store::StudyKey key, store::StudyKey::Make());
  CG_ASSIGN_OR_RETURN(std::string wrapped, store::WrapKey(key, composed.text()));
  return FileToKeep(std::move(key), std::move(wrapped));
}

core::Status FileToKeep::Take(std::string_view name, std::string_view bytes, core::Progress& progress) {
  if (!ingest::IsPicture(name)) {
    bytes_ = bytes;
    return {};
  }
  CG_ASSIGN_OR_RETURN(const auto converter, ingest::Converter::BesideThisProgram());
  CG_ASSIGN_OR_RETURN(ingest::BarePicture bare, converter.MakeBare(name, bytes, progress));
  bytes_ = std::move(bare.bytes);
  notices_ = std::move(bare.notices);
  return {};
}

store::OriginalsToKeep FileToKeep::As(const model::DocumentId& document) const {
  return {key_, wrapped_, [this, document](const model::Document& asked) -> core::Result<std::string> {
            if (asked.id != document) return core::Fail(core::ErrorCode::kNotFound, "only one file came in");
            return bytes_;
          }};
}

}  // namespace commonground::app
