// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests that workbooks come in as they went out, and as spreadsheet programs write them.

#include <gtest/gtest.h>

#include "ingest/exchange/project_frame.h"
#include "ingest/folder/folder_testutil.h"
#include "ingest/folder/tables/all_tables.h"
#include "ingest/folder/workbook.h"
#include "ingest/folder/write_workbook.h"
#include "ingest/parser/project.h"
#include "ingest/parser/sheet_values.h"
#include "ingest/parser/zip_file.h"
#include "random_study/random_study.h"

namespace commonground::ingest {
namespace {

using parser::Shown;

struct Parts {
  std::string sheet;  // what stands in <worksheet>
  std::string shared = {};
  std::string styles = {};
  std::string name = "organisations";
  std::string attributes = {};  // of the sheet in the workbook
  std::string properties = {};  // of the workbook
  std::vector<std::pair<std::string, std::string>> more = {};
};

std::string Xlsx(const Parts& parts) {
  std::vector<std::pair<std::string, std::string>> files{
      {"xl/workbook.xml", "<workbook>" + parts.properties + "<sheets><sheet name=\"" + parts.name +
                              "\" sheetId=\"1\" " + parts.attributes +
                              " r:id=\"rId1\" xmlns:r=\"r\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
      {"xl/worksheets/sheet1.xml", "<worksheet>" + parts.sheet + "</worksheet>"}};
  if (!parts.shared.empty()) files.emplace_back("xl/sharedStrings.xml", "<sst>" + parts.shared + "</sst>");
  if (!parts.styles.empty()) files.emplace_back("xl/styles.xml", "<styleSheet>" + parts.styles + "</styleSheet>");
  files.insert(files.end(), parts.more.begin(), parts.more.end());
  return parser::MakeZip(files).value();
}

core::Result<model::ProjectFile> Parse(const std::string& bytes) {
  const auto answer = parser::ParseSheet(bytes);
  return answer ? DecodeProject(*answer) : core::Result<model::ProjectFile>(core::Fail(answer.error()));
}

// Rows as "a|b", one a line.
std::string Rows(const Parts& parts) {
  const auto file = Parse(Xlsx(parts));
  if (!file) return file.error().message;
  std::string all;
  for (const model::Element& row : file->root.children.at(0).children) {
    if (!row.Attribute("r").empty()) all += std::string(row.Attribute("r")) + ":";
    for (const model::Element& cell : row.children) all += cell.text + "|";
    all += "\n";
  }
  for (const std::string& notice : file->notices) all += notice + "\n";
  return all;
}

std::string Cell(const std::string& cell, const std::string& styles = {}, const std::string& properties = {}) {
  Parts parts{"<sheetData><row r=\"1\">" + cell + "</row></sheetData>"};
  parts.styles = styles;
  parts.properties = properties;
  return Rows(parts);
}

TEST(ParseSheet, TakesTextsOfEveryKind) {
  Parts parts{
      "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><r><t>in</t></r>"
      "<r><t>line</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></is></c><c r=\"C1\" t=\"str\"><f>A1</f><v>made</v></c>"
      "</row></sheetData>"};
  parts.shared = "<si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>reading</t></rPh></si>";
  EXPECT_EQ(Rows(parts), "rich|inline|made|\n");
  EXPECT_EQ(Cell("<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>"), "TRUE|FALSE|\n");
  EXPECT_EQ(Cell("<c r=\"A1\" t=\"e\"><f>B9</f><v>#REF!</v></c>"), "#REF!|\n");
  EXPECT_EQ(Cell("<c r=\"A1\" t=\"inlineStr\"><is><t>a_x000D_b_x005F_x0041_</t></is></c>"), "a\rb_x0041_|\n");
  EXPECT_EQ(Cell("<c r=\"A1\"><v>0.30000000000000004</v></c><c r=\"B1\"><v>1.2E3</v></c><c r=\"C1\"><v>7</v></c>"),
            "0.3|1200|7|\n");
}

TEST(ParseSheet, TakesDaysWhereTheFormatShowsDays) {
  const std::string styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-40C]d\\-mmm\\-yy;@\"/><numFmt numFmtId=\"165\" "
      "formatCode=\"yyyy\"/><numFmt numFmtId=\"166\" formatCode=\"0.00&quot;day&quot;\"/></numFmts><cellStyleXfs><xf "
      "numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf "
      "numFmtId=\"17\"/><xf numFmtId=\"165\"/><xf numFmtId=\"10\"/><xf numFmtId=\"166\"/><xf "
      "numFmtId=\"22\"/></cellXfs>";
  const auto styled = [](int style, const std::string& value) {
    return "<c r=\"A1\" s=\"" + std::to_string(style) + "\"><v>" + value + "</v></c>";
  };
  EXPECT_EQ(Cell(styled(0, "46037"), styles), "46037|\n");
  EXPECT_EQ(Cell(styled(1, "46037"), styles), "2026-01-15|\n");
  EXPECT_EQ(Cell(styled(2, "46037"), styles), "2026-01-15|\n");
  EXPECT_EQ(Cell(styled(3, "46143"), styles), "2026-05|\n");
  EXPECT_EQ(Cell(styled(4, "46037"), styles), "2026|\n");
  EXPECT_EQ(Cell(styled(5, "0.335"), styles), "33.5%|\n");
  EXPECT_EQ(Cell(styled(6, "12"), styles), "12|\n");
  EXPECT_EQ(Cell(styled(7, "46037.4375"), styles), "2026-01-15 10:30:00|\n");
  EXPECT_EQ(Cell(styled(1, "60"), styles), "60|\n");  // 1900-02-29, which never was
  EXPECT_EQ(Cell(styled(1, "1"), styles), "1900-01-01|\n");
  EXPECT_EQ(Cell(styled(1, "44575"), styles, "<workbookPr date1904=\"1\"/>"), "2026-01-15|\n");
  EXPECT_EQ(Cell("<c r=\"A1\" t=\"d\"><v>2026-01-15T00:00:00</v></c>"), "2026-01-15|\n");
}

TEST(ParseSheet, KeepsTheNumbersOfRowsAndSaysWhatIsNotSeen) {
  Parts parts{
      "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
      "<row r=\"3\"><c r=\"A3\" s=\"1\"/></row><row r=\"7\"><c r=\"C7\"><v>2</v></c></row></sheetData>"
      "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"};
  parts.attributes = "state=\"hidden\"";
  EXPECT_EQ(Rows(parts),
            "2:1|\n7:||2|\nsheet organisations has merged cells (A2:A3): only the first of them holds the value\n"
            "sheet organisations has hidden rows or columns, which are read too\nsheet organisations is hidden, and is "
            "read too\n");
}

TEST(ParseSheet, IsBoundedAndNamesWhatItRefuses) {
  EXPECT_NE(Cell("<c r=\"XFD1\"><v>1</v></c>").find("thousand columns"), std::string::npos);
  EXPECT_EQ(Cell("<c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/>"), "1|\n");  // formatted, but empty
  EXPECT_NE(Cell("<c r=\"B4\"><f>A1+1</f></c>").find("cell B4"), std::string::npos);
  EXPECT_NE(Cell("<c r=\"A1\" t=\"s\"><v>9</v></c>").find("a text that is not there"), std::string::npos);
  Parts macros{"<sheetData/>"};
  macros.more = {{"xl/vbaProject.bin", "x"}};
  EXPECT_NE(Rows(macros).find("macros"), std::string::npos);
  Parts printer{"<sheetData><row><c t=\"inlineStr\"><is><t>a</t></is></c><c><v>2</v></c></row></sheetData>"};
  printer.more = {{"xl/printerSettings/printerSettings1.bin", "x"}, {"xl/media/image1.png", "x"}};
  EXPECT_EQ(Rows(printer), "a|2|\n");
}

// Every random study is the same after a workbook.
void ExpectRoundTrip(std::uint64_t seed, int size) {
  SCOPED_TRACE(seed);
  const model::Study study = random_study::Make(seed, size);
  WorkbookWords words;
  words.help = [](auto, auto) { return std::string("help"); };
  words.example = [](auto, auto) { return std::string_view(); };
  words.written_by_program = [](auto) { return false; };
  const auto workbook = WriteWorkbook(study, words, Examples::kNone);
  ASSERT_TRUE(workbook);
  EXPECT_TRUE(workbook->left_out.empty());
  auto project = Parse(workbook->bytes);
  ASSERT_TRUE(project) << project.error().message;
  std::vector<core::Problem> problems;
  const WorkbookRead read = SheetsOf("study.xlsx", std::move(*project), problems);
  ASSERT_TRUE(read.read);
  model::Study again;
  SourceLines places;
  core::NoProgress progress;
  for (const SheetTable& sheet : read.tables) {
    ForEachTable([&](const auto& table) {
      if (table.file != sheet.table) return;
      ReadTable(table, RowsOfSheet(sheet, sheet.table, problems), again, places, problems, progress);
    });
  }
  EXPECT_EQ(DescribeAll(problems), "");
  ForEachTable([&](const auto& table) {
    EXPECT_EQ(WriteTable(table, again, CsvStyle::kRaw), WriteTable(table, study, CsvStyle::kRaw));
  });
  EXPECT_EQ(WriteWorkbook(study, words, Examples::kNone)->bytes, workbook->bytes);
}

TEST(Workbook, GivesTheSameTablesForRandomStudies) {
  for (std::uint64_t seed = 0; seed < 40 && !testing::Test::HasFailure(); ++seed) {
    ExpectRoundTrip(seed, static_cast<int>(seed % 12));
  }
}

std::string Inline(const std::vector<std::vector<std::string>>& rows) {
  std::string xml = "<sheetData>";
  for (const auto& row : rows) {
    xml += "<row>";
    for (const std::string& cell : row) xml += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    xml += "</row>";
  }
  return xml + "</sheetData>";
}

TEST(Workbook, FindsATableByItsNameOrItsColumns) {
  for (const auto& [file, name, table] : std::vector<std::tuple<std::string, std::string, std::string>>{
           {"study.xlsx", "organisations", "organisations.csv"},
           {"study.xlsx", "Organisations ", "organisations.csv"},
           {"study.xlsx", "ORGANISATIONS", "organisations.csv"},
           {"study.xlsx", "\u041E\u0440\u0433\u0430\u043D\u0438\u0437\u0430\u0446\u0438\u0438", "organisations.csv"},
           {"organisations.xlsx", "Sheet1", "organisations.csv"}}) {
    Parts parts{Inline({{"id", "name", "country", "visibility"}, {"a", "A", "KEN", ""}})};
    parts.name = name;
    std::vector<core::Problem> problems;
    const WorkbookRead read = SheetsOf(file, Parse(Xlsx(parts)).value(), problems);
    ASSERT_EQ(read.tables.size(), 1U) << name << DescribeAll(problems);
    EXPECT_EQ(read.tables[0].table, table);
    EXPECT_TRUE(HasRows(read.tables[0]));
  }
  Parts notes{Inline({{"what", "I", "thought"}})};
  notes.name = "notes";
  std::vector<core::Problem> problems;
  EXPECT_TRUE(SheetsOf("study.xlsx", Parse(Xlsx(notes)).value(), problems).tables.empty());
  EXPECT_NE(DescribeAll(problems).find("\"notes\": this sheet is not a table"), std::string::npos);
}

TEST(Workbook, ProblemsNameSheetAndCell) {
  std::vector<core::Problem> problems;
  Parts parts{Inline({{"Our organisations"}, {"name", "id", "country"}, {"A", "a", "Congo"}, {"B", "b", "#REF!"}})};
  const WorkbookRead read = SheetsOf("study.xlsx", Parse(Xlsx(parts)).value(), problems);
  ASSERT_EQ(read.tables.size(), 1U);
  model::Study study;
  SourceLines places;
  core::NoProgress progress;
  SheetPlaces sheets;
  const auto shape = ReadTable(OrganisationsTable(), RowsOfSheet(read.tables[0], "organisations.csv", problems), study,
                               places, problems, progress);
  sheets.Add(read.tables[0], "study.xlsx", NamesOf(OrganisationsTable()), shape);
  sheets.Tell(problems);
  const std::string all = DescribeAll(problems);
  EXPECT_NE(all.find("study.xlsx, sheet organisations, cell C3: country: \"Congo\": can be more than one"),
            std::string::npos)
      << all;
  EXPECT_NE(all.find("study.xlsx, sheet organisations, cell C4: country: \"#REF!\": is an error"), std::string::npos)
      << all;
}

}  // namespace
}  // namespace commonground::ingest
