// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One table as many programs write it: the study is the same.

#include <gtest/gtest.h>

#include "ingest/folder/folder_testutil.h"

namespace commonground::ingest {
namespace {

const std::string kStudy = "format = 1\n[study]\ntitle = \"T\"\n";
const std::string kOrganisations = "id,name\nlamp,Lamp\n";

FolderRead ReadSources(const std::string& table) {
  return ReadFiles({{"study.toml", kStudy}, {"sources.csv", table}});
}

std::string Sources(const std::string& table) {
  const FolderRead read = ReadSources(table);
  if (core::HasErrors(read.problems)) return DescribeAll(read.problems);
  std::string all;
  for (const model::Source& one : read.study.sources) all += one.id.value + "|" + one.title + "|" + one.note + "\n";
  return all;
}

const std::string kRight = "a|First, of two|\nb|Second; \"two\"|note\n";

TEST(Flavours, OfSpreadsheetProgramsGiveTheSameTable) {
  for (const std::string& table : std::vector<std::string>{
           "id,title,note\na,\"First, of two\",\nb,\"Second; \"\"two\"\"\",note\n",
           "id;title;note\na;First, of two;\nb;\"Second; \"\"two\"\"\";note\n",
           "\xEF\xBB\xBFid;title;note\r\na;First, of two;\r\nb;\"Second; \"\"two\"\"\";note\r\n",
           "id\ttitle\tnote\na\tFirst, of two\t\nb\t\"Second; \"\"two\"\"\"\tnote\n",
           "\"id\";\"title\";\"note\"\n\"a\";\"First, of two\";\"\"\n\"b\";\"Second; \"\"two\"\"\";\"note\"\n",
           "sep=;\nid;title;note\na;First, of two;\nb;\"Second; \"\"two\"\"\";note\n",
           "sep=,\r\nid,title,note\r\na,\"First, of two\",\r\nb,\"Second; \"\"two\"\"\",note\r\n",
           "id,title,note,,\na,\"First, of two\",,,\nb,\"Second; \"\"two\"\"\",note,,\n,,,,\n,,,,\n",
           "id,title,note\ra,\"First, of two\",\rb,\"Second; \"\"two\"\"\",note\r",
           "ID,Title , NOTE\na,\"First, of two\",\nb,\"Second; \"\"two\"\"\",note\n",
           "id,t\u00EFtle,note\na,\"First, of two\",\nb,\"Second; \"\"two\"\"\",note\n",
           "\n\nid,title,note\na,\"First, of two\",\nb,\"Second; \"\"two\"\"\",note\n",
           ",,\nid,title,note\na,\"First, of two\",\nb,\"Second; \"\"two\"\"\",note\n",
           "\"Our sources, 2026\",,\n,,\nid,title,note\na,\"First, of two\",\nb,\"Second; \"\"two\"\"\",note\n",
           "Our sources, 2026;;\nid;title;note\na;First, of two;\nb;\"Second; \"\"two\"\"\";note\n",
           "id,title,note\n(example) x,Delete me,\na,\"First, of two\",\nb,\"Second; \"\"two\"\"\",note\n",
           "id,,title,note\na,,\"First, of two\",\nb,,\"Second; \"\"two\"\"\",note\n",
       }) {
    EXPECT_EQ(Sources(table), kRight) << table;
  }
}

TEST(Flavours, WhatWasReadInAnotherWayIsSaid) {
  const std::string said = DescribeAll(ReadSources("ID;Title\na;A\n;\n").problems);
  for (const char* words : {"semicolons", "\"ID\": this name of a column is read as id", "an empty row is left out"}) {
    EXPECT_NE(said.find(words), std::string::npos) << said;
  }
}

TEST(Flavours, WhatCannotBeReadIsNamed) {
  EXPECT_NE(Sources("id,title,title\na,A,B\n").find("two columns"), std::string::npos);
  EXPECT_NE(Sources("id,title,\na,A,lost\n").find("a column without a name"), std::string::npos)
      << Sources("id,title,\na,A,lost\n");
  // A blank cell too many: the comma of "Lamp, House" may lack its quotes.
  EXPECT_NE(Sources("id,title\na,A,\n").find("this row has 3 cells"), std::string::npos);
  EXPECT_NE(Sources("id,title\na,#REF!\n").find("formula"), std::string::npos);
  EXPECT_NE(Sources("id,title\na,#\u0421\u0421\u042B\u041B\u041A\u0410!\n").find("formula"), std::string::npos);
  EXPECT_NE(Sources("id,title\nl\u0430mp,A\n").find("CYRILLIC SMALL LETTER A (U+0430), which looks like a"),
            std::string::npos);
  EXPECT_NE(Sources("id,title\nla\u200Bmp,A\n").find("ZERO WIDTH SPACE (U+200B), which nobody sees"),
            std::string::npos);
  EXPECT_EQ(Sources("id,title\n\u00A0lamp\u200B,A\n"), "lamp|A|\n");
}

TEST(Flavours, TwoWritingsOfOneKeyAreOneKey) {
  const FolderRead read = ReadFiles({{"study.toml", kStudy},
                                     {"organisations.csv", kOrganisations},
                                     {"leadership.csv",
                                      "organisation,as_of,body,members,sex_workers\n"
                                      "lamp,2026-01-15,spokespeople,2,2\nlamp,15/01/2026,spokespeople,2,2\n"}});
  EXPECT_NE(DescribeAll(read.problems).find("was in line 2 already"), std::string::npos) << DescribeAll(read.problems);
}

TEST(Flavours, ABlankBasisIsSelfDeclared) {
  const FolderRead read = ReadFiles({{"study.toml", kStudy},
                                     {"organisations.csv", kOrganisations},
                                     {"leadership.csv",
                                      "organisation,as_of,body,members,sex_workers,basis\n"
                                      "lamp,2026-01-15,spokespeople,2,2,\nlamp,2026-01-16,spokespeople,2,2,\n"}});
  EXPECT_FALSE(core::HasErrors(read.problems)) << DescribeAll(read.problems);
  ASSERT_EQ(read.study.leadership.size(), 2U);
  EXPECT_EQ(read.study.leadership[0].basis, model::Basis::kSelfDeclared);
  EXPECT_NE(DescribeAll(read.problems).find("is read as self-declared (1 more in this column)"), std::string::npos)
      << DescribeAll(read.problems);
}

TEST(Flavours, CountriesComeByCodeOrNameAndGoOutAsAlpha3) {
  const FolderRead read =
      ReadFiles({{"study.toml", kStudy},
                 {"organisations.csv", "id,name,country\na,A,KE\nb,B,\u041A\u0435\u043D\u0438\u044F\nc,C,Kenya\n"}});
  EXPECT_FALSE(core::HasErrors(read.problems)) << DescribeAll(read.problems);
  EXPECT_EQ(Written(read.study, CsvStyle::kRaw)["organisations.csv"].find("KE,"), std::string::npos);
  for (const model::Organisation& one : read.study.organisations) EXPECT_EQ(one.country->value, "KEN");
  const FolderRead two = ReadFiles({{"study.toml", kStudy}, {"organisations.csv", "id,name,country\na,A,Congo\n"}});
  EXPECT_NE(DescribeAll(two.problems).find("COD (Congo - Kinshasa), COG (Congo - Brazzaville)"), std::string::npos)
      << DescribeAll(two.problems);
}

TEST(Flavours, ACountrysNameIsReadWithoutWhatNobodySees) {
  for (const std::string written : {"Ke\u200Bnya", "Ken\u00ADya", "\uFEFFKenya"}) {
    const FolderRead read = ReadFiles(
        {{"study.toml", kStudy}, {"organisations.csv", std::string("id,name,country\na,A,") + written + "\n"}});
    EXPECT_FALSE(core::HasErrors(read.problems)) << written;
    EXPECT_NE(DescribeAll(read.problems).find("this country is read as KEN (Kenya)"), std::string::npos) << written;
  }
}

// Letters of two scripts in one name, as keyboards that were not switched leave them.
TEST(Flavours, ACountrysNameInTwoScriptsIsNamedForWhatItIs) {
  struct Case {
    const char* written;
    const char* what;
    const char* meant;
  };
  for (const auto& [written, what, meant] : {
           Case{"K\u0435nya", "CYRILLIC SMALL LETTER IE (U+0435), which looks like e", "Kenya"},
           Case{"\u041Aenya", "CYRILLIC CAPITAL LETTER KA (U+041A), which looks like K", "Kenya"},
           Case{"\u041Ae\u043D\u0438\u044F", "LATIN SMALL LETTER E (U+0065), which looks like \u0435",
                "\u041A\u0435\u043D\u0438\u044F"},
           Case{"C\u00F4te d'Iv\u043Eire", "CYRILLIC SMALL LETTER O (U+043E), which looks like o", ""},
           Case{"Br\u0430zil", "CYRILLIC SMALL LETTER A (U+0430), which looks like a", "Brazil"},
           Case{"P\u0435r\u00FA", "CYRILLIC SMALL LETTER IE (U+0435), which looks like e", ""},
           Case{"\u039Aenya", "GREEK CAPITAL LETTER KAPPA (U+039A), which looks like K", "Kenya"},
           Case{"Ken\u0443a", "CYRILLIC SMALL LETTER U (U+0443), which looks like y", "Kenya"},
           Case{"K\u0415N", "CYRILLIC CAPITAL LETTER IE (U+0415), which looks like E", "KEN"},
           Case{"South Afri\u0441a", "CYRILLIC SMALL LETTER ES (U+0441), which looks like c", "South Africa"},
           Case{"\u0422ogo", "CYRILLIC CAPITAL LETTER TE (U+0422), which looks like T", "Togo"},
       }) {
    const FolderRead read = ReadFiles(
        {{"study.toml", kStudy}, {"organisations.csv", std::string("id,name,country\na,A,") + written + "\n"}});
    const std::string said = DescribeAll(read.problems);
    EXPECT_TRUE(core::HasErrors(read.problems)) << written;
    EXPECT_NE(said.find(what), std::string::npos) << written << ": " << said;
    EXPECT_NE(said.find(std::string("type it again: ") + meant), std::string::npos) << written << ": " << said;
  }
}

}  // namespace
}  // namespace commonground::ingest
