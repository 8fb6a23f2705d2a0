// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codebooks and codings as tables: rows of cells, for spreadsheets and for programs that read nothing else.
#pragma once

#include <string>
#include <vector>

#include "coding/exchange/imported.h"
#include "core/result.h"
#include "model/results/project_file.h"
#include "model/study.h"

namespace commonground::coding {

using Row = std::vector<std::string>;

// Columns: code, parent, kind, label, definition, include, exclude, basis, colour, retired, guid.
std::vector<Row> CodebookRows(const model::Study& part);
// Columns: document, title, organisation, start, end, exact, code, label, coder, at, status, memo, id.
std::vector<Row> CodingRows(const model::Study& part);
// Columns: about, subject, kind, coder, at, text, id.
std::vector<Row> MemoRows(const model::Study& part);

// Understands tables: ours (above), and those that other programs document:
// - Taguette: codebook (tag, parent, description, number of highlights), highlights (id, document, tag, content), and
// its
//   project (SQLite);
// - QualCoder: its project (SQLite: code_name, code_cat, source, code_text, annotation);
// - any codebook with a column code, name, label or tag, and perhaps parent, description, definition, memo, colour.
// `study`: tables of codings hold no texts; the documents that they name are looked for there, by id, then by title.
// Errors: InvalidInput: no table of these kinds, with the columns that are missing.
core::Result<Imported> ReadTables(const model::ProjectFile& file, const model::Study& study);

}  // namespace commonground::coding
