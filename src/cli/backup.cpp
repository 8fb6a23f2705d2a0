// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command backup: sealed copies of a study, checked, given back, and thinned out.

#include "app/backup/backup_study.h"

#include <fmt/format.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/passphrase.h"
#include "cli/table.h"
#include "core/files.h"

namespace commonground::cli {

namespace {

using nlohmann::ordered_json;

constexpr const char* kAboutTheKey =
    "This is the recovery text of the key of this study's backups. It is shown now and never again.\n"
    "\n"
    "    {}\n"
    "\n"
    "Write it down, on paper, twice; keep the two in different places, neither of them where the study or its backups\n"
    "are: a safe, a lawyer, a friend in another town. Capital and small letters are the same, and so are O and 0, I, "
    "L\n"
    "and 1; hyphens and spaces do not count.\n"
    "Who has it and a backup can read everything. Who has only a backup can read nothing. If it is lost, nobody can "
    "open\n"
    "the backups: not you, not us, not anybody.\n"
    "The study keeps the other half of the key, with which backups can be made and not opened:\n"
    "    {}\n"
    "\n";

void AddRecoveryFile(CLI::App& command, std::string& file) {
  command.add_option("--recovery-file", file, "its first line is the recovery text; only you may read it")
      ->type_name("FILE");
}

core::Result<core::Secret> AskRecoveryText(const std::string& file) {
  return AskPassphrase(file, "Recovery text of the backup's key", Asking::kOnce);
}

std::string SizeOf(std::int64_t bytes) {
  return bytes < 10'000'000 ? fmt::format("{} kB", (bytes + 999) / 1000) : fmt::format("{} MB", bytes / 1'000'000);
}

std::function<int(Console&)> AddCreate(CLI::App& command) {
  struct Words {
    std::string study;
    std::string output;
    std::string to;
    std::string recovery_file;
  };
  auto words = std::make_shared<Words>();
  command.add_option("STUDY", words->study, "a study file, or postgresql://HOST/DATABASE#STUDY")->required();
  command.add_option("-o,--output", words->output, "the backup to write")->required()->type_name("FILE");
  command.add_option("--to", words->to, "seal it to this key (cgbackup1...) instead of the study's own")
      ->type_name("KEY");
  command
      .add_option("--recovery-file", words->recovery_file,
                  "write a new key's recovery text into this file, instead of showing it")
      ->type_name("FILE");
  return [=](Console& session) {
    const auto study = app::Workspace::Open(words->study, app::Caller::Owner(), app::Purpose::kKeep, session.clock());
    if (!study) return session.Fail(study.error());
    app::BackupRequest request{words->output, words->to, {}};
    request.keep_key = [&](std::string_view text, const std::string& public_key) -> core::Status {
      if (!words->recovery_file.empty()) {
        return core::WriteFile(words->recovery_file, std::string(text) + "\n");
      }
      // Where nobody looks on, it would end in a log.
      if (::isatty(STDERR_FILENO) == 0) {
        return core::Fail(core::ErrorCode::kInvalidInput,
                          "the first backup makes a key, and there is no terminal to show it on. Nothing was written. "
                          "Fix: name a file for it, which you then keep away from the study and its backups: "
                          "--recovery-file FILE");
      }
      session.Complain(fmt::format(fmt::runtime(kAboutTheKey), text, public_key));
      return {};
    };
    const auto made = app::CreateBackup(*study, request, session.progress());
    if (!made) return session.Fail(made.error());
    if (session.json) {
      session.Print(ordered_json{{"file", words->output},
                                 {"bytes", made->bytes},
                                 {"to", made->to},
                                 {"made_key", made->made_key},
                                 {"has_list_of_withdrawals", made->has_list}}
                        .dump(2) +
                    "\n");
      return 0;
    }
    if (made->made_key && !words->recovery_file.empty()) {
      session.Say(
          fmt::format("A key was made for this study's backups; its recovery text is in {}. Move it away from "
                      "the study and from the backups. If it is lost, nobody can open them.\n",
                      words->recovery_file));
    }
    session.Say(fmt::format("Backed up to {} ({}), sealed to {}.{}\nCheck it: commonground backup verify {}\n",
                            words->output, SizeOf(made->bytes), made->to,
                            made->has_list ? " The list of withdrawals lies beside it: keep the two together." : "",
                            words->output));
    return 0;
  };
}

std::function<int(Console&)> AddCheck(CLI::App& command) {
  auto file = std::make_shared<std::string>();
  auto recovery_file = std::make_shared<std::string>();
  command.add_option("FILE", *file, "the backup")->required();
  AddRecoveryFile(command, *recovery_file);
  return [=](Console& session) {
    const auto recovery = AskRecoveryText(*recovery_file);
    if (!recovery) return session.Fail(recovery.error());
    const auto checked = app::VerifyBackup(*file, *recovery, session.progress());
    if (!checked) return session.Fail(checked.error());
    if (session.json) {
      session.Print(ordered_json{{"file", *file},
                                 {"made", checked->made.Text()},
                                 {"documents", checked->documents},
                                 {"codings", checked->codings},
                                 {"originals", checked->originals},
                                 {"withdrawals_due", checked->due}}
                        .dump(2) +
                    "\n");
      return 0;
    }
    session.Say(
        fmt::format("The backup of {} is good: it was restored and read, {} documents, {} codings, {} "
                    "originals.\n",
                    checked->made.Text(), checked->documents, checked->codings, checked->originals));
    if (checked->due > 0) {
      session.Say(
          fmt::format("{} withdrawals came after it: a restore carries them out. Make a new backup, and let the "
                      "older ones go: commonground backup prune\n",
                      checked->due));
    }
    return 0;
  };
}

std::function<int(Console&)> AddRestore(CLI::App& command) {
  struct Words {
    app::RestoreRequest request;
    std::string file;
    std::string list;
    std::string recovery_file;
  };
  auto words = std::make_shared<Words>();
  command.add_option("FILE", words->file, "the backup")->required();
  command.add_option("-o,--output", words->request.place, "a study file that is not there yet, or an address")
      ->required()
      ->type_name("PLACE");
  auto* list = command
                   .add_option("--withdrawals", words->list,
                               "the newest list of withdrawals that there is; without it, that beside PLACE")
                   ->type_name("FILE");
  command
      .add_flag("--none-withdrawn", words->request.none_since, "nobody took back a consent since the backup was made")
      ->excludes(list);
  AddRecoveryFile(command, words->recovery_file);
  return [=](Console& session) {
    const auto recovery = AskRecoveryText(words->recovery_file);
    if (!recovery) return session.Fail(recovery.error());
    app::RestoreRequest request = words->request;
    request.file = words->file;
    request.list = words->list;
    const auto restored = app::RestoreBackup(request, *recovery, session.clock(), session.progress());
    if (!restored) return session.Fail(restored.error());
    if (session.json) {
      session.Print(ordered_json{{"place", request.place},
                                 {"made", restored->checked.made.Text()},
                                 {"documents_withdrawn", restored->documents_gone},
                                 {"consents_closed", restored->consents_closed}}
                        .dump(2) +
                    "\n");
      return 0;
    }
    session.Say(fmt::format("Restored the backup of {} to {}.\n", restored->checked.made.Text(), request.place));
    if (restored->documents_gone + restored->consents_closed > 0) {
      session.Say(fmt::format("What was withdrawn since was taken out before: {} documents, {} consents.\n",
                              restored->documents_gone, restored->consents_closed));
    }
    return 0;
  };
}

std::function<int(Console&)> AddPrune(CLI::App& command) {
  struct Words {
    std::string folder;
    app::PruneSchedule schedule;
    bool yes = false;
  };
  auto words = std::make_shared<Words>();
  command.add_option("FOLDER", words->folder, "where the backups are")->required();
  command.add_option("--days", words->schedule.days, "keep the newest of so many days")->capture_default_str();
  command.add_option("--weeks", words->schedule.weeks, "and of so many weeks")->capture_default_str();
  command.add_option("--months", words->schedule.months, "and of so many months")->capture_default_str();
  command.add_flag("-y,--yes", words->yes, "do it; without it, only say what would go");
  return [=](Console& session) {
    const auto plan = app::PlanPruning(words->folder, words->schedule);
    if (!plan) return session.Fail(plan.error());
    if (words->yes) {
      const core::Status done = app::Prune(*plan);
      if (!done) return session.Fail(done.error());
    }
    if (session.json) {
      ordered_json rows = ordered_json::array();
      for (const auto& one : *plan) {
        rows.push_back(
            {{"file", one.file.string()}, {"made", one.made.Text()}, {"stays", one.stays}, {"why", one.why}});
      }
      session.Print(ordered_json{{"backups", rows}, {"done", words->yes}}.dump(2) + "\n");
      return 0;
    }
    Table table({"backup", "made", words->yes ? "what was done" : "what would be done"});
    std::size_t going = 0;
    for (const auto& one : *plan) {
      table.Add({one.file.filename().string(), one.made.Text(),
                 one.stays ? "stays: " + one.why : (words->yes ? "taken away" : "goes")});
      going += one.stays ? 0 : 1;
    }
    session.Print(table.Text(TerminalWidth()));
    if (!words->yes && going > 0) session.Say("Nothing was taken away. To do it, add --yes.\n");
    return 0;
  };
}

}  // namespace

Run AddBackup(CLI::App& command) {
  command.require_subcommand(1);
  auto chosen = std::make_shared<std::function<int(Console&)>>();
  const auto add = [&](const char* name, const char* purpose, std::function<int(Console&)> (*make)(CLI::App&)) {
    CLI::App* one = command.add_subcommand(name, purpose);
    one->fallthrough();
    auto run = make(*one);
    one->callback([chosen, run] { *chosen = run; });
  };
  add("create", "write a sealed backup, while people work", AddCreate);
  add("verify", "restore it into a scratch place, and compare", AddCheck);
  add("restore", "give a study back from it, without what was withdrawn since", AddRestore);
  add("prune", "let old backups go, by a schedule", AddPrune);
  return [chosen](Console& session) { return (*chosen)(session); };
}

}  // namespace commonground::cli
