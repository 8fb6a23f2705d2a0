// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests ids that are derived from names of files.

#include "ingest/folder/file_names.h"

#include <gtest/gtest.h>

#include "ingest/folder/folder_testutil.h"
#include "model/ids.h"

namespace commonground::ingest {
namespace {

const std::string kStudy = "format = 1\n[study]\ntitle = \"T\"\n";

TEST(IdOfName, IsNoNameOfADevice) {
  // A folder with such a file cannot be written, so that the study could not leave.
  EXPECT_EQ(IdOfName("con"), "con-1");
  EXPECT_EQ(IdOfName("Aux.txt"), "Aux-1.txt");
  EXPECT_EQ(IdOfName("com1.backup.docx"), "com1-1.backup.docx");
  EXPECT_EQ(IdOfName("LPT9 .txt"), "LPT9-1.txt");
  EXPECT_EQ(IdOfName("console.txt"), "console.txt");
  EXPECT_EQ(IdOfName("com10.txt"), "com10.txt");
}

TEST(IdOfName, LeavesIdsAlone) {
  for (const char* name : {"case-study.md", "a", "INT.1", "Lamp_2.v1.txt", "x.docx.txt"})
    EXPECT_EQ(IdOfName(name), name);
}

TEST(IdOfName, MakesOneOfAnyName) {
  for (const auto& [name, id] : std::vector<std::pair<std::string, std::string>>{
           {"my story.docx", "my-story.docx"},
           {"Entretien n\u00B0 3.docx", "Entretien-n-3.docx"},
           {"\u0421\u0442\u0435\u043F\u044C.docx", "Step.docx"},
           {"\u6545\u4E8B.md", "gu-shi.md"},
           {"Gr\u00F6\u00DFe & Ma\u00DF.pdf", "Grosse-Mass.pdf"},
           {"a  (1) .txt", "a-1.txt"},
           {"-draft.md", "draft.md"},
           {"..hidden..md", "hidden.md"},
           {"L\u2019\u00C9t\u00E9.odt", "LEte.odt"},
           {"Cafe\u0301.md", "Cafe.md"},
       }) {
    EXPECT_EQ(IdOfName(name), id) << name;
  }
  EXPECT_EQ(IdOfName("\u00C9t\u00E9.md"), IdOfName("E\u0301te\u0301.md"));  // macOS writes accents apart
  EXPECT_TRUE(IdOfName("\U0001F4A1.md").starts_with("document-")) << IdOfName("\U0001F4A1.md");
  for (const std::string& name : std::vector<std::string>{
           std::string(300, 'x') + " y.docx", std::string("\u0421\u0442\u0435\u043F\u044C.docx.txt"),
           std::string("\u0627\u0644\u0642\u0635\u0629.pdf"), std::string("a.\u0442\u0435\u043A\u0441\u0442")}) {
    EXPECT_TRUE(model::IsValidId(IdOfName(name))) << IdOfName(name);
  }
  for (const char* name : {"", ".", "..", "a/b", "a\\b", "a\nb", "\xFF"}) EXPECT_EQ(IdOfName(name), "") << name;
}

TEST(IsLitter, KnowsWhatOtherProgramsLeave) {
  for (const char* name : {"~$story.docx", ".~lock.story.odt#", ".DS_Store", "Thumbs.db", "desktop.ini", "._story.md",
                           "x.tmp", "organisations.csv.bak", "@eaDir", "__MACOSX", ".git", "story.md~", "~WRL0001.tmp",
                           "README.txt", "Icon\r", "$RECYCLE.BIN", "video.mp4.part", "study.cg-wal"}) {
    EXPECT_TRUE(IsLitter(name)) << name;
  }
  for (const char* name : {"story.md", "organisations.csv", "case-studies", "template.docx", "helpers.md"}) {
    EXPECT_FALSE(IsLitter(name)) << name;
  }
}

TEST(Litter, IsPassedOver) {
  Files files{
      {"study.toml", kStudy}, {"organisations.csv", "id,name\nlamp,L\n"}, {"case-studies/lamp/story.md", "text\n"}};
  for (const char* name :
       {"~$story.docx", ".~lock.story.odt#", ".DS_Store", "Thumbs.db", "._story.md", "story.md.bak"}) {
    files["case-studies/lamp/" + std::string(name)] = "x";
    files[name] = "x";
  }
  files["case-studies/lamp/meta.toml"] = "[case]\n[[document]]\nfile = \"story.md\"\nlanguage = \"en\"\n";
  files["__MACOSX/case-studies/._story.md"] = "x";
  files["case-studies/@eaDir/story.md"] = "x";
  files[".git/config"] = "x";
  const FolderRead read = ReadFiles(files);
  EXPECT_EQ(DescribeAll(read.problems), "");
  EXPECT_EQ(read.study.documents.size(), 1U);
}

TEST(Names, OfAnyScriptGiveIdsThatAreSaid) {
  const FolderRead read = ReadFiles(
      {{"study.toml", kStudy},
       {"organisations.csv", "id,name\nsilver-steppe,S\n"},
       {"codebook.csv", "code,kind,label\nA,other,A\n"},
       {"case-studies/silver steppe/\u0421\u0442\u0435\u043F\u044C 1.md", "one two three\n"},
       {"case-studies/silver steppe/my story.md", "four\n"},
       {"case-studies/silver steppe/meta.toml", "[[document]]\nfile = \"my story.md\"\nlanguage = \"en\"\n"},
       {"codings.csv", "document,exact,code,coder\nsilver steppe/\u0421\u0442\u0435\u043F\u044C 1.md,two,A,c\n"}});
  EXPECT_FALSE(core::HasErrors(read.problems)) << DescribeAll(read.problems);
  ASSERT_EQ(read.study.documents.size(), 2U);
  EXPECT_EQ(read.study.documents[0].id.value, "silver-steppe/Step-1.md");
  EXPECT_EQ(read.study.documents[0].title, "\u0421\u0442\u0435\u043F\u044C 1.md");
  EXPECT_EQ(read.study.documents[1].title, "my story.md");
  EXPECT_NE(DescribeAll(read.problems).find("its id in the study is Step-1.md"), std::string::npos);
  // Written out and read again it is the same study.
  EXPECT_TRUE(ReadFiles(Written(read.study, CsvStyle::kRaw)).study == read.study);
}

TEST(Names, ThatGiveTheSameIdAreRefused) {
  const FolderRead read = ReadFiles({{"study.toml", kStudy},
                                     {"organisations.csv", "id,name\nlamp,L\n"},
                                     {"case-studies/lamp/my story.md", "one\n"},
                                     {"case-studies/lamp/my-story.md", "two\n"}});
  EXPECT_NE(DescribeAll(read.problems).find("gives the id my-story.md, as"), std::string::npos)
      << DescribeAll(read.problems);
}

TEST(WrongPlace, IsOneErrorAndTheFirst) {
  const Files rest{{"study.toml", kStudy},
                   {"leadership.csv", "organisation,as_of,body,members,sex_workers\nlamp,2026,spokespeople,2,2\n"},
                   {"consents.csv", "subject,scope\nlamp,analyse\n"},
                   {"case-studies/lamp/story.md", "text\n"}};
  for (const auto& [name, words] : std::vector<std::pair<std::string, std::string>>{
           {"organisations.CSV", "rename it to organisations.csv"},
           {"Organisations.csv", "rename it to organisations.csv"},
           {"organizations.csv", "rename it to organisations.csv"},
           {"Organisations (1).csv", "of a copy. Fix: rename it to organisations.csv"},
           {"Copy of organisations.csv", "of a copy"},
           {"organisations - Copy.xlsx", "rename it to organisations.xlsx"},
           {"organisations.tsv", "rename it to organisations.csv"},
           {"organisations.ods", "save it as .xlsx"},
           {"organisations.xls", "save it as .xlsx"},
           {"organisations.xlsm", "macros"},
           {"organisations.numbers", "export it as .xlsx"},
           {"study.ods", "save it as .xlsx"},
           {"tables/organisations.csv", "one folder too deep"},
           {"data/organisations.xlsx", "one folder too deep"},
       }) {
    Files files = rest;
    files[name] = "id,name\nlamp,L\n";
    const FolderRead read = ReadFiles(files);
    ASSERT_FALSE(read.problems.empty()) << name;
    EXPECT_NE(core::Describe(read.problems[0]).find(words), std::string::npos) << name << "\n"
                                                                               << DescribeAll(read.problems);
    EXPECT_EQ(std::count_if(read.problems.begin(), read.problems.end(),
                            [](const core::Problem& one) { return one.severity == core::Severity::kError; }),
              1)
        << name << "\n"
        << DescribeAll(read.problems);
  }
}

TEST(WrongPlace, OfTheWholeStudyIsNamed) {
  const FolderRead read = ReadFiles({{"my study/study.toml", kStudy}, {"my study/sources.csv", "id,title\na,A\n"}});
  ASSERT_EQ(read.problems.size(), 1U) << DescribeAll(read.problems);
  EXPECT_NE(core::Describe(read.problems[0]).find("import this folder"), std::string::npos);
  const FolderRead notepad = ReadFiles({{"study.toml.txt", kStudy}});
  ASSERT_EQ(notepad.problems.size(), 1U) << DescribeAll(notepad.problems);
}

TEST(WrongPlace, OfACopyBesideItsTableIsOneError) {
  const FolderRead read =
      ReadFiles({{"study.toml", kStudy}, {"sources.csv", "id,title\na,A\n"}, {"sources (1).csv", "id,title\nb,B\n"}});
  ASSERT_EQ(read.problems.size(), 1U) << DescribeAll(read.problems);
  EXPECT_NE(DescribeAll(read.problems).find("sources (1).csv: stands beside sources.csv"), std::string::npos);
}

}  // namespace
}  // namespace commonground::ingest
