// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes the folder of a new study.

#include "app/new_study.h"

#include <array>
#include <set>

#include "app/gateway/entry.h"
#include "app/new_study_content.h"
#include "app/table_words.h"
#include "core/files.h"
#include "ingest/folder/built_in.h"
#include "ingest/folder/read_folder.h"
#include "ingest/folder/write_folder.h"

namespace commonground::app {

namespace {

constexpr std::string_view kReadme =
    "# A study for Common Ground\n\n"
    "Fill in the tables with a spreadsheet or text editor; help/ says what each table and column is for.  Put case\n"
    "studies under case-studies/ORGANISATION/, then:\n\n"
    "    commonground status .          what is missing, and what to do next\n"
    "    commonground verify .          which organisations are community-led\n"
    "    commonground report . -o ../report\n\n"
    "A table is a CSV file or a sheet of study.xlsx.  Never write down who is a sex worker: the tables hold counts "
    "only.\n";

}  // namespace

model::Study ContentOfNewStudy(const NewStudyOptions& options) {
  model::Study study;
  study.settings.title = options.title;
  study.settings.language = options.language;
  study.settings.definitions = {model::DefinitionId("nswp-2013")};
  constexpr std::array<std::pair<const char*, const char*>, 5> kRegions{{
      {"africa", "Africa"},
      {"asia-pacific", "Asia and the Pacific"},
      {"europe-central-asia", "Europe and Central Asia"},
      {"latin-america", "Latin America"},
      {"north-america-caribbean", "North America and the Caribbean"},
  }};
  for (const auto& [id, label] : kRegions) study.regions.push_back({model::RegionId(id), label, {}, 4});
  study.legal_model = ingest::BuiltInLegalModel();  // an empty list would be a study's own: no country has a model
  return study;
}

core::Status NewStudy(const std::filesystem::path& folder, const NewStudyOptions& options, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const ingest::WorkbookWords words, WorkbookWordsIn(options.language));
  CG_ASSIGN_OR_RETURN(const store::StudyLocation place, store::StudyLocation::Parse(folder.string()));
  if (!place.is_file()) {
    return core::Fail(
        core::ErrorCode::kInvalidInput,
        "a new study is a folder, and this is the address of a database; nothing was written. Fix: name a "
        "folder, then import it into the database: commonground import FOLDER --output ADDRESS");
  }
  std::error_code ignored;
  if (std::filesystem::exists(folder, ignored) && !std::filesystem::is_empty(folder, ignored)) {
    return core::Fail(core::ErrorCode::kInvalidInput, "is there already and holds something; nothing was written",
                      folder.string());
  }
  CG_RETURN_IF_ERROR(core::MakeFolders(folder));
  const auto sink = [&](std::string_view path, std::string_view bytes) -> core::Status {
    const std::filesystem::path file = folder / path;
    CG_RETURN_IF_ERROR(core::MakeFolders(file.parent_path()));
    return core::WriteFile(file, bytes);
  };
  const model::Study study = ContentOfNewStudy(options);
  ingest::FolderStyle style(ingest::CsvStyle::kRaw);
  style.empty = ingest::EmptyTables::kWithColumns;
  const std::set<std::string> none;
  if (options.workbook) {
    CG_ASSIGN_OR_RETURN(const ingest::Workbook workbook,
                        ingest::WriteWorkbook(study, words, ingest::Examples::kInEmptyTables));
    CG_RETURN_IF_ERROR(sink("study.xlsx", workbook.bytes));
    style.only = &none;
  }
  CG_RETURN_IF_ERROR(ingest::WriteFolder(study, style, sink, progress));
  CG_RETURN_IF_ERROR(WriteTableHelp(options.language, sink));
  return sink("README.md", kReadme);
}

}  // namespace commonground::app
