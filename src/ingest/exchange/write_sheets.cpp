// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes rows of cells as CSV or XLSX.

#include "ingest/exchange/write_sheets.h"

#include <sys/mman.h>
#include <xlsxwriter.h>

#include "core/descriptor.h"
#include "core/files.h"
#include "ingest/folder/csv_file.h"
#include "ingest/folder/table.h"

namespace commonground::ingest {

namespace {

constexpr std::size_t kMaxCellLetters = 32'767;

// A cell counts UTF-16 units; bytes are never fewer.
std::string Cut(std::string text) {
  if (text.size() <= kMaxCellLetters) return text;
  std::size_t most = kMaxCellLetters - 3;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;
  return text.substr(0, most) + "…";
}

// libxlsxwriter writes a file: one without a name, in memory, of which nothing is left.
class MemoryFile {
 public:
  MemoryFile() : file_(memfd_create("table", MFD_CLOEXEC)) {}
  bool open() const { return file_.open(); }
  std::string path() const { return "/proc/self/fd/" + std::to_string(file_.number()); }
  core::Result<std::string> Bytes() const { return core::ReadFile(path(), 1LL << 31); }

 private:
  core::Descriptor file_;
};

}  // namespace

std::string WriteCsvTable(const std::vector<SheetRow>& rows, CsvStyle style) {
  std::string out;
  for (SheetRow row : rows) {
    if (style == CsvStyle::kSpreadsheetSafe) {
      for (std::string& cell : row) core::MakeSafe(cell);
    }
    AppendCsvRow(out, row);
  }
  return out;
}

core::Result<std::string> WriteXlsx(const std::vector<std::pair<std::string, std::vector<SheetRow>>>& sheets,
                                    CsvStyle style) {
  const auto failed = [] {
    return core::Fail(core::ErrorCode::kIo,
                      "the table cannot be written: no room in the folder for temporary files. Fix: export .csv");
  };
  const MemoryFile file;
  if (!file.open()) return failed();
  lxw_workbook* book = workbook_new(file.path().c_str());
  if (book == nullptr) return failed();
  lxw_doc_properties properties{};
  properties.created = 315532800;  // 1980-01-01: never the clock
  workbook_set_properties(book, &properties);
  lxw_format* head = workbook_add_format(book);
  format_set_bold(head);
  for (const auto& [name, rows] : sheets) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, name.c_str());
    if (sheet == nullptr) {
      workbook_close(book);
      return failed();
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
      for (std::size_t column = 0; column < rows[row].size(); ++column) {
        std::string cell = Cut(rows[row][column]);
        if (style == CsvStyle::kSpreadsheetSafe) core::MakeSafe(cell);
        if (cell.empty()) continue;
        worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), cell.c_str(),
                               row == 0 ? head : nullptr);
      }
    }
    worksheet_freeze_panes(sheet, 1, 0);
  }
  if (workbook_close(book) != LXW_NO_ERROR) return failed();
  return file.Bytes();
}

}  // namespace commonground::ingest
