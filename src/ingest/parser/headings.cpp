// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A heading in the type of the text stands alone, is short, ends like no sentence, and text follows it.  What only
// looks like one: words in bold within a paragraph, heads of tables, items of lists that have numbers of two parts.
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>

#include "ingest/parser/page_lines.h"

namespace commonground::ingest::parser {

namespace {

bool IsShort(std::string_view text) {
  constexpr std::size_t kLongest = 150;
  static constexpr std::string_view kNoEnds = ".,;";
  if (text.empty() || text.size() > kLongest || kNoEnds.find(text.back()) != std::string_view::npos) return false;
  const UChar32 last = LastLetter(text);
  if (last == 0x3002 || last == 0xFF0C || last == 0x104B || IsHyphen(last)) return false;
  for (std::size_t at = 0; at < text.size();) {
    std::int32_t next = static_cast<std::int32_t>(at);
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), next, static_cast<std::int32_t>(text.size()), c);
    if (c > 0 && u_isalpha(c)) return true;
    at = static_cast<std::size_t>(next);
  }
  return false;
}

// A line of a paragraph: some words, or what fills a line without them.
bool IsProse(const PageLine& line) {
  constexpr std::size_t kFewestBytes = 25;
  return !line.columns && line.text.size() >= kFewestBytes;
}

class Finder {
 public:
  Finder(const std::vector<PageLine>& lines, double large, double pitch)
      : lines_(lines), large_(large), pitch_(pitch) {}

  std::vector<int> Find() {
    std::size_t bold = 0;
    std::size_t all = 0;
    for (const PageLine& line : lines_) {
      all += line.text.size();
      if (line.bold && line.height <= large_) bold += line.text.size();
    }
    heading_.assign(lines_.size(), 0);
    const bool is_rare = 10 * bold < 3 * all;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const PageLine& line = lines_[i];
      if (line.height > large_ || line.columns || !IsShort(line.text)) continue;
      const int depth = DepthOfNumber(line.text);
      const bool by_number = depth >= 2 && StandsApart(i) && !IsList(i, depth);
      if (!(line.bold && is_rare) && !by_number) continue;
      // Two lines in bold at most; then comes text.
      const std::size_t next =
          i + 1 < lines_.size() && line.bold && Follows(i + 1) && lines_[i + 1].bold ? i + 2 : i + 1;
      const bool before = i > 0 && Follows(i) && !lines_[i - 1].bold && !EndsSentence(lines_[i - 1].text) &&
                          heading_[i - 1] == 0 && !StandsApart(i);
      if (before || next >= lines_.size() || lines_[next].bold || !IsProse(lines_[next])) continue;
      if (lines_[next].page == line.page && std::abs(lines_[next].y - line.y) < line.height / 2) continue;  // beside it
      heading_[i] = std::max(depth, 1);
      if (next == i + 2) {
        heading_[i + 1] = heading_[i];
        ++i;
      }
    }
    return std::move(heading_);
  }

 private:
  // Does it stand below the line before it, on the same page?
  bool Follows(std::size_t i) const { return lines_[i].page == lines_[i - 1].page && lines_[i].y > lines_[i - 1].y; }

  // With more space above it than lines of one paragraph have.
  bool StandsApart(std::size_t i) const {
    return i == 0 || !Follows(i) || lines_[i].y - lines_[i - 1].y > 1.35 * std::max(pitch_, lines_[i - 1].height);
  }

  // The number of the line before, or the next one: items of a list that happen to be numbered like that.
  bool IsList(std::size_t i, int depth) const {
    const auto is_one = [&](std::size_t at) { return at < lines_.size() && DepthOfNumber(lines_[at].text) == depth; };
    return is_one(i + 1) || (i > 0 && is_one(i - 1));
  }

  const std::vector<PageLine>& lines_;
  double large_;
  double pitch_;
  std::vector<int> heading_;
};

}  // namespace

int DepthOfNumber(std::string_view text) {
  int depth = 0;
  std::size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
    const std::size_t begin = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    if (at - begin > 2) return 0;  // a year, a sum
    ++depth;
    if (at < text.size() && text[at] == '.') ++at;
  }
  if (at + 1 >= text.size() || text[at] != ' ') return 0;
  const UChar32 first = FirstLetter(text.substr(at + 1));
  return u_isalpha(first) && !u_islower(first) ? depth : 0;
}

std::vector<int> HeadingLines(const std::vector<PageLine>& lines, double large, double pitch) {
  return Finder(lines, large, pitch).Find();
}

}  // namespace commonground::ingest::parser
