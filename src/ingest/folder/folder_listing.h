// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which files of a folder belong to the study.  Nothing outside the folder is ever named: symbolic links are refused
// and names are checked before they are used.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "ingest/folder/source_location.h"

namespace commonground::ingest {

enum class FileKind {
  kStudy,
  kTable,
  kWorkbook,  // study.xlsx, or TABLE.xlsx
  kLegalModel,
  kDefinition,
  kCaseMeta,
  kDocument,    // its text is the file
  kOriginal,    // its text has to be taken from the file
  kFrozenText,  // NAME.pdf.txt: the text that was taken from an original
  kParts,       // NAME.pdf.parts.csv: its parts
  kOldVersion,  // NAME.v1.txt: the text before it changed
  kFinding,
  kChapter,
};

struct ListedFile {
  std::string path;  // relative, '/' between parts
  FileKind kind = FileKind::kTable;
  std::int64_t bytes = 0;
  std::string folder;  // kCaseMeta, kDocument: the id of the case study's folder
  std::string stem;    // kDefinition, kFinding, kChapter: the file's name without its ending; of a case study's files:
                       // the document's name with it, as an id
  std::string name;    // of a case study's files: the document's name as the folder has it
  int version = 0;     // kOldVersion
};

// The chapters of a report, in the order of their names' list in docs/file-formats.md.
const std::vector<std::string>& ChapterNames();
// Those, and what is written of one practice or one case: practice-CODE, case-ORGANISATION.
bool IsChapterName(std::string_view name);
// "organisations.csv" of "organisations.xlsx"; empty for a name that is no workbook's.
std::string TableOfWorkbook(std::string_view name);
// "organisations.csv", ...: all tables.
const std::vector<std::string>& TableFiles();

struct Listing {
  std::vector<ListedFile> files;       // sorted by path
  std::vector<std::string> misplaced;  // tables that are there in a wrong place or form ("codebook.csv")
};

// Every file that would be read.  Files that are not part of a study, links, and folders that cannot be opened become
// problems; what other programs left (IsLitter, file_names.h) is passed over.
// Errors: NotFound, InvalidInput if `folder` is no folder.
core::Result<Listing> ListFolder(const std::filesystem::path& folder, std::vector<core::Problem>& problems);

// Most bytes that are read of a file of this kind.
std::int64_t MostBytes(const ListedFile& file);

}  // namespace commonground::ingest
