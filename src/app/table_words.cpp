// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Gathers, in one language, what a new study says about its tables and columns.

#include "app/table_words.h"

#include <memory>

#include "ingest/folder/kind_files.h"
#include "ingest/folder/tables/all_tables.h"
#include "publish/help/table_help.h"

namespace commonground::app {

namespace {

std::string Filled(std::string pattern, std::string_view value) {
  if (const std::size_t at = pattern.find("{1}"); at != std::string::npos) pattern.replace(at, 3, value);
  return pattern;
}

// Regions stand in the study's settings, whose file is named.
std::string HelpOfColumn(const publish::Words& words, std::string_view table, std::string_view column) {
  return Filled(publish::ColumnHelp(words, table, column), ingest::FileOf(rules::Kind::kRegion));
}

// The page of one table.
template <typename Row>
std::string HelpPage(const ingest::Table<Row>& table, const publish::Words& words) {
  const publish::TableWords around = publish::WordsOfTables(words);
  const std::string name(table.file.substr(0, table.file.size() - 4));
  std::string page = "# " + name + "\n\n" + publish::TableHelp(words, name) + "\n\n## " + around.columns + "\n\n";
  std::string more;
  for (const auto& column : table.columns) {
    if (column.need == ingest::kSparse) {
      more += (more.empty() ? "" : ", ") + std::string(column.name);
      continue;
    }
    page += "- **" + std::string(column.name) + "**: ";
    page += publish::IsWrittenByProgram(name) ? "" : HelpOfColumn(words, name, column.name);
    const bool required = column.need == ingest::kRequired || column.need == ingest::kKey;
    if (required) page += " " + around.required;
    const std::string values = column.words == nullptr ? std::string() : column.words();
    if (!values.empty()) page += " " + Filled(around.one_of, values) + ".";
    const std::string_view example = publish::ExampleOf(name, column.name);
    if (!example.empty()) page += " " + Filled(around.example, "`" + std::string(example) + "`") + ".";
    page += "\n";
  }
  if (!more.empty()) page += "\n" + Filled(around.more_columns, more) + ".\n";
  return page;
}

}  // namespace

core::Result<ingest::WorkbookWords> WorkbookWordsIn(const std::string& language) {
  CG_ASSIGN_OR_RETURN(auto found, publish::Words::For(language));
  const auto words = std::make_shared<const publish::Words>(std::move(found));
  const publish::TableWords around = publish::WordsOfTables(*words);
  ingest::WorkbookWords all;
  all.help = [words](std::string_view table, std::string_view column) {
    return column.empty() ? publish::TableHelp(*words, table) : HelpOfColumn(*words, table, column);
  };
  all.example = publish::ExampleOf;
  all.written_by_program = publish::IsWrittenByProgram;
  all.example_mark = around.example_mark;
  all.required = around.required;
  all.one_of = around.one_of;
  all.choose = around.choose;
  return all;
}

core::Status WriteTableHelp(const std::string& language, const ingest::FileSink& sink) {
  CG_ASSIGN_OR_RETURN(const auto words, publish::Words::For(language));
  core::Status status;
  ingest::ForEachTable([&](const auto& table) {
    if (!status) return;
    const std::string name(table.file.substr(0, table.file.size() - 4));
    status = sink("help/" + name + ".md", HelpPage(table, words));
  });
  return status;
}

}  // namespace commonground::app
