// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "app/new_study.h"

#include <array>

#include "core/files.h"
#include "ingest/folder/read_folder.h"
#include "ingest/folder/write_folder.h"

namespace commonground::app {

namespace {

constexpr std::string_view kReadme =
    "# A study for Common Ground\n\n"
    "Fill the tables with a spreadsheet or text editor, put case studies under case-studies/ORGANISATION/, then:\n\n"
    "    commonground status .          what is missing, and what to do next\n"
    "    commonground verify .          who is led by its community\n"
    "    commonground report . -o ../report\n\n"
    "What each file and column means: the program's docs/file-formats.md.  Never write down who is a sex worker: the\n"
    "tables hold counts only.\n";

model::Study Beginning(const std::string& title) {
  model::Study study;
  study.settings.title = title;
  study.settings.definitions = {model::DefinitionId("nswp-2013")};
  constexpr std::array<std::pair<const char*, const char*>, 5> kRegions{{
      {"africa", "Africa"},
      {"asia-pacific", "Asia and the Pacific"},
      {"europe-central-asia", "Europe and Central Asia"},
      {"latin-america", "Latin America"},
      {"north-america-caribbean", "North America and the Caribbean"},
  }};
  for (const auto& [id, label] : kRegions) study.regions.push_back({model::RegionId(id), label, {}, 4});
  return study;
}

}  // namespace

core::Status NewStudy(const std::filesystem::path& folder, const std::string& title, core::Progress& progress) {
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
  CG_RETURN_IF_ERROR(ingest::WriteFolder(Beginning(title), ingest::CsvStyle::kRaw, sink, progress));
  return core::WriteFile(folder / "README.md", kReadme);
}

}  // namespace commonground::app
