// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Turns a file that a person gave into canonical text, in the sandbox.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/progress.h"
#include "core/result.h"
#include "ingest/documents/canonical_document.h"
#include "ingest/sandbox/sandbox.h"

namespace commonground::ingest {

// A picture as it may be kept: turned as a person sees it, and nothing but the image.
struct BarePicture {
  std::string bytes;                 // of the same format; at most 16 MB
  std::vector<std::string> notices;  // what a person should know: that it was made smaller
};

// What is known of the language of a file before it is read.  Only pictures ask for it.
struct WrittenIn {
  std::string language = {};             // BCP 47, that a person named; empty: it is found out
  std::vector<std::string> likely = {};  // BCP 47, tried first then
};

class Converter {
 public:
  // `parser_program`: commonground-parser; commonground-scanner stands beside it.  Nothing is looked at before the
  // first Convert.
  explicit Converter(std::filesystem::path parser_program) : parser_program_(std::move(parser_program)) {}

  // The parser program that belongs to this program: beside it, or in libexec.  Errors: NotFound.
  static core::Result<Converter> BesideThisProgram();
  const std::filesystem::path& parser_program() const { return parser_program_; }

  // Errors: InvalidInput: what is wrong with the file, and the fix; Io: no sandbox can be set up; Cancelled.
  // Progress: pages, of a scan with several and of a long PDF; else nothing.
  // Threads: any number of concurrent calls; each uses up to 512 MB.  Cost: about 20 ms on top of the parser; about 4 s
  // a page of a scan.
  core::Result<CanonicalDocument> Convert(std::string_view file_name, std::string_view bytes,
                                          const WrittenIn& written_in, core::Progress& progress) const;

  // Makes an image (IsPicture) anew in the sandbox; what comes back is looked through (bare_picture.h).
  // Errors: as Convert.  Threads: as Convert.  Cost: about 0.3 s for a photograph of 12 million points.
  core::Result<BarePicture> MakeBare(std::string_view file_name, std::string_view bytes,
                                     core::Progress& progress) const;

  // A page of a PDF or of an image as a JPEG of at most 1,600 points on its longer side, drawn in the sandbox; `page`
  // from 1.  Errors: as Convert, InvalidInput also: there is no such page, or files of this kind have none.
  // Threads: as Convert.  Cost: about 0.2 s.
  core::Result<std::string> DrawPage(std::string_view file_name, std::string_view bytes, int page,
                                     core::Progress& progress) const;

 private:
  core::Result<parser::Parsed> Ask(std::string_view kind, std::string_view bytes, const parser::ParseOptions& wishes,
                                   core::Progress& progress) const;

  std::filesystem::path parser_program_;
};

}  // namespace commonground::ingest
