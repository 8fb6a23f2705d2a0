// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where the paragraphs of a text are: the only splitter.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "core/text_range.h"

namespace commonground::core {

// [start, end) in bytes.
struct Bytes {
  std::size_t start = 0;
  std::size_t end = 0;
};

// Parts between blank lines, without the white space around them.  A line of white space is blank.
//
// Requires: UTF-8, LF.  Returns: in order, none empty, none overlapping; every character that is not white space is in
// one of them.  Threads: any.  Cost: linear.
std::vector<Bytes> ParagraphBytes(std::string_view text);
// The same in code points.
std::vector<TextRange> Paragraphs(std::string_view text);

// Without the white space around it.
Bytes Trimmed(std::string_view text, Bytes part);
// Bytes to code points, in one pass.  Requires: in order.
std::vector<TextRange> InCodePoints(std::string_view text, std::span<const Bytes> parts);

}  // namespace commonground::core
