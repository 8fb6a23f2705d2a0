// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What `export --workbook` writes is read again as what it was, whatever stands in its cells.
#include <gmock/gmock.h>

#include <array>

#include "exchange_testutil.h"
#include "ingest/folder/folder_testutil.h"
#include "ingest/folder/write_workbook.h"
#include "random_study/random_study.h"

namespace commonground::exchange_test {
namespace {

using ingest::Files;

ingest::WorkbookWords PlainWords() {
  ingest::WorkbookWords words;
  words.help = [](std::string_view, std::string_view) { return std::string("help"); };
  words.example = [](std::string_view, std::string_view) { return std::string_view(); };
  words.written_by_program = [](std::string_view) { return false; };
  words.example_mark = "(example)";
  words.required = "required";
  words.one_of = "One of: {1}";
  words.choose = "choose";
  return words;
}

ingest::FolderRead Read(const Files& files) {
  const ingest::TemporaryFolder folder;
  folder.Put(files);
  const ingest::Converter converter(CG_PARSER_PROGRAM);
  ingest::ReadOptions options;
  options.converter = &converter;
  core::NoProgress progress;
  auto read = ingest::ReadFolder(folder.path(), options, progress);
  EXPECT_TRUE(read);
  return read ? std::move(*read) : ingest::FolderRead{};
}

// As app/export_study.h writes it.
Files WithWorkbook(const model::Study& study) {
  Files files;
  auto workbook = ingest::WriteWorkbook(study, PlainWords(), ingest::Examples::kNone);
  EXPECT_TRUE(workbook);
  if (!workbook) return files;
  files["study.xlsx"] = workbook->bytes;
  ingest::FolderStyle style(ingest::CsvStyle::kRaw);
  style.only = &workbook->left_out;
  core::NoProgress progress;
  EXPECT_TRUE(ingest::WriteFolder(
      study, style,
      [&](std::string_view path, std::string_view bytes) {
        files[std::string(path)] = bytes;
        return core::Status();
      },
      progress));
  return files;
}

std::string Repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

const std::vector<std::string>& HostileCells() {
  static const std::vector<std::string> cells{"=1+1",
                                              "=HYPERLINK(\"http://x.example\",\"a\")",
                                              "+1",
                                              "-2",
                                              "@SUM(A1)",
                                              "'quoted",
                                              "''twice",
                                              "'",
                                              "\"",
                                              "\"\"\"",
                                              "a\nb",
                                              "a\n\nb\n",
                                              "\na",
                                              "a\tb",
                                              "\ta",
                                              "1/3",
                                              "01-02",
                                              "2026-01-31",
                                              "31/01/2026",
                                              "1e5",
                                              "007",
                                              "1.10",
                                              "1,5",
                                              "TRUE",
                                              "FALSE",
                                              "yes",
                                              "NULL",
                                              "#REF!x",
                                              "x #REF!",
                                              "_x000D_",
                                              "_x0041_",
                                              "_x005F_x0041_",
                                              "&amp;",
                                              "<b>x</b>",
                                              "]]>",
                                              "ကျွန်ုပ်တို့",
                                              "\u0645\u0631\u062D\u0628\u0627 (a) 12",
                                              "\u05E9\u05DC\u05D5\u05DD",
                                              "\U0001F469\u200D\U0001F4BB \U0001F1F0\U0001F1EA",
                                              "(example) not one",
                                              "(example",
                                              "(exemple) x",
                                              "sep=;",
                                              "#comment",
                                              "# x",
                                              "e\u0301",
                                              "\u00E9",
                                              "\uFF1D1+1",
                                              "a;b",
                                              "a; b;c",
                                              "x\u00A0y",
                                              "{1}",
                                              "%s",
                                              "\\n",
                                              "C:\\x",
                                              "$A$1",
                                              "R1C1",
                                              "00:00",
                                              "12:30",
                                              "5%",
                                              "\u20AC5",
                                              "1 000",
                                              "Infinity",
                                              "NaN",
                                              "0x1F",
                                              "  two  spaces  in  ",
                                              Repeated("x", 32767),
                                              Repeated("x", 32768),
                                              Repeated("\U0001F469", 16383),
                                              Repeated("\U0001F469", 16384),
                                              Repeated("ab\n", 12000)};
  return cells;
}

void ExpectSame(const model::Study& study, const std::string& what) {
  SCOPED_TRACE(what);
  const ingest::FolderRead tables = Read(ingest::Written(study, ingest::CsvStyle::kRaw));
  ASSERT_FALSE(core::HasErrors(tables.problems)) << ingest::DescribeAll(tables.problems).substr(0, 3000);
  const ingest::FolderRead workbook = Read(WithWorkbook(study));
  EXPECT_FALSE(core::HasErrors(workbook.problems)) << ingest::DescribeAll(workbook.problems).substr(0, 3000);
  if (workbook.study == tables.study) return;
  const Files right = ingest::Written(tables.study, ingest::CsvStyle::kRaw);
  const Files came = ingest::Written(workbook.study, ingest::CsvStyle::kRaw);
  for (const auto& [name, bytes] : right) {
    const auto found = came.find(name);
    if (found == came.end() || found->second != bytes) {
      ADD_FAILURE() << name << " is another\n"
                    << bytes.substr(0, 1500) << "\n-- came as --\n"
                    << (found == came.end() ? "nothing" : found->second.substr(0, 1500));
    }
  }
}

TEST(Workbook, AnyStudyIsReadAgainAsItWas) {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) ExpectSame(random_study::Make(seed, 6), std::to_string(seed));
}

TEST(Workbook, AnyCellIsReadAgainAsItWas) {
  model::Study study = random_study::Make(3, 4);
  study.sources.clear();
  study.organisations.resize(std::min<std::size_t>(study.organisations.size(), 3));
  for (const std::string& cell : HostileCells()) {
    model::Study small;
    small.settings = study.settings;
    small.settings.frame_sources.clear();
    small.settings.claims_about.clear();
    small.sources.push_back({model::SourceId("a"), cell, {}, {}, {}, {}, {}});
    small.sources.back().note = cell;
    model::Organisation one;
    one.id = model::OrganisationId("lamp");
    one.name = cell;
    one.note = cell;
    small.organisations.push_back(one);
    model::Code code;
    code.id = model::CodeId("X.1");
    code.label = cell;
    code.definition = cell;
    small.codebook.push_back(code);
    ExpectSame(small, cell.substr(0, 60));
  }
}

}  // namespace
}  // namespace commonground::exchange_test
