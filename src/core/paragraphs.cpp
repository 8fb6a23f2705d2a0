// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Line by line.
#include "core/paragraphs.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "core/letters.h"

namespace commonground::core {

Bytes Trimmed(std::string_view text, Bytes part) {
  while (part.start < part.end && u_isUWhiteSpace(LetterAt(text, part.start))) {
    part.start = NextLetter(text, part.start);
  }
  while (part.end > part.start && u_isUWhiteSpace(LetterBefore(text, part.end))) {
    part.end = PreviousLetter(text, part.end);
  }
  return part;
}

std::vector<Bytes> ParagraphBytes(std::string_view text) {
  std::vector<Bytes> paragraphs;
  std::optional<Bytes> open;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const Bytes line = Trimmed(text, {at, end});
    if (line.start == line.end) {
      if (open) paragraphs.push_back(*open);
      open.reset();
    } else {
      open = Bytes{open ? open->start : line.start, line.end};
    }
    at = end + 1;
  }
  if (open) paragraphs.push_back(*open);
  return paragraphs;
}

std::vector<TextRange> Paragraphs(std::string_view text) {
  return InCodePoints(text, ParagraphBytes(text));
}

std::vector<TextRange> InCodePoints(std::string_view text, std::span<const Bytes> parts) {
  std::vector<TextRange> ranges;
  ranges.reserve(parts.size());
  std::size_t counted = 0;
  std::int64_t place = 0;
  const auto place_of = [&](std::size_t byte) {
    place += CountCodePoints(text.substr(counted, byte - counted));
    counted = byte;
    return place;
  };
  for (const Bytes& part : parts) {
    const std::int64_t start = place_of(part.start);
    ranges.push_back({start, place_of(part.end)});
  }
  return ranges;
}

}  // namespace commonground::core
