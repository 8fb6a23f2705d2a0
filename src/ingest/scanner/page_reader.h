// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads one picture of paper after another, each in the language that it is written in.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "ingest/parser/parsed.h"
#include "ingest/scanner/tesseract.h"

namespace commonground::ingest::parser {

// A language that a person named is taken.  Otherwise the letters decide: their script is looked for first
// (Tesseract's own detection, which needs some lines of text); what is read in it must be sure, else every script that
// can be read here is tried on a part of the page, and the one whose letters are surest wins, if any is sure enough.
// Among the languages of a script: those likely first; then the one that the words themselves tell (CLD2).
class PageReader {
 public:
  // Errors: InvalidInput: the language of the wish is not installed, or none at all; the message names the package.
  static core::Result<PageReader> Open(const ParseOptions& wishes);

  // Upright, straight paragraphs; empty: there are no letters on it.
  // Errors: InvalidInput: it cannot be told in which language it is, or that one cannot be read here, with the fix.
  // Cost: about 4 s a page, where nothing helps up to 15 s.
  core::Result<std::vector<Block>> Read(const Picture& picture, int dots);

  // In which languages was something read, and what a person should know.
  void Describe(Parsed& parsed) const;

 private:
  explicit PageReader(const ParseOptions& wishes) : wishes_(wishes), installed_(InstalledLanguages()) {}
  const ScanLanguage* Installed(const std::string& tag) const;
  const ScanLanguage* OfScript(std::string_view script) const;
  std::vector<const ScanLanguage*> OnePerScript() const;

  core::Result<Attempt> ReadNamed(const Picture& picture, int dots, const Sight& sight);
  core::Result<Attempt> ReadFound(const Picture& picture, int dots, const Sight& sight);
  core::Result<Attempt> Search(const Picture& picture, int dots, const Sight& sight);
  core::Result<Attempt> Better(const Picture& page, int dots, Attempt attempt);
  core::Error Unknown(const Sight& sight) const;

  ParseOptions wishes_;
  std::vector<ScanLanguage> installed_;
  Tesseract tesseract_;
  std::vector<std::string> read_in_;  // tags
  std::vector<std::string> wanted_;   // tags that the words told and that are not installed
};

}  // namespace commonground::ingest::parser
