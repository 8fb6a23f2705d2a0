// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which separator a spreadsheet program wrote: those of half the world write semicolons, and "sep=;" into the first
// line for each other.  A title above the columns has commas too, so names that are known count most.

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "ingest/folder/csv_file.h"
#include "ingest/folder/strange.h"

namespace commonground::ingest {

namespace {

constexpr std::array kSeparators{',', ';', '\t'};
constexpr int kMaxLinesLookedAt = 10;
constexpr std::size_t kMaxLineBytes = 65'536;

// The cells of one line, without quotes around them: enough for names.
std::vector<std::string_view> Split(std::string_view line, char separator) {
  std::vector<std::string_view> cells;
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && line[i] == '"') quoted = !quoted;
    if (i < line.size() && (quoted || line[i] != separator)) continue;
    std::string_view cell = line.substr(begin, i - begin);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
    cells.push_back(cell);
    begin = i + 1;
  }
  return cells;
}

std::ptrdiff_t CountNames(const std::vector<std::string_view>& cells, std::span<const std::string_view> names) {
  return std::ranges::count_if(cells, [&](std::string_view cell) {
    return !cell.empty() && std::ranges::find(names, HeaderName(cell)) != names.end();
  });
}

}  // namespace

std::string HeaderName(std::string_view cell) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  const icu::UnicodeString given = icu::UnicodeString::fromUTF8(
      icu::StringPiece(cell.data(), static_cast<std::int32_t>(std::min(cell.size(), std::size_t{1000}))));
  const icu::UnicodeString apart = U_SUCCESS(status) ? nfkd->normalize(given, status) : given;
  icu::UnicodeString name;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK || IsInvisible(c)) continue;
    const bool gap = u_isUWhiteSpace(c) || c == '-' || c == '_';
    if (gap && (name.isEmpty() || name.endsWith(u'_'))) continue;
    name.append(gap ? UChar32{'_'} : u_tolower(c));
  }
  while (name.endsWith(u'_') || name.endsWith(u'*') || name.endsWith(u':')) name.truncate(name.length() - 1);
  std::string bytes;
  return name.toUTF8String(bytes);
}

CsvDialect FindDialect(std::string_view text, std::span<const std::string_view> names) {
  CsvDialect dialect;
  if (text.size() >= 5 && (text.starts_with("sep=") || text.starts_with("SEP=")) &&
      (text.size() == 5 || text[5] == '\n')) {
    dialect.separator = text[4];
    dialect.begin = std::min<std::size_t>(6, text.size());
    dialect.first_line = 2;
    return dialect;
  }
  char most_frequent = ',';
  std::ptrdiff_t best = 0;
  bool any = false;
  std::size_t begin = 0;
  for (int line = 0; line < kMaxLinesLookedAt && begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view content = text.substr(begin, std::min(end - begin, kMaxLineBytes));
    std::size_t most_cells = 1;
    for (const char separator : kSeparators) {
      const auto cells = Split(content, separator);
      if (const std::ptrdiff_t count = CountNames(cells, names); count > best) {
        best = count;
        dialect.separator = separator;
      }
      if (!any && cells.size() > most_cells) {
        most_cells = cells.size();
        most_frequent = separator;
      }
    }
    any = any || most_cells > 1;
    begin = end + 1;
  }
  if (best == 0) dialect.separator = most_frequent;
  return dialect;
}

}  // namespace commonground::ingest
