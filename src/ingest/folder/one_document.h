// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One document's file that did not come in a study folder: read as the folder's reader reads it (documents_reader.h),
// text as text, all else by a parser in the sandbox.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/progress.h"
#include "core/result.h"
#include "ingest/documents/convert.h"
#include "model/document.h"

namespace commonground::ingest {

// What a document is called in its case: its file's name as an id, as IdOfName gives it.  A name that a folder would
// take for something else (NAME.docx.txt, NAME.md.v1.txt) is given another full stop's place: "house-docx.txt";
// one that it would pass over, a word before it: "text-readme.md".
// Errors: InvalidInput: no name of a file, or of a kind that is not read; the message has the fix.
core::Result<std::string> DocumentNameOf(std::string_view file_name);

struct OneDocument {
  std::string text;
  std::vector<model::Part> parts;    // empty: not known
  std::string original_hash;         // empty: the text is the file
  std::string language;              // BCP 47: as it was given, or as the text tells; "und": nothing told it
  std::optional<int> confidence;     // the mean, of a scan
  std::vector<std::string> removed;  // what the file also held
  std::vector<std::string> notices;
  std::vector<std::string> read_in;  // languages that its pictures were read in
};

// Errors: InvalidInput: what is wrong with the file, with the fix; or that no sandbox can be set up here, so that it is
//         not opened at all; Cancelled.
// Progress: as Converter::Convert.  Threads: any number of concurrent calls.  Cost: as Converter::Convert.
core::Result<OneDocument> ReadOneDocument(std::string_view file_name, std::string_view bytes,
                                          const WrittenIn& written_in, core::Progress& progress);

// The mean over the parts that were read of a picture; none: there are none.
std::optional<int> MeanConfidence(const std::vector<model::Part>& parts);

}  // namespace commonground::ingest
