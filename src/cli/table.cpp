// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lays a table out for the width of a terminal.

#include "cli/table.h"

#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unistd.h>

#include <algorithm>

#include "core/check.h"

namespace commonground::cli {

namespace {

constexpr int kNoTerminal = 1'000'000;  // a pipe has no edge: nothing wraps
constexpr int kGap = 2;

int WidthOf(UChar32 c) {
  const int type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || type == U_CONTROL_CHAR)
    return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Splits at spaces so that no line is wider than `width`; a longer word stands alone.
std::vector<std::string> Wrap(std::string_view text, int width) {
  std::vector<std::string> lines;
  std::string line;
  int used = 0;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    const int word_width = DisplayWidth(word);
    if (!line.empty() && used + 1 + word_width > width) {
      lines.push_back(std::move(line));
      line.clear();
      used = 0;
    }
    if (!line.empty()) {
      line += ' ';
      ++used;
    }
    line += word;
    used += word_width;
    text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
  }
  lines.push_back(std::move(line));
  return lines;
}

int LongestWord(std::string_view text) {
  int longest = 0;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    longest = std::max(longest, DisplayWidth(text.substr(0, space)));
    text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
  }
  return longest;
}

}  // namespace

int DisplayWidth(std::string_view text) {
  int width = 0;
  std::int32_t at = 0;
  const auto length = static_cast<std::int32_t>(text.size());
  while (at < length) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, length, c);
    width += WidthOf(c);
  }
  return width;
}

int TerminalWidth() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kNoTerminal;
}

Table::Table(std::vector<std::string> header) : header_(std::move(header)) {}

void Table::Add(std::vector<std::string> cells) {
  CG_CHECK(cells.size() == header_.size(), "a row has as many cells as the header");
  // A cell is one stretch of text: a line end in it would look like another row.
  for (std::string& cell : cells) {
    std::ranges::replace_if(
        cell, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  }
  rows_.push_back(std::move(cells));
}

std::string Table::Text(int width) const {
  const std::size_t columns = header_.size();
  std::vector<int> widths(columns, 0);
  std::vector<int> narrowest(columns, 0);  // no word is cut
  const auto measure = [&](const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < columns; ++i) {
      widths[i] = std::max(widths[i], DisplayWidth(row[i]));
      narrowest[i] = std::max(narrowest[i], LongestWord(row[i]));
    }
  };
  measure(header_);
  for (const auto& row : rows_) measure(row);
  int total = static_cast<int>(columns - 1) * kGap;
  for (const int w : widths) total += w;
  while (total > width) {
    std::size_t widest = columns;
    for (std::size_t i = 0; i < columns; ++i) {
      if (widths[i] > narrowest[i] && (widest == columns || widths[i] > widths[widest])) widest = i;
    }
    if (widest == columns) break;
    --widths[widest];
    --total;
  }
  std::string text;
  const auto put = [&](const std::vector<std::string>& row) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < columns; ++i) {
      cells.push_back(Wrap(row[i], widths[i]));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::string out;
      for (std::size_t i = 0; i < columns; ++i) {
        const std::string part = line < cells[i].size() ? cells[i][line] : "";
        out += part;
        if (i + 1 < columns) {
          out.append(static_cast<std::size_t>(std::max(0, widths[i] - DisplayWidth(part))) + kGap, ' ');
        }
      }
      while (!out.empty() && out.back() == ' ') out.pop_back();
      text += out + '\n';
    }
  };
  put(header_);
  std::string rule;
  for (std::size_t i = 0; i < columns; ++i) {
    rule.append(static_cast<std::size_t>(widths[i]), '-');
    if (i + 1 < columns) rule.append(kGap, ' ');
  }
  text += rule + '\n';
  for (const auto& row : rows_) put(row);
  return text;
}

}  // namespace commonground::cli
