// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command exchange: projects of other programs, out and in.

#include "app/exchange_study.h"

#include <fmt/format.h>

#include "app/wire/outcome_json.h"
#include "cli/command.h"
#include "cli/given_consent.h"
#include "cli/project_file.h"
#include "cli/study_argument.h"
#include "cli/table.h"
#include "core/files.h"

namespace commonground::cli {

namespace {

void PrintReport(const Console& session, const char* what, const std::vector<coding::ReportLine>& lines) {
  if (lines.empty()) return;
  Table table({what, "how many", "what became of them"});
  for (const auto& line : lines) table.Add({line.what, std::to_string(line.count), line.became});
  session.Say(table.Text(std::min(TerminalWidth(), 100)));
}

void PrintImport(const Console& session, const app::ExchangeImportOutcome& outcome) {
  if (!outcome.origin.empty()) session.Say(fmt::format("{}, made with {}.\n", outcome.name, outcome.origin));
  if (!outcome.coders.empty()) {
    Table table({"user in the project", "coder here", "codings", "of these, passages name somebody else"});
    for (const auto& one : outcome.coders) {
      table.Add({one.user.empty() ? "(nobody)" : one.user, one.coder.value, std::to_string(one.codings),
                 std::to_string(one.other_passages)});
    }
    session.Say(table.Text(std::min(TerminalWidth(), 100)));
  }
  const auto& offsets = outcome.offsets;
  if (!offsets.sources.empty()) {
    session.Say(fmt::format("Places are counted as {} ({}).\n", coding::Name(offsets.reading), offsets.why));
  }
  if (!offsets.all_agree) {
    Table table({"document", "best reading", "fits", "second", "fits"});
    for (const auto& source : offsets.sources) {
      if (source.all_agree || source.scores.size() < 2) continue;
      table.Add({source.name, coding::Name(source.scores[0].reading),
                 fmt::format("{:.0f}%", source.scores[0].score * 100), coding::Name(source.scores[1].reading),
                 fmt::format("{:.0f}%", source.scores[1].score * 100)});
    }
    if (!table.empty()) session.Say(table.Text(std::min(TerminalWidth(), 100)));
  }
  for (const auto& one : outcome.moves) {
    session.Say(fmt::format("{}: its text has changed since; {} codings moved, {} edited, {} without a place now.\n",
                            one.document.value, one.moved, one.edited, one.orphaned));
  }
  PrintReport(session, "in the file", outcome.report);
  session.Say(fmt::format("{} codes, {} documents, {} codings and {} memos are new.\n", outcome.new_codes,
                          outcome.new_documents.size(), outcome.new_codings, outcome.new_memos));
  if (outcome.new_consents > 0) session.Say(fmt::format("{} consents are recorded.\n", outcome.new_consents));
}

// How to make what came visible, in one sentence with the command.
void PrintUnreadable(const Console& session, const app::ExchangeImportOutcome& outcome, const std::string& file,
                     const std::string& into) {
  if (outcome.unreadable == 0) return;
  session.Say(
      fmt::format("{} of the documents have no consent to analyse, so nobody sees or counts them until you record one: "
                  "commonground exchange import \"{}\" --into \"{}\" --consent analyse,summarise,quote=written "
                  "--evidence \"where the consent is kept\"\n",
                  outcome.unreadable, file, into));
}

Run AddExchangeExport(CLI::App& command) {
  auto study = AddStudyArgument(command);
  auto request = std::make_shared<app::ExchangeExportRequest>();
  auto output = std::make_shared<std::string>();
  auto profile = std::make_shared<std::string>("standard");
  auto table = std::make_shared<std::string>("codings");
  auto person = std::make_shared<std::string>();
  auto accepted = std::make_shared<bool>(false);
  auto raw = std::make_shared<bool>(false);
  command.add_option("-o,--output", *output, "the file to write: .qdpx, .qdc, .csv or .xlsx")
      ->required()
      ->type_name("FILE");
  command.add_option("--profile", *profile, "how texts are written: standard, or nvivo (for NVivo on Windows)")
      ->type_name("NAME")
      ->check(CLI::IsMember({"standard", "nvivo"}));
  command.add_option("--table", *table, "what a .csv holds: codings or codebook")
      ->type_name("NAME")
      ->check(CLI::IsMember({"codings", "codebook"}));
  command.add_option("--as", *person, "who exports: their own drafts go out too")->type_name("CODER");
  command.add_flag("--accepted-only", *accepted, "leave out codings that are drafts, submitted or rejected");
  command.add_flag("--raw", *raw,
                   "cells as they are; without it, cells that a spreadsheet would run as formulas begin with '");
  return [=](Console& session) {
    request->name = *output;
    request->profile = *profile == "nvivo" ? coding::Profile::kNvivo : coding::Profile::kStandard;
    request->statuses = *accepted ? coding::Statuses::kAcceptedOnly : coding::Statuses::kAll;
    request->style = *raw ? ingest::CsvStyle::kRaw : ingest::CsvStyle::kSpreadsheetSafe;
    request->table = *table == "codebook" ? app::ExchangeExportRequest::Table::kCodebook
                                          : app::ExchangeExportRequest::Table::kCodings;
    return WithStudy(session, *study, app::Caller::Owner(model::CoderId(*person)), app::Purpose::kShare,
                     [&](const app::Workspace& workspace) {
                       const auto made = app::ExportForExchange(workspace, *request, session.progress());
                       if (!made) return session.Fail(made.error());
                       if (const auto written = core::WriteFile(*output, made->bytes); !written) {
                         return session.Fail(written.error());
                       }
                       const app::ExchangeExportOutcome* outcome = &made->outcome;
                       if (session.json) {
                         session.Print(app::wire::ToJson(*output, *outcome).dump(2) + "\n");
                         return 0;
                       }
                       PrintReport(session, "in the study", outcome->report);
                       session.Say(
                           fmt::format("Exported {} codes, {} documents, {} codings and {} memos to {}. It holds "
                                       "people's words: give it only to those who may read them.\n",
                                       outcome->codes, outcome->documents, outcome->codings, outcome->memos, *output));
                       return 0;
                     });
  };
}

// "Anna=coder-a": whom a user of the project is here.
core::Result<std::map<std::string, model::CoderId>> ReadCoderMap(const std::vector<std::string>& pairs) {
  std::map<std::string, model::CoderId> map;
  for (const std::string& pair : pairs) {
    const std::size_t at = pair.rfind('=');
    if (at == std::string::npos || at == 0 || !model::IsValidId(pair.substr(at + 1))) {
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "is not USER=CODER. Fix: write the user's name or GUID in the project, =, and the coder's id "
                        "here, such as \"Anna B=coder-a\"",
                        pair);
    }
    map[pair.substr(0, at)] = model::CoderId(pair.substr(at + 1));
  }
  return map;
}

Run AddExchangeImport(CLI::App& command) {
  auto file = std::make_shared<std::string>();
  auto into = std::make_shared<std::string>();
  auto coders = std::make_shared<std::vector<std::string>>();
  auto coder_from = std::make_shared<std::string>("auto");
  auto consent = std::make_shared<std::string>();
  auto evidence = std::make_shared<std::string>();
  auto offsets = std::make_shared<std::string>();
  auto into_case = std::make_shared<std::string>();
  auto person = std::make_shared<std::string>("import");
  auto with_consents = std::make_shared<bool>(false);
  auto preview = std::make_shared<bool>(false);
  command
      .add_option("FILE", *file,
                  ".qdpx, .qde or .qdc (REFI-QDA), .csv or .xlsx (tables), .sqlite3 (Taguette), data.qda (QualCoder), "
                  "or a .zip with one of them")
      ->required();
  command.add_option("--into", *into, "the study file, or postgresql://HOST/DATABASE#STUDY; made if it is not there")
      ->required()
      ->type_name("STUDY");
  command.add_option("--coder-map", *coders, "whom a user of the project is here (repeatable)")
      ->type_name("USER=CODER")
      ->allow_extra_args(false);
  command
      .add_option("--coder-from", *coder_from,
                  "where a coding and its passage name different users or times: coding, passage, or auto, which is "
                  "coding unless those are of the code (NVivo)")
      ->type_name("WHICH")
      ->check(CLI::IsMember({"auto", "coding", "passage"}))
      ->capture_default_str();
  std::vector<std::string> readings;
  for (const auto& reading : coding::AllReadings()) readings.push_back(coding::Name(reading));
  command.add_option("--position-encoding", *offsets, "how the project counts places, where that is not sure")
      ->type_name("READING")
      ->check(CLI::IsMember(readings));
  command.add_option("--case", *into_case, "the organisation that new documents belong to")->type_name("ID");
  command.add_option("--by", *person, "who imports, for the history")->type_name("CODER");
  command.add_flag("--with-consents", *with_consents,
                   "take over consents from one of our own exports; only if you trust where it comes from");
  command
      .add_option("--consent", *consent,
                  "record this consent for the documents of the file, such as analyse,quote=written; never over one "
                  "that is recorded, or withdrawn")
      ->type_name("SCOPE,...=BASIS");
  command.add_option("--evidence", *evidence, "where the consent is kept")->type_name("TEXT");
  command.add_flag("--preview", *preview, "show what would be imported, and change nothing");
  return [=](Console& session) {
    const auto map = ReadCoderMap(*coders);
    if (!map) return session.Fail(map.error());
    for (const std::string& id : {*into_case, *person}) {
      if (!id.empty() && !model::IsValidId(id)) {
        return session.Fail(
            {core::ErrorCode::kInvalidInput, "is not a valid id. Fix: use letters, digits, '.', '_' and '-' only", id});
      }
    }
    app::ExchangeImportRequest request;
    request.name = *file;
    request.merge.coders = *map;
    request.merge.coder_from = *coder_from == "passage"  ? coding::CoderFrom::kPassage
                               : *coder_from == "coding" ? coding::CoderFrom::kCoding
                                                         : coding::CoderFrom::kAuto;
    auto given = ReadConsent(*consent, *evidence, session.clock().Today());
    if (!given) return session.Fail(given.error());
    request.merge.given = std::move(*given);
    request.merge.consents = *with_consents ? coding::Consents::kTakenOver : coding::Consents::kLeftOut;
    if (!into_case->empty()) request.merge.into_case = model::OrganisationId(*into_case);
    if (!offsets->empty()) request.offsets = coding::ReadingOf(*offsets);
    request.person = model::CoderId(*person);
    request.mode = *preview ? app::ExchangeImportRequest::Mode::kPreview : app::ExchangeImportRequest::Mode::kSave;
    const auto outcome = app::ImportFromExchange(
        *into, [&] { return ReadProjectFile(*file); }, request, session.clock(), session.progress());
    if (!outcome) return session.Fail(outcome.error());
    if (session.json) {
      session.Print(app::wire::ToJson(*outcome).dump(2) + "\n");
      return 0;
    }
    PrintImport(session, *outcome);
    PrintUnreadable(session, *outcome, *file, *into);
    if (*preview) {
      session.Say("This was a preview: nothing was changed.\n");
    } else if (!outcome->changed) {
      session.Say(fmt::format("Nothing changed: {} holds all of it already.\n", outcome->place));
    } else {
      session.Say(fmt::format("Imported into {}.", outcome->place));
      session.Say(
          outcome->can_be_taken_back
              ? fmt::format(" Undo its codes, codings and memos (documents stay): commonground code undo {} --as {}\n",
                            *into, *person)
              : "\n");
    }
    return 0;
  };
}

}  // namespace

Run AddExchange(CLI::App& command) {
  CLI::App* export_command = command.add_subcommand("export", "write a file that other coding programs open");
  CLI::App* import_command = command.add_subcommand("import", "bring a project, codebook or table into a study");
  command.require_subcommand(1);
  export_command->fallthrough();  // --json and --quiet are the command's
  import_command->fallthrough();
  const Run run_export = AddExchangeExport(*export_command);
  const Run run_import = AddExchangeImport(*import_command);
  return [=](Console& session) { return export_command->parsed() ? run_export(session) : run_import(session); };
}

}  // namespace commonground::cli
