// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the vault keeps of the files that documents were taken from.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/problem.h"
#include "core/progress.h"
#include "core/result.h"
#include "ingest/documents/convert.h"
#include "model/file_hash.h"
#include "model/study.h"

namespace commonground::app {

class FilesToKeep {
 public:
  // `files`: those that were read.  `converter`: null: pictures cannot be made anew, so they are refused.  All
  // borrowed.
  FilesToKeep(const std::filesystem::path& folder, const std::vector<model::FileHash>& files,
              const ingest::Converter* converter, core::Progress& progress)
      : folder_(folder), files_(files), converter_(converter), progress_(progress) {}

  // A picture (JPEG, PNG, TIFF) made anew: turned as a person sees it, without place, camera and all else that is not
  // the image.  Any other file as it is, also with what is in it: see docs/threat-model.md.
  // Errors: NotFound: the folder has only the text; InvalidInput: the file changed, or is an image that cannot be made
  // anew.
  core::Result<std::string> BytesOf(const model::Document& document);

  int pictures_made_anew() const { return pictures_made_anew_; }
  const std::vector<core::Problem>& notices() const { return notices_; }

 private:
  const std::filesystem::path& folder_;
  const std::vector<model::FileHash>& files_;
  const ingest::Converter* converter_;
  core::Progress& progress_;
  int pictures_made_anew_ = 0;
  std::vector<core::Problem> notices_;
};

}  // namespace commonground::app
