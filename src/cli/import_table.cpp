// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Organisations from a spreadsheet: what would change, what has to be mended, and taking it in.

#include "cli/import_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/import/import_table.h"
#include "app/wire/came_json.h"
#include "cli/editing.h"
#include "core/files.h"

namespace commonground::cli {

namespace {

constexpr std::int64_t kMaxBytes = 25'000'000;

std::string PlaceOf(const app::TableLook& look, const app::TableLook::Problem& one) {
  std::string place = look.sheet.empty() ? std::string() : "sheet " + look.sheet + ", ";
  if (!one.cell.empty()) {
    place += "cell " + one.cell + ", ";
  } else if (one.row > 0) {
    place += fmt::format("row {}, ", one.row);
  }
  if (!one.column.empty()) place += one.column + ", ";
  if (place.ends_with(", ")) place.resize(place.size() - 2);
  return place.empty() ? "the file" : place;
}

// Of several sheets none, or more than one, is the table.
bool HasToChoose(const app::TableLook& look) {
  return look.sheet.empty() && !look.sheets.empty();
}

int Tell(const Console& console, const app::TableLook& look, bool is_preview) {
  if (console.json) {
    console.Print(app::wire::ToJson(look).dump(2) + "\n");
    return look.blocked ? core::ExitCode(core::ErrorCode::kInvalidInput) : 0;
  }
  for (const auto& one : look.problems) {
    console.Say(fmt::format("{}: {}{}{}{}\n", PlaceOf(look, one),
                            one.value.empty() ? std::string() : fmt::format("\"{}\": ", one.value), one.message,
                            one.fix.empty() ? "" : ". Fix: ", one.fix));
  }
  if (HasToChoose(look)) {
    return console.Fail(
        {core::ErrorCode::kInvalidInput,
         fmt::format("which sheet of the workbook has the organisations? Fix: say it with --sheet NAME, "
                     "one of these: {}",
                     fmt::join(look.sheets, "; ")),
         {}});
  }
  const auto blocking = std::ranges::count_if(look.problems, &app::TableLook::Problem::blocks);
  if (look.blocked) {
    console.Say(fmt::format("{} {} to be mended first. Nothing was changed.\n", blocking,
                            blocking == 1 ? "thing has" : "things have"));
    return core::ExitCode(core::ErrorCode::kInvalidInput);
  }
  console.Say(fmt::format("{} new, {} changed, {} as they are{}.\n", look.added, look.changed, look.same,
                          is_preview ? ". This was a preview: nothing was changed" : ""));
  if (look.act > 0) console.Say("Undo: commonground code undo STUDY\n");
  return 0;
}

}  // namespace

RunPart AddImportOfOrganisations(CLI::App& command) {
  CLI::App* part = command.add_subcommand("import", "take in a spreadsheet (.xlsx or .csv) of them, as one change");
  part->fallthrough();  // --json and --quiet stand anywhere
  auto study = AddActingStudy(*part);
  auto file = std::make_shared<std::string>();
  auto sheet = std::make_shared<std::string>();
  auto preview = std::make_shared<bool>(false);
  part->add_option("FILE", *file, "a workbook or CSV with the columns of organisations.csv")->required();
  part->add_option(
      "--sheet", *sheet,
      "the sheet of the workbook, by its name (default: the one called organisations, or with its columns)");
  part->add_flag("--preview", *preview, "show what would change and what has to be mended, and change nothing");
  auto who = AddWho(*part);
  return [=](Console& console) -> std::optional<int> {
    if (!part->parsed()) return std::nullopt;
    const auto bytes = core::ReadFile(*file, kMaxBytes);
    if (!bytes) return console.Fail(bytes.error());
    app::TableImport given;
    given.file = {std::filesystem::path(*file).filename().string(), *bytes, *sheet};
    given.mode = *preview ? app::TableImport::Mode::kLook : app::TableImport::Mode::kSave;
    return Acting(console, *study, *who, [&](const app::Workspace& workspace) {
      const auto look = app::ImportOrganisations(workspace, given, console.progress());
      return look ? Tell(console, *look, *preview) : console.Fail(look.error());
    });
  };
}

}  // namespace commonground::cli
