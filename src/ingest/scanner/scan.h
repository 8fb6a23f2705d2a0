// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads the text of pictures with Tesseract, on this machine only.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/result.h"
#include "ingest/parser/parsed.h"

namespace commonground::ingest::parser {

// Pixels of one byte: 0 black, 255 white.  Borrowed.
struct GrayPicture {
  const char* pixels = nullptr;
  int width = 0;
  int height = 0;
  int bytes_per_row = 0;
  int dots_per_inch = 0;  // 0: not known
};

class ScanReader {
 public:
  // Errors: InvalidInput: no language of the wish is installed; the message names the packages.
  static core::Result<ScanReader> Open(const Wishes& wishes);
  ScanReader(ScanReader&&) noexcept;
  ~ScanReader();

  // Upright, straight paragraphs, each with how sure the reading is (0 to 100).  Cost: about 4 s of CPU a page.
  core::Result<std::vector<Block>> ReadGray(const GrayPicture& picture);
  // PNG, JPEG or TIFF, all its pages.  Errors: InvalidInput: more than 40 million points, damaged.
  core::Result<std::vector<Block>> ReadFile(std::string_view bytes, int& pages);

  // What a person should know: languages that are not installed, a reading that is not sure.
  void AddNotices(Parsed& parsed) const;

 private:
  class Engine;
  explicit ScanReader(std::unique_ptr<Engine> engine);
  std::unique_ptr<Engine> engine_;
};

}  // namespace commonground::ingest::parser
