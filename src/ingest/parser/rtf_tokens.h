// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// RTF (Rich Text Format 1.9.1) cut into its tokens.
#pragma once

#include <cstddef>
#include <string_view>

namespace commonground::ingest::parser {

struct RtfToken {
  enum class Kind { kOpen, kClose, kWord, kSymbol, kByte, kEnd };
  Kind kind = Kind::kEnd;
  std::string_view word;  // of kWord: "fcharset"; borrowed from the file
  bool has_number = false;
  int number = 0;
  char byte = '\0';      // of kByte: a character, or \'xx; of kSymbol: what follows the backslash
  bool escaped = false;  // of kByte: \'xx, \\, \{, \}
};

class RtfTokens {
 public:
  explicit RtfTokens(std::string_view bytes) : bytes_(bytes) {}
  // Line ends in the file are none of the text and are left out; so is what \bin says is no text.
  RtfToken Next();

 private:
  RtfToken Word();

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace commonground::ingest::parser
