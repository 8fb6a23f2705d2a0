// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The file system that SQLite opens study files with: the machine's own, but that pages are checked (page_checks.h),
// or, of an encrypted study, sealed (page_seals.h), its log too.  An encrypted study whose key nobody gave does not
// open; nor does a journal of the older kind beside one, which would hold pages in the clear.
#pragma once

#include <filesystem>
#include <string>

#include "store/sqlite/page_seals.h"

namespace commonground::store {

// Its name; registered the first time.  Threads: any.
// Cost: about half a microsecond a page that is read or written; 4 of an encrypted study.
const char* StudyFiles();

// The first block of an encrypted study; empty: it is none, or not there.  Through SQLite's own files: closing another
// descriptor would take its locks away.
std::string SealBlockOf(const std::filesystem::path& path);

// Files that this thread makes meanwhile have checksums, before they say so themselves.
class NewFilesAreChecked {
 public:
  NewFilesAreChecked();
  NewFilesAreChecked(const NewFilesAreChecked&) = delete;
  ~NewFilesAreChecked();
};

// Files that this thread makes meanwhile are encrypted, with this block before their pages.
class NewFilesAreSealed {
 public:
  NewFilesAreSealed(std::string block, const PageKey& key);
  NewFilesAreSealed(const NewFilesAreSealed&) = delete;
  ~NewFilesAreSealed();

 private:
  friend struct SealForNewFiles;
  std::string block_;
  const PageKey& key_;
};

// VACUUM INTO makes a file for the older kind of journal, which cannot lie beside an encrypted study: versions 2 mean a
// log (https://www.sqlite.org/fileformat2.html, 1.3.3).  Of a file that nobody has open, by a descriptor; on the disk
// when it returns.  False: it cannot be read or written, or is not as it was written.
bool SayThatItHasALog(int file, const PageKey* key);

}  // namespace commonground::store
