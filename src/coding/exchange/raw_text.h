// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A text as another program wrote it, and the canonical text that it becomes, with the way from one to the other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace commonground::coding {

struct RawText {
  std::u32string letters;             // as written, without a byte order mark
  bool has_mark = false;              // a byte order mark stood before them
  bool has_line_pairs = false;        // CR LF
  bool has_wide = false;              // letters that are two units in UTF-16
  std::string canonical;              // UTF-8, NFC, LF, nothing that turns writing round; NUL became U+FFFD
  std::vector<std::uint32_t> places;  // of each letter, and of the end, in `canonical` (code points); empty: the same
  std::vector<std::string> notices;   // what was put right

  // Where letter `index` (0 to letters.size()) stands in the canonical text.
  std::int64_t Place(std::size_t index) const {
    return places.empty() ? static_cast<std::int64_t>(index) : static_cast<std::int64_t>(places[index]);
  }
};

// UTF-8, or UTF-16 with a mark; what is neither is read as Windows-1252, with a notice.  Never fails.
// Cost: linear; 8 bytes a letter.  Threads: any.
RawText ReadRawText(std::string_view bytes);

// A name, a memo or a definition as the study keeps it: UTF-8, NFC, LF.
std::string Canonical(std::string_view text);
// The same on one line, without spaces at its ends.
std::string CanonicalLine(std::string_view text);
// As one compares names: each stretch of white space, of whatever kind, is a space.
std::string SpacedLine(std::string_view text);
// Nothing but white space, as the tables of a study folder count it.  A study keeps no such text, memo or name.
bool IsBlank(std::string_view text);

}  // namespace commonground::coding
