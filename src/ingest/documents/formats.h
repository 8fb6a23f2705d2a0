// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which files can become documents, and how each is told from another: by its name and by its first bytes, never by one
// of them alone.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace commonground::ingest {

struct Format {
  std::string_view name;                  // "DOCX": for people
  std::string_view endings;               // ".jpg .jpeg", small letters
  bool (*looks_right)(std::string_view);  // of the first bytes
  std::string_view parser;                // the parser program's kind; empty: the file is text itself
  std::int64_t most_bytes = 25'000'000;
};

// Every format, in one list.
std::span<const Format> Formats();

// By the name's ending, upper or lower case.
const Format* FormatOf(std::string_view file_name);

// Is it turned into text by a parser?
bool IsOriginal(std::string_view file_name);

// Is it an image of paper, which is made anew before it is kept?
bool IsPicture(std::string_view file_name);

// Has it pages that look the same everywhere, a PDF or an image?
bool HasPages(std::string_view file_name);

}  // namespace commonground::ingest
