// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Small study folders, each read as it should be.

#include <gtest/gtest.h>

#include "ingest/folder/built_in.h"
#include "ingest/folder/countries.h"
#include "ingest/folder/folder_testutil.h"

namespace commonground::ingest {
namespace {

const std::string kStudy = "format = 1\n[study]\ntitle = \"T\"\n";
const std::string kSafeStudy = "format = 1\ncsv = \"spreadsheet-safe\"\n[study]\ntitle = \"T\"\n";

TEST(SpreadsheetSafe, TakesOffOnlyTheQuoteThatItPutBefore) {
  const std::string table = "id,title\na,'=1+1\nb,'-\nc,''quoted\nd,'tis\ne,'@x\nf,'\n";
  const FolderRead read = ReadFiles({{"study.toml", kSafeStudy}, {"sources.csv", table}});
  std::vector<std::string> titles;
  for (const model::Source& source : read.study.sources) titles.push_back(source.title);
  EXPECT_EQ(titles, (std::vector<std::string>{"=1+1", "-", "'quoted", "'tis", "@x", "'"}));
  EXPECT_NE(Written(read.study, CsvStyle::kSpreadsheetSafe)["sources.csv"].find("\na,'=1+1,"), std::string::npos);
  EXPECT_NE(Written(read.study, CsvStyle::kRaw)["sources.csv"].find("\na,=1+1,"), std::string::npos);
}

TEST(SpreadsheetSafe, LeavesNoCellThatAProgramCouldRun) {
  model::Study study;
  for (const std::string title : {"=1", "+1", "-1", "@x", "'x", "\tx", "\nx"}) {
    study.sources.push_back({model::SourceId("s" + std::to_string(study.sources.size())), title, {}, {}, {}, {}, {}});
  }
  const std::string table = Written(study, CsvStyle::kSpreadsheetSafe)["sources.csv"];
  for (const std::string start : {",=", ",+", ",-", ",@", ",\"=", ",\"\t", ",\"\n"}) {
    EXPECT_EQ(table.find(start), std::string::npos) << start;
  }
}

TEST(Columns, MayComeInAnyOrderAndBeLeftOut) {
  const FolderRead read = ReadFiles({{"study.toml", kStudy}, {"sources.csv", "note,title,id\nn,T,a\n"}});
  EXPECT_EQ(DescribeAll(read.problems), "");
  EXPECT_EQ(read.study.sources, (std::vector<model::Source>{{model::SourceId("a"), "T", {}, {}, {}, {}, "n"}}));
}

TEST(StudyFile, TellsTheLineOfEveryUnknownKey) {
  const FolderRead read = ReadFiles({{"study.toml", kStudy + "colour = \"red\"\n\n[extra]\nx = 1\n"}});
  const std::string problems = DescribeAll(read.problems);
  EXPECT_NE(problems.find("study.toml:4: \"study.colour\": is not a key"), std::string::npos) << problems;
  EXPECT_NE(problems.find("study.toml:6: \"extra\": is not a key"), std::string::npos) << problems;
}

TEST(StudyFile, TakesADateAsTomlWritesItOrAsText) {
  const FolderRead read =
      ReadFiles({{"study.toml", kStudy},
                 {"organisations.csv", "id,name\na,A\n"},
                 {"case-studies/a/meta.toml",
                  "[case]\nembargo_until = 2020-05-01\n[[document]]\nfile = \"x.md\"\ndate = \"2013\"\n"
                  "language = \"en\"\n[[document]]\nfile = \"plain.txt\"\nlanguage = \"en\"\n"},
                 {"case-studies/a/x.md", "text\n"},
                 {"case-studies/a/plain.txt", "text\n"}});
  EXPECT_EQ(DescribeAll(read.problems), "");
  EXPECT_EQ(read.study.cases[0].embargo_until, core::Date::Make(2020, 5, 1));
  EXPECT_EQ(read.study.documents[1].date, core::Date::Make(2013));
  EXPECT_EQ(read.study.documents[0].title, "plain.txt");
  EXPECT_EQ(read.study.documents[0].language, "en");
}

TEST(BuiltIn, DefinitionThatIsNamedBecomesPartOfTheStudyWithTheSourcesItHas) {
  const FolderRead read = ReadFiles({{"study.toml", kStudy + "[verification]\ndefinitions = [\"nswp-2013\"]\n"}});
  EXPECT_EQ(DescribeAll(read.problems), "");
  ASSERT_EQ(read.study.definitions.size(), 1U);
  EXPECT_EQ(read.study.definitions[0].criteria.size(), 3U);
  EXPECT_TRUE(read.study.definitions[0].sources.empty());
  EXPECT_EQ(read.study.legal_model, BuiltInLegalModel());
  const Files files = Written(read.study, CsvStyle::kRaw);
  EXPECT_TRUE(files.contains("definitions/nswp-2013.toml"));
  EXPECT_TRUE(ReadFiles(files).study == read.study);
}

TEST(BuiltIn, DefinitionsAllHaveALabel) {
  EXPECT_GT(BuiltInDefinitions().size(), 5U);
  for (const model::Definition& definition : BuiltInDefinitions()) EXPECT_NE(definition.label, "");
  EXPECT_GT(BuiltInLegalModel().size(), 3U);
}

TEST(WriteFolder, NeverNamesAPlaceOutsideTheFolder) {
  for (const std::string id : {"../x", "/x", "a/../../x", "a//x", "a", ""}) {
    model::Study study;
    study.documents.emplace_back().id = model::DocumentId(id + "/../y");
    core::NoProgress progress;
    const core::Status status = WriteFolder(
        study, CsvStyle::kRaw,
        [](std::string_view path, std::string_view) {
          EXPECT_EQ(path.find(".."), std::string_view::npos);
          return core::Status();
        },
        progress);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, core::ErrorCode::kInvalidInput);
  }
}

TEST(WriteFolder, KeepsAnEmptyRuleEmpty) {
  model::Study study;
  study.settings.title = "T";
  EXPECT_TRUE(ReadFiles(Written(study, CsvStyle::kRaw)).study == study);
}

TEST(Countries, AreThoseOfTheStandardAndKosovo) {
  for (const char* code : {"KEN", "XKX", "MKD", "THA", "SSD"}) EXPECT_TRUE(IsCountry(code)) << code;
  for (const char* code : {"", "KE", "ken", "XQQ", "ZZZ", "YUG", "KENX"}) EXPECT_FALSE(IsCountry(code)) << code;
  EXPECT_EQ(CountriesMeantBy("Atlantis"), std::vector<std::string>{});
}

}  // namespace
}  // namespace commonground::ingest
