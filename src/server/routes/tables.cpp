// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tables, through the use cases of app.

#include "server/routes/tables.h"

#include <algorithm>

#include "app/import/import_table.h"

namespace commonground::server {

using core::ErrorCode;

core::Result<ImportTable::Output> ImportTable::Run(RouteContext& asked, const Input& input) {
  asked.is_dry = true;
  const auto file = asked.services.uploads.Find(asked.caller(), input.upload);
  if (file == nullptr) return core::Fail(ErrorCode::kNotFound, "There is nothing here.");
  CG_ASSIGN_OR_RETURN(const std::string bytes, file->Read());
  app::TableImport given;
  given.file = {input.file_name, bytes, input.sheet.value_or("")};
  const auto row_of = [](std::int64_t row) { return static_cast<int>(std::clamp<std::int64_t>(row, 0, 10'000'000)); };
  for (const Mended& one : input.mended.value_or(std::vector<Mended>())) {
    given.mended.push_back({row_of(one.row), one.column, one.value});
  }
  for (const std::int64_t row : input.taken_out.value_or(std::vector<std::int64_t>())) {
    given.taken_out.push_back(row_of(row));
  }
  given.mode = input.dry_run ? app::TableImport::Mode::kLook : app::TableImport::Mode::kSave;
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(const app::TableLook look, app::ImportOrganisations(study, given, progress));
  Output output{look.sheet,   look.sheets, look.columns, {}, {}, look.added,
                look.changed, look.same,   look.blocked, {}, {}};
  for (const auto& one : look.rows) {
    const auto fate = RowFateWords::kWords[static_cast<std::size_t>(one.fate)];
    output.rows.push_back({one.row, one.cells, {std::string(fate)}, one.changed});
  }
  for (const auto& one : look.problems) {
    output.problems.push_back({one.blocks, one.row, one.column, one.cell, one.value, one.message, one.fix});
  }
  for (const auto& cells : look.as_in_file) output.as_in_file.push_back({cells});
  if (look.act > 0) output.act = look.act;
  asked.is_dry = look.act == 0;
  const bool is_in = !input.dry_run && !look.blocked;
  if (is_in) asked.services.uploads.Remove(asked.caller(), input.upload);
  return output;
}

}  // namespace commonground::server
