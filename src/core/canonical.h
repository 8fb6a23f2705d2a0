// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The one door for text: whatever comes in, from files, tables, other programs, parsers or the command line, becomes
// canonical text here before it is kept.  Canonical text is UTF-8 in Unicode form NFC, with LF line ends, without a
// byte order mark and without characters that cannot be seen and steer what shows them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace commonground::core {

// Overrides, embeddings and isolates of the direction of writing: they make a text look other than it is.  Whole
// scripts are written from right to left without them.
bool TurnsText(char32_t c);
// In no text of a study: what turns text, controls (ESC, ...) but TAB and line ends, byte order marks, noncharacters.
bool IsTakenOut(char32_t c);
// Becomes LF: VT, FF, NEL, LINE and PARAGRAPH SEPARATOR.  (CR LF does too; a CR alone is a fault.)
bool EndsLine(char32_t c);

struct TextFault {
  enum class Kind { kUtf16, kNul, kNotUtf8, kLoneCr };
  Kind kind;
  std::size_t offset = 0;  // of the byte
};

struct CanonicalText {
  std::string text;                // if there is a fault: as it came
  std::optional<TextFault> fault;  // the bytes are no text
  bool had_mark = false;           // a byte order mark at the beginning
  bool had_line_pairs = false;     // CR LF
  bool had_turns = false;          // characters that turn text were taken out
  bool had_controls = false;       // others were
  bool had_other_form = false;     // it was not in form NFC
  int first_line = 0;              // where the first character was taken out; from 1
  bool same() const { return !fault && !had_mark && !had_line_pairs && !had_turns && !had_controls && !had_other_form; }
};

// Threads: any.  Cost: one pass over ASCII text, two over other text.
CanonicalText MakeCanonical(std::string bytes);

// The same, never failing: a CR alone becomes LF, a NUL is taken out, bytes that are not UTF-8 become U+FFFD.
std::string ForceCanonical(std::string_view bytes);

// For labels, titles and names: line ends and tabs become one space, and what shows nothing is taken out
// (core/unseen.h).
// Requires: canonical text.
std::string OneLine(std::string text);

}  // namespace commonground::core
