// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Gives the bytes of original files to the vault, pictures only without what a camera wrote.

#include "app/import/files_to_keep.h"

#include <algorithm>

#include "core/content_hash.h"
#include "core/files.h"
#include "ingest/documents/formats.h"

namespace commonground::app {

namespace {
constexpr std::int64_t kMaxBytes = 25'000'000;
}  // namespace

core::Result<std::string> FilesToKeep::BytesOf(const model::Document& document) {
  std::string file = "case-studies/" + document.id.value;
  // A file of another name than its document's id is known by its bytes.
  const auto same = std::ranges::find(files_, document.original_hash, &model::FileHash::hash);
  if (same != files_.end()) file = same->path;
  CG_ASSIGN_OR_RETURN(std::string bytes, core::ReadFileIn(folder_, file, kMaxBytes));
  if (core::ContentHash(bytes) != document.original_hash) {
    return core::Fail(core::ErrorCode::kInvalidInput, "the file changed while it was read. Fix: try again", file);
  }
  if (!ingest::IsPicture(file)) return bytes;
  if (converter_ == nullptr) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "an image is kept only without what a camera wrote into it, and the program that re-encodes it "
                      "(commonground-parser) is not here. Fix: install Common Ground again, or do not keep "
                      "originals",
                      file);
  }
  auto made = converter_->MakeBare(file, bytes, progress_);
  if (!made) {
    core::Error error = std::move(made).error();
    error.where = file;
    return core::Fail(std::move(error));
  }
  ++pictures_made_anew_;
  for (std::string& notice : made->notices) {
    notices_.push_back({core::Severity::kNotice, file, 0, {}, {}, std::move(notice), {}});
  }
  return std::move(made->bytes);
}

}  // namespace commonground::app
