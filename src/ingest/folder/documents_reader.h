// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Brings a case study's files together into documents: an entry of meta.toml, an original, the text that was taken from
// it, its parts, and older texts.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/result.h"
#include "ingest/folder/folder_listing.h"
#include "ingest/folder/read_folder.h"
#include "ingest/folder/toml/files.h"

namespace commonground::ingest {

class DocumentsReader {
 public:
  DocumentsReader(const std::filesystem::path& folder, const ReadOptions& options, FolderRead& read,
                  SourceLines& places)
      : folder_(folder), options_(options), read_(read), places_(places) {}

  // In any order; tables and study.toml were read before.
  void TakeEntries(const ListedFile& file, CaseMeta meta);
  void TakeText(const ListedFile& file, std::string text);      // kDocument, kFrozenText, kOldVersion, kParts
  void TakeOriginal(const ListedFile& file, std::string hash);  // kOriginal

  // Parses the originals whose text is not known, and puts all documents into the study.
  // Errors: Cancelled, Io.
  core::Status Finish(core::Progress& progress);

  // One notice of all documents whose language nobody said and nothing told.
  void SayUnknownLanguages() const;

 private:
  struct Found {
    model::Document document;
    std::string original_file;  // path; empty: the folder holds none
    std::string original_hash;  // of that file
    std::string parts_file;     // path; empty: none
    bool has_text = false;      // its own, or a frozen one
    bool has_entry = false;
    bool frozen = false;
    int entry_line = 0;
    std::string entry_file;
  };
  // How far one file is that is read page by page.
  class PagesRead;
  // A parser's work on one file.
  struct Job {
    Found* found = nullptr;
    WrittenIn written_in;
    core::Result<CanonicalDocument> result = core::Fail(core::ErrorCode::kCancelled, "");
    PagesRead* pages = nullptr;  // while it is read
  };

  Found& At(const std::string& folder, const std::string& name);
  bool TakeKnownText(Found& found);
  core::Status RunJobs(std::vector<Job>& jobs, core::Progress& progress);
  void TakeResult(Job& job);
  void GiveVersion(model::Document& document);
  WrittenIn WrittenInOf(const model::Document& document) const;
  SourceLocation SpotOf(const std::string& file) const { return {&read_.problems, file, 0, {}}; }

  std::filesystem::path folder_;
  ReadOptions options_;
  FolderRead& read_;
  SourceLines& places_;
  std::map<std::string, Found> found_;  // by document id
  std::vector<std::string> without_language_;
};

}  // namespace commonground::ingest
