// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests that each table and column is explained in each language.

#include "app/table_words.h"

#include <gtest/gtest.h>

#include "ingest/folder/tables/all_tables.h"
#include "publish/help/table_help.h"

namespace commonground::app {
namespace {

TEST(TableWords, ExplainEveryColumnOfEveryTable) {
  for (const std::string& language : publish::Languages()) {
    const auto words = WorkbookWordsIn(language);
    ASSERT_TRUE(words) << language;
    EXPECT_TRUE(ingest::IsExample(words->example_mark + " lamp")) << language << ": " << words->example_mark;
    EXPECT_NE(words->one_of.find("{1}"), std::string::npos) << language;
    ingest::ForEachTable([&](const auto& table) {
      const std::string name(table.file.substr(0, table.file.size() - 4));
      EXPECT_NE(words->help(name, ""), "") << name;
      for (const auto& column : table.columns) {
        if (column.need == ingest::kSparse) continue;
        EXPECT_NE(words->help(name, column.name), "") << name << "." << column.name;
        const bool required = column.need == ingest::kRequired || column.need == ingest::kKey;
        if (required && !words->written_by_program(name)) {
          EXPECT_NE(words->example(name, column.name), "") << name << "." << column.name;
        }
      }
    });
  }
  EXPECT_FALSE(WorkbookWordsIn("klingon"));
}

}  // namespace
}  // namespace commonground::app
