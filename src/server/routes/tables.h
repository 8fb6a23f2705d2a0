// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The route about tables that come from a spreadsheet: looked at, mended cell by cell, taken in.
#pragma once

#include "server/route.h"

namespace commonground::server {

struct TableWords {
  static constexpr std::array<std::string_view, 1> kWords{"organisations"};
};
struct RowFateWords {
  static constexpr std::array<std::string_view, 4> kWords{"new", "changed", "same", "wrong"};
};

struct ImportTable {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/tables",
                                .name = "importTable",
                                .summary =
                                    "Takes a spreadsheet that was sent in as one change; with dry_run says what it "
                                    "would do and which cells have to be mended first",
                                .use_case = app::UseCase::kEditOrganisation,
                                .coordinators_only = true};
  struct Mended {
    std::int64_t row = 0;
    std::string column;
    std::string value;
  };
  struct Input {
    std::string upload;
    std::string file_name;
    OneOf<TableWords> table;
    bool dry_run = true;
    std::optional<std::string> sheet;
    std::optional<std::vector<Mended>> mended;
    std::optional<std::vector<std::int64_t>> taken_out;
  };
  struct Row {
    std::int64_t row = 0;
    std::vector<std::string> cells;
    OneOf<RowFateWords> fate;
    std::vector<std::string> changed;
  };
  struct FileRow {
    std::vector<std::string> cells;
  };
  struct Problem {
    bool blocks = false;
    std::int64_t row = 0;
    std::string column;
    std::string cell;
    std::string value;
    std::string message;
    std::string fix;
  };
  struct Output {
    std::string sheet;
    std::vector<std::string> sheets;
    std::vector<std::string> columns;
    std::vector<Row> rows;
    std::vector<Problem> problems;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t same = 0;
    bool blocked = false;
    std::vector<FileRow> as_in_file;
    std::optional<std::int64_t> act;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ImportTable::Mended> auto& one) {
  visit("row", one.row, "as the file numbers it");
  visit("column", one.column, "which of the columns");
  visit("value", one.value, "what is to stand there");
}
void Describe(auto& visit, Is<ImportTable::Input> auto& in) {
  visit("upload", in.upload, "the file, as it was sent");
  visit("file_name", in.file_name, "what it is called: .xlsx or .csv");
  visit("table", in.table, "which table it is");
  visit("dry_run", in.dry_run, "true: nothing is changed");
  visit("sheet", in.sheet, "of a workbook; not said: the one that is called as the table, or has its columns");
  visit("mended", in.mended, "cells that say something else than the file; it stays as it is");
  visit("taken_out", in.taken_out, "rows that do not come in");
}
void Describe(auto& visit, Is<ImportTable::Row> auto& one) {
  visit("row", one.row, "as the file numbers it");
  visit("cells", one.cells, "by `columns`");
  visit("fate", one.fate, "what becomes of it");
  visit("changed", one.changed, "columns that say something else than what is there");
}
void Describe(auto& visit, Is<ImportTable::FileRow> auto& one) {
  visit("cells", one.cells, "as they stand in the file");
}
void Describe(auto& visit, Is<ImportTable::Problem> auto& one) {
  visit("blocks", one.blocks, "nothing comes in until it is mended");
  visit("row", one.row, "0: all of the file");
  visit("column", one.column, "empty: all of the row");
  visit("cell", one.cell, "as a spreadsheet calls it; empty in CSV");
  visit("value", one.value, "what stands there, cut");
  visit("message", one.message, "what is wrong");
  visit("fix", one.fix, "what to do");
}
void Describe(auto& visit, Is<ImportTable::Output> auto& out) {
  visit("sheet", out.sheet, "that was read; empty: the file has none, or it has to be said which");
  visit("sheets", out.sheets, "of a workbook, that hold something");
  visit("columns", out.columns, "that the table may have");
  visit("rows", out.rows, "of the file, mended");
  visit("problems", out.problems, "those that block first");
  visit("added", out.added, "rows that are new");
  visit("changed", out.changed, "rows that change what is there");
  visit("same", out.same, "rows that say what is there");
  visit("blocked", out.blocked, "something has to be mended: nothing was changed");
  visit("as_in_file", out.as_in_file,
        "of a sheet whose columns are called otherwise: its rows, the names of its columns first");
  visit("act", out.act, "of the history; not said: nothing was changed");
}

}  // namespace commonground::server
