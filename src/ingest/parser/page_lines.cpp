// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words of about the same height that follow each other to the right are a line.
#include "ingest/parser/page_lines.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <set>

#include "ingest/parser/logical_order.h"
#include "ingest/parser/table_rows.h"

namespace commonground::ingest::parser {

UChar32 FirstLetter(std::string_view text) {
  std::int32_t at = 0;
  UChar32 c = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  if (!text.empty()) U8_NEXT(bytes, at, static_cast<std::int32_t>(text.size()), c);
  return c;
}

UChar32 LastLetter(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0) == 0x80) --at;
  return at == 0 ? 0 : FirstLetter(text.substr(at - 1));
}

bool NoSpaces(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || (c >= 0x3000 && c <= 0x30FF) || (c >= 0x0E00 && c <= 0x0E7F) ||
         (c >= 0x1000 && c <= 0x109F) || (c >= 0xFF00 && c <= 0xFFEF);
}

bool EndsSentence(std::string_view text) {
  static const std::set<UChar32> kEnds{'.',    '!',    '?',    ':',    ';',    0x2026, 0x3002,
                                       0xFF01, 0xFF1F, 0xFF1A, 0x104B, 0x201D, '"',    ')'};
  return kEnds.contains(LastLetter(text));
}

bool IsHyphen(UChar32 c) {
  return c == '-' || c == 0x2010 || c == 0x00AD;
}

std::vector<PageLine> LinesOf(const PlacedPage& page, int index) {
  std::vector<PageLine> lines;
  const PlacedWord* before = nullptr;
  for (const PlacedWord& word : page.words) {
    if (word.text.empty()) continue;
    bool same = before != nullptr && !lines.empty();
    if (same) {
      const double middle = word.y + word.height / 2;
      same = middle > before->y && middle < before->y + before->height && word.x + 1 >= before->x + before->width / 2 &&
             word.x - (before->x + before->width) < 4 * std::max(word.height, before->height);
    }
    if (!same) {
      lines.push_back({index, word.x, word.y, word.x + word.width, word.height, word.text, word.bold, false, false});
    } else {
      PageLine& line = lines.back();
      const double gap = word.x - line.right;
      const bool tight = NoSpaces(LastLetter(line.text)) && NoSpaces(FirstLetter(word.text));
      if (!tight && (before->space_after || gap > 0.1 * word.height)) line.text += ' ';
      line.text += word.text;
      line.bold = line.bold && word.bold;
      line.columns = line.columns || gap > 1.5 * word.height;
      line.right = std::max(line.right, word.x + word.width);
      line.height = std::max(line.height, word.height);
      line.y = std::min(line.y, word.y);
    }
    before = &word;
  }
  std::int64_t balance = 0;
  for (const PlacedWord& word : page.words) balance += LeftwardLetters(word.text);
  const PageRuns direction = balance > 0 ? PageRuns::kRightToLeft : PageRuns::kOther;
  for (PageLine& line : lines) line.text = LogicalOrder(std::move(line.text), direction);
  PutRowsTogether(lines);
  return lines;
}

}  // namespace commonground::ingest::parser
