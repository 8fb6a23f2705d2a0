// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tables for spreadsheets, out and back.
#include <gmock/gmock.h>

#include "coding/exchange/tables.h"
#include "exchange_testutil.h"
#include "ingest/exchange/open_project.h"
#include "ingest/exchange/write_sheets.h"
#include "model/guids.h"

namespace commonground::exchange_test {
namespace {

using ingest::CsvStyle;

model::ProjectFile OpenTable(const char* name, const std::string& bytes) {
  core::NoProgress silent;
  return ingest::ProjectOpener(CG_PARSER_PROGRAM).Open(name, bytes, silent).value();
}

void ExpectSameCodes(const model::Study& came, const model::Study& went) {
  std::map<std::string, const model::Code*> codes;
  for (const auto& code : came.codebook) codes.emplace(model::GuidOf(code), &code);
  ASSERT_EQ(codes.size(), went.codebook.size());
  for (const auto& code : went.codebook) {
    const auto found = codes.find(model::GuidOf(code));
    ASSERT_NE(found, codes.end()) << code.label;
    EXPECT_EQ(found->second->kind, code.kind);
    EXPECT_EQ(found->second->definition, code.definition);
    EXPECT_EQ(found->second->colour, code.colour);
    EXPECT_EQ(found->second->parent.has_value(), code.parent.has_value());
  }
}

TEST(ExchangeTables, CodebooksComeBackFromCsvInBothStyles) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const model::Study study = RandomStudy(seed);
    for (const auto style : {CsvStyle::kRaw, CsvStyle::kSpreadsheetSafe}) {
      const auto file = OpenTable("codebook.csv", ingest::WriteCsvTable(coding::CodebookRows(study), style));
      ExpectSameCodes(coding::Merge({}, coding::ReadTables(file, {}).value(), {}).study, study);
    }
  }
}

TEST(ExchangeTables, CodebooksComeBackFromXlsx) {
  const model::Study study = RandomStudy(7);
  const auto bytes = ingest::WriteXlsx(
      {{"codebook", coding::CodebookRows(study)}, {"codings", coding::CodingRows(study)}}, CsvStyle::kSpreadsheetSafe);
  ASSERT_TRUE(bytes);
  const auto file = OpenTable("study.xlsx", *bytes);
  ExpectSameCodes(coding::Merge({}, coding::ReadTables(file, study).value(), {}).study, study);
}

TEST(ExchangeTables, CodingsStandWhereTheyStood) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const model::Study study = RandomStudy(seed);
    model::Study without = study;
    without.codings.clear();
    without.memos.clear();
    without.adjudications.clear();
    const auto file =
        OpenTable("codings.csv", ingest::WriteCsvTable(coding::CodingRows(study), CsvStyle::kSpreadsheetSafe));
    const auto merged = coding::Merge(without, coding::ReadTables(file, without).value(), {});
    ASSERT_EQ(merged.study.codings.size(), study.codings.size()) << seed;
    for (std::size_t i = 0; i < study.codings.size(); ++i) {
      EXPECT_EQ(model::IdOf(merged.study.codings[i]), model::IdOf(study.codings[i]));
      EXPECT_EQ(merged.study.codings[i].range, study.codings[i].range);
      EXPECT_EQ(merged.study.codings[i].code, study.codings[i].code);
      EXPECT_EQ(merged.study.codings[i].memo, study.codings[i].memo);
    }
  }
}

TEST(ExchangeTables, NoCellIsAFormula) {
  model::Study study;
  study.codebook.push_back({model::CodeId("a"), {}, model::CodeKind::kOther, "=1+1", "@x", "", {}});
  const std::string csv = ingest::WriteCsvTable(coding::CodebookRows(study), CsvStyle::kSpreadsheetSafe);
  EXPECT_THAT(csv, testing::HasSubstr("'=1+1,'@x"));
  const auto file = OpenTable(
      "a.xlsx", ingest::WriteXlsx({{"codebook", coding::CodebookRows(study)}}, CsvStyle::kSpreadsheetSafe).value());
  EXPECT_EQ(file.root.children.at(0).children.at(1).children.at(3).text, "'=1+1");
}

TEST(ExchangeTables, TheSameTablesGiveTheSameBytes) {
  const model::Study study = RandomStudy(3);
  const auto once = ingest::WriteXlsx({{"codings", coding::CodingRows(study)}}, CsvStyle::kRaw).value();
  EXPECT_EQ(once, ingest::WriteXlsx({{"codings", coding::CodingRows(study)}}, CsvStyle::kRaw).value());
}

}  // namespace
}  // namespace commonground::exchange_test
