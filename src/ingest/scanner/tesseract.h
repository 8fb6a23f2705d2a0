// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What Tesseract makes of one picture: which way its letters stand and of which script they seem to be, and what they
// say when they are read in given languages.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ingest/parser/parsed.h"
#include "ingest/scanner/languages.h"
#include "ingest/scanner/picture.h"

namespace commonground::ingest::parser {

struct Sight {
  int degrees = 0;     // by which the letters are turned, clockwise; 0, 90, 180, 270
  double sure = 0;     // of that; below 2 it is a guess
  std::string script;  // ISO 15924; empty: not seen, or of none that is known
};

struct Attempt {
  std::vector<Block> blocks;  // paragraphs, each with its confidence
  std::vector<ScanLanguage> languages;
  double confidence = 0;  // mean over letters, 0 to 100
  int letters = 0;        // of any script
  int own = 0;            // of the scripts of the languages
};

// Threads: one.
class Tesseract {
 public:
  Tesseract();
  Tesseract(Tesseract&&) noexcept;
  ~Tesseract();

  // Errors: InvalidInput: Tesseract does not start.  Cost: about 0.1 s the first time, then 0.2 s a page.
  Sight Look(const Picture& picture);
  // Requires: at least one language, all installed; gray or black and white, upright.
  // Errors: InvalidInput: Tesseract does not start with them.  Cost: about 4 s a dense page.
  core::Result<Attempt> Read(const Picture& picture, int dots, const std::vector<ScanLanguage>& languages);

 private:
  struct Engines;
  std::unique_ptr<Engines> engines_;
};

}  // namespace commonground::ingest::parser
