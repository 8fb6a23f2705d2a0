// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// CSV against RFC 4180, and what breaks it.

#include "ingest/folder/csv_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace commonground::ingest {
namespace {

using testing::ElementsAre;
using Rows = std::vector<std::vector<std::string>>;

struct Csv {
  Rows rows;
  std::vector<int> lines;
  std::optional<CsvFault> fault;
};

Csv Read(std::string_view text) {
  Csv csv;
  csv.fault = ReadCsv(text, [&](CsvRow& row) {
    csv.rows.push_back(row.cells);
    csv.lines.push_back(row.line);
    return true;
  });
  return csv;
}

TEST(ReadCsv, KeepsSpacesQuotesAndLineEndsInsideCells) {
  EXPECT_EQ(Read("a, b ,\"c\n\"\"d\"\"\"\n,,\n").rows, (Rows{{"a", " b ", "c\n\"d\""}, {"", "", ""}}));
}

TEST(ReadCsv, NeedsNoLineEndAtTheEnd) {
  EXPECT_EQ(Read("a,b\nc,d").rows, (Rows{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(Read("a,\"b\"").rows, (Rows{{"a", "b"}}));
  EXPECT_EQ(Read("a,").rows, (Rows{{"a", ""}}));
}

TEST(ReadCsv, TellsTheLineWhereEachRowBegins) {
  const Csv csv = Read("a\n\n\"b\n\n\nc\",d\n\ne\n");
  EXPECT_THAT(csv.lines, ElementsAre(1, 3, 8));
}

TEST(ReadCsv, TellsTheLineOfABrokenQuote) {
  EXPECT_EQ(Read("a\nb\nc \"d\"\n").fault->line, 3);
  EXPECT_EQ(Read("a\n\"b\" c\n").fault->line, 2);
  EXPECT_EQ(Read("a\n\"b\nc\nd\n").fault->line, 2);
  EXPECT_EQ(Read("a\n\"").fault->line, 2);
}

TEST(ReadCsv, RefusesACellOverTheLimitAndTakesOneAtIt) {
  const std::string at_limit(kMaxCellBytes, 'x');
  EXPECT_EQ(Read(at_limit).rows[0][0].size(), kMaxCellBytes);
  EXPECT_TRUE(Read("a\n" + at_limit + "x\n").fault);
  EXPECT_TRUE(Read("a\n" + at_limit + "x").fault);
  EXPECT_TRUE(Read("a,\"" + at_limit + "x\"").fault);
}

TEST(ReadCsv, StopsWhenAsked) {
  int rows = 0;
  EXPECT_FALSE(ReadCsv("a\nb\nc\n", [&](CsvRow&) { return ++rows < 2; }));
  EXPECT_EQ(rows, 2);
}

TEST(AppendCsvRow, QuotesOnlyWhatNeedsIt) {
  std::string out;
  const std::vector<std::string> cells{"a b", "a,b", "a\"b", "a\nb", " a", "", "'=1"};
  AppendCsvRow(out, cells);
  EXPECT_EQ(out, "a b,\"a,b\",\"a\"\"b\",\"a\nb\",\" a\",,'=1\n");
  EXPECT_EQ(Read(out).rows, Rows{cells});
}

// Found by tests/fuzz/csv_fuzz.cpp.
TEST(Csv, ARowOfOneEmptyCellIsARow) {
  std::string text;
  AppendCsvRow(text, std::vector<std::string>{""});
  int rows = 0;
  EXPECT_FALSE(ReadCsv(text, [&](CsvRow& row) {
    ++rows;
    return row.cells.size() == 1 && row.cells[0].empty();
  }));
  EXPECT_EQ(rows, 1);
}

}  // namespace
}  // namespace commonground::ingest
