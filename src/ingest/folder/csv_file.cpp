// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// libcsv tells no line numbers, so the text is fed to it line by line.

#include "ingest/folder/csv_file.h"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"

namespace commonground::ingest {

namespace {

constexpr std::size_t kMaxFed = 65'536;  // bytes at once

class Parser {
 public:
  Parser(const std::function<bool(CsvRow&)>& on_row, const CsvDialect& dialect) : on_row_(on_row), dialect_(dialect) {
    CG_CHECK(csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) == 0, "csv_init fails only for a null parser");
    csv_set_delim(&parser_, static_cast<unsigned char>(dialect.separator));
    csv_set_space_func(&parser_, [](unsigned char) { return 0; });  // spaces belong to the cell
    csv_set_term_func(&parser_, [](unsigned char c) { return c == CSV_LF ? 1 : 0; });
    csv_set_blk_size(&parser_, 4096);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { csv_free(&parser_); }

  std::optional<CsvFault> Read(std::string_view text) {
    int line = dialect_.first_line;
    for (std::size_t begin = dialect_.begin; begin < text.size() && !stopped_;) {
      // A line at a time, and a very long one in pieces, so that an endless cell is found after its first megabyte.
      const std::string_view piece = text.substr(begin, kMaxFed);
      const std::size_t newline = piece.find('\n');
      const std::size_t end = begin + (newline == std::string_view::npos ? piece.size() : newline + 1);
      if (!open_) row_.line = line;
      open_ = open_ || end - begin > 1 || text[begin] != '\n';
      if (csv_parse(&parser_, text.data() + begin, end - begin, &OnCell, &OnRow, this) != end - begin) {
        return Broken(line, csv_error(&parser_) == CSV_EPARSE);
      }
      if (too_many_) return TooMany();
      if (too_long_ || (open_ && OpenCellBytes() > kMaxCellBytes)) return TooLong();
      if (newline != std::string_view::npos) ++line;
      begin = end;
    }
    if (!stopped_ && csv_fini(&parser_, &OnCell, &OnRow, this) != 0) {
      return CsvFault{row_.line, "a cell that begins with a double quote in this row is never closed",
                      "put a double quote at the cell's end; inside it, write every double quote twice"};
    }
    if (too_many_) return TooMany();
    if (too_long_) return TooLong();
    return std::nullopt;
  }

 private:
  static void OnCell(void* bytes, std::size_t size, void* self) {
    auto& parser = *static_cast<Parser*>(self);
    if (size > kMaxCellBytes) {
      parser.too_long_ = true;
      size = 0;
    }
    parser.row_bytes_ += size;
    parser.too_many_ = parser.too_many_ || parser.cells_ == kMaxCells || parser.row_bytes_ > kMaxRowBytes;
    if (parser.too_many_) return;
    if (parser.cells_ == parser.row_.cells.size()) parser.row_.cells.emplace_back();
    parser.row_.cells[parser.cells_++].assign(static_cast<const char*>(bytes), size);
  }
  static void OnRow(int /*terminator*/, void* self) {
    auto& parser = *static_cast<Parser*>(self);
    parser.row_.cells.resize(parser.cells_);
    parser.cells_ = 0;
    parser.row_bytes_ = 0;
    parser.open_ = false;
    if (!parser.stopped_ && !parser.too_long_ && !parser.too_many_) parser.stopped_ = !parser.on_row_(parser.row_);
  }
  std::size_t OpenCellBytes() const { return parser_.entry_pos; }

  CsvFault TooLong() const {
    return {row_.line, fmt::format("a cell in this row is longer than {} bytes", kMaxCellBytes),
            "look for a double quote that is never closed; put long text into a document"};
  }
  CsvFault TooMany() const {
    return {row_.line, fmt::format("this row has more than {} cells or {} bytes", kMaxCells, kMaxRowBytes),
            "look for a row of commas, or a double quote that is never closed; delete what is not part of the table"};
  }
  CsvFault Broken(int line, bool quotes) const {
    if (!quotes) return {line, "could not be read: not enough memory", "close other programs and try again"};
    return {line, "a double quote stands where none may be",
            "put the whole cell between double quotes and write every double quote inside it twice"};
  }

  const std::function<bool(CsvRow&)>& on_row_;
  const CsvDialect dialect_;
  csv_parser parser_{};
  CsvRow row_;
  std::size_t cells_ = 0;
  bool open_ = false;  // within a row
  bool stopped_ = false;
  bool too_long_ = false;
  bool too_many_ = false;
  std::size_t row_bytes_ = 0;
};

bool NeedsQuotes(std::string_view cell) {
  if (cell.empty()) return false;
  if (cell.front() == ' ' || cell.back() == ' ') return true;
  return std::any_of(cell.begin(), cell.end(), [](char c) { return c == ',' || c == '"' || (c >= 0 && c < 0x20); });
}

}  // namespace

std::optional<CsvFault> ReadCsv(std::string_view text, const std::function<bool(CsvRow&)>& on_row,
                                const CsvDialect& dialect) {
  return Parser(on_row, dialect).Read(text);
}

void AppendCsvRow(std::string& out, std::span<const std::string> cells) {
  // One empty cell alone would be a blank line, which is no row.
  if (cells.size() == 1 && cells.front().empty()) out += "\"\"";
  bool first = true;
  for (const std::string& cell : cells) {
    if (!first) out += ',';
    first = false;
    if (!NeedsQuotes(cell)) {
      out += cell;
      continue;
    }
    const std::size_t before = out.size();
    out.resize(before + 2 * cell.size() + 2);
    out.resize(before + csv_write2(out.data() + before, out.size() - before, cell.data(), cell.size(), CSV_QUOTE));
  }
  out += '\n';
}

}  // namespace commonground::ingest
