// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes a workbook with libxlsxwriter, within its limits.

#include "ingest/exchange/xlsx_book.h"

#include <sys/mman.h>
#include <unistd.h>

#include <utility>

#include "core/files.h"

namespace commonground::ingest {

namespace {

tl::unexpected<core::Error> NoRoom() {
  return core::Fail(core::ErrorCode::kIo,
                    "the table cannot be written: no room in the folder for temporary files. Fix: export .csv");
}

std::string Path(int file) {
  return "/proc/self/fd/" + std::to_string(file);
}

bool IsHex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

}  // namespace

core::Result<XlsxBook> XlsxBook::Create() {
  // A file without a name, in memory, of which nothing is left.
  const int file = memfd_create("table", MFD_CLOEXEC);
  if (file < 0) return NoRoom();
  XlsxBook book(workbook_new(Path(file).c_str()), file);
  if (book.book_ == nullptr) return NoRoom();
  lxw_doc_properties properties{};
  properties.created = 315532800;  // 1980-01-01: never the clock
  workbook_set_properties(book.book_, &properties);
  return book;
}

XlsxBook::XlsxBook(XlsxBook&& other) noexcept
    : book_(std::exchange(other.book_, nullptr)), file_(std::exchange(other.file_, -1)) {}

XlsxBook::~XlsxBook() {
  if (book_ != nullptr) workbook_close(book_);
  if (file_ >= 0) close(file_);
}

core::Result<std::string> XlsxBook::Take() {
  if (workbook_close(std::exchange(book_, nullptr)) != LXW_NO_ERROR) return NoRoom();
  return core::ReadFile(Path(file_), 1LL << 31);
}

std::string CellText(const std::string& text) {
  std::string cell;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_' &&
                        IsHex(text[i + 2]) && IsHex(text[i + 3]) && IsHex(text[i + 4]) && IsHex(text[i + 5]);
    if (escape) cell += "_x005F";
    cell += text[i];
  }
  return cell;
}

}  // namespace commonground::ingest
