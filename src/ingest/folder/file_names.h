// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the names of files tell: which id a document has, what other programs left behind, which table is meant.
// Threads: any.
#pragma once

#include <string>
#include <string_view>

namespace commonground::ingest {

// The id of a file or folder of any name: the name itself if it is an id; else its letters in ASCII (ICU
// transliteration), with '-' for all else: "Entretien n° 3.docx" is Entretien-n-3.docx, "Степь.docx" is Step.docx.  The
// same name gives the same id, whatever stands beside it; a name without any letter gives "document-" and a part of its
// hash.  Empty for a name that is none: "", "..", a name with a slash or a control character.
std::string IdOfName(std::string_view name);

// The name as a title: canonical, in one line (core/canonical.h).
std::string TitleOfName(std::string_view name);

// Left behind by other programs, never a part of a study: locks, caches of pictures, folders of version control,
// unfinished downloads; and hidden files, README*, help/, study files.
bool IsLitter(std::string_view name);

// A file that stands for a table, but not as one: "Organisations (1).csv", "organisations.ODS".
struct MeantTable {
  std::string table;     // "organisations.csv"; empty: none is meant
  std::string workbook;  // "organisations.xlsx", which may stand for it
  std::string wrong;     // what is wrong
  std::string fix;
};
MeantTable TableMeantBy(std::string_view name);

}  // namespace commonground::ingest
