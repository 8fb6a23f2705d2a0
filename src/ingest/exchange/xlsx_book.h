// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A workbook that is being written with libxlsxwriter, the only library that knows the format when we write.
#pragma once

#include <xlsxwriter.h>

#include <string>

#include "core/result.h"

namespace commonground::ingest {

inline constexpr std::size_t kMaxCellUnits = 32'767;  // UTF-16 units of one cell's text

// The same sheets give the same bytes: nothing comes from the clock.  Threads: one a book.
class XlsxBook {
 public:
  // Errors: Io: no room for temporary files.
  static core::Result<XlsxBook> Create();
  XlsxBook(XlsxBook&& other) noexcept;
  XlsxBook(const XlsxBook&) = delete;
  XlsxBook& operator=(const XlsxBook&) = delete;
  XlsxBook& operator=(XlsxBook&&) = delete;
  ~XlsxBook();

  lxw_workbook* get() const { return book_; }
  // The bytes of the file; the book is gone afterwards.  Errors: Io.
  core::Result<std::string> Take();

 private:
  XlsxBook(lxw_workbook* book, int file) : book_(book), file_(file) {}
  lxw_workbook* book_;
  int file_;  // libxlsxwriter writes a file; it is read back and is gone
};

// A text as a cell may hold it: "_x0041_" is not taken for an escape when the file is read.
std::string CellText(const std::string& text);

}  // namespace commonground::ingest
