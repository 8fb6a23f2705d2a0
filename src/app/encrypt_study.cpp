// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Encrypts study files, or takes it off, and tells folders and databases apart.

#include "app/encrypt_study.h"

#include <filesystem>

#include "app/new_study_content.h"
#include "store/encryption.h"
#include "store/study_store.h"

namespace commonground::app {

using core::ErrorCode;

namespace {

core::Result<std::filesystem::path> FileAt(const std::string& location) {
  CG_ASSIGN_OR_RETURN(const auto place, store::StudyLocation::Parse(location));
  if (!place.is_file()) {
    return core::Fail(
        ErrorCode::kInvalidInput,
        "a study in a database is encrypted by whoever keeps the disks of its server, not from here. Fix: "
        "name a study file",
        place.Shown());
  }
  std::error_code ignored;
  if (std::filesystem::is_directory(place.file(), ignored)) {
    return core::Fail(
        ErrorCode::kInvalidInput,
        "this is a study folder; its tables and texts can be read by whoever has them. Fix: import it into "
        "an encrypted study file, then remove the folder",
        location);
  }
  return place.file();
}

}  // namespace

void AskForPassphrases(std::function<core::Result<core::Secret>(const std::string& study)> asker) {
  store::AskForPassphrases(
      [asker = std::move(asker)](const std::filesystem::path& study) { return asker(study.string()); });
}

bool IsEncryptedStudy(const std::string& location) {
  const auto place = store::StudyLocation::Parse(location);
  return place && place->is_file() && store::IsEncrypted(place->file());
}

core::Status NewEncryptedStudy(const std::string& file, const NewStudyOptions& options, std::string_view passphrase,
                               core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const auto path, FileAt(file));
  CG_RETURN_IF_ERROR(store::MakeEncrypted(path, passphrase));
  CG_ASSIGN_OR_RETURN(auto store, store::StudyStore::Open(path, store::OpenMode::kWrite));
  CG_RETURN_IF_ERROR(store.Save(ContentOfNewStudy(options), {}, progress));
  return {};
}

core::Status MakeEncryptedStudy(const std::string& file, std::string_view passphrase) {
  CG_ASSIGN_OR_RETURN(const auto path, FileAt(file));
  return store::MakeEncrypted(path, passphrase);
}

core::Status EncryptStudy(const std::string& file, std::string_view passphrase, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const auto path, FileAt(file));
  return store::Encrypt(path, passphrase, progress);
}

core::Status DecryptStudy(const std::string& file, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const auto path, FileAt(file));
  return store::Decrypt(path, progress);
}

core::Status ChangePassphraseOfStudy(const std::string& file, std::string_view passphrase, std::string_view next) {
  CG_ASSIGN_OR_RETURN(const auto path, FileAt(file));
  return store::ChangeStudyPassphrase(path, passphrase, next);
}

}  // namespace commonground::app
