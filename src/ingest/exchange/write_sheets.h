// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tables for spreadsheet programs.  Cells that such a program could run begin with ' (docs/file-formats.md), unless the
// style is raw.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/result.h"
#include "ingest/folder/write_folder.h"

namespace commonground::ingest {

using SheetRow = std::vector<std::string>;

// One CSV file.
std::string WriteCsvTable(const std::vector<SheetRow>& rows, CsvStyle style);

// One XLSX file with these sheets, by libxlsxwriter: every cell is text, never a formula, a number or a link.  The same
// tables give the same bytes.  A text that is longer than a cell may be (32,767 characters) is cut, with "…" at its
// end. Errors: Io: not enough memory.
core::Result<std::string> WriteXlsx(const std::vector<std::pair<std::string, std::vector<SheetRow>>>& sheets,
                                    CsvStyle style);

}  // namespace commonground::ingest
