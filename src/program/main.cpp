// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The program: choose a command, run it, give its exit code.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "app/encrypt_study.h"
#include "app/open_study.h"
#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/passphrase.h"
#include "core/exit_codes.h"
#include "program/commands.h"

namespace {

using namespace commonground;

constexpr int kWrongCall = 64;
constexpr int kBadInput = 2;
constexpr int kOurBug = 1;
// "Exit codes: 0 done; 1 ...", in lines for a terminal.
std::string ExitCodes() {
  constexpr std::size_t kColumns = 118;
  std::string text = "Exit codes:";
  std::size_t line = text.size();
  for (const auto& one : core::ExitMeanings()) {
    const std::string next = fmt::format("{}{} {}", one.code == 0 ? "" : "; ", one.code, one.means);
    const bool wraps = line + next.size() > kColumns;
    text += wraps && one.code != 0 ? ";\n" + next.substr(2) : (one.code == 0 ? " " : "") + next;
    line = wraps ? next.size() : line + next.size() + 1;
  }
  return text + ".";
}

// Whatever is wrong with the call, nothing that is said about it repeats a password.
bool ShowsPassword(int argc, char** argv) {
  const std::vector<std::string> arguments(argv, argv + argc);
  return std::ranges::any_of(arguments, [](const std::string& argument) {
    const std::size_t value = argument.starts_with("--") ? argument.find('=') : std::string::npos;
    return app::ShowsPassword(argument) ||
           (value != std::string::npos && app::ShowsPassword(argument.substr(value + 1)));
  });
}

// What stands where no argument may be said without repeating it, but for the options: it may be a password
// (`--password WORDS`, `-W WORDS`).
std::string NotExpected(const std::vector<std::string>& left) {
  std::string options;
  for (const std::string& one : left) {
    const std::string name = one.substr(0, one.find('='));
    const bool plain = name.size() > 1 && name.front() == '-' && name.find_first_of(" :@") == std::string::npos;
    if (plain) options += (options.empty() ? "" : ", ") + (name.starts_with("--") ? name : name.substr(0, 2));
  }
  if (!options.empty()) return "this command has no option " + options;
  return left.size() == 1 ? "there is one argument more than this command takes"
                          : fmt::format("there are {} arguments more than this command takes", left.size());
}

int RunProgram(int argc, char** argv) {
  if (ShowsPassword(argc, argv)) {
    fmt::print(
        stderr,
        "commonground: the call holds a password, which others see in the list of processes, and your shell keeps "
        "in its history. Nothing was done. Fix: put it into the file ~/.pgpass (mode 0600), as "
        "HOST:PORT:DATABASE:NAME:PASSWORD, write the address as postgresql://NAME@HOST/DATABASE#STUDY, and change "
        "the password\n");
    return kBadInput;
  }
  CLI::App program("Common Ground: from case studies to a report that anyone can check.", "commonground");
  program.set_version_flag("--version", "commonground " CG_VERSION);
  program.require_subcommand(1);
  program.footer(ExitCodes());
  cli::Console session;
  std::vector<std::pair<CLI::App*, cli::Run>> runs;
  for (const cli::Command& command : Commands()) {
    CLI::App* sub = program.add_subcommand(command.name, command.purpose);
    sub->footer(std::string("Examples:\n") + command.examples);
    cli::Run run = command.add(*sub);
    sub->add_flag("--json", session.json, "print JSON, for programs");
    sub->add_option(cli::kStudyPassphraseFile, session.study_passphrase_file,
                    "of an encrypted study: its first line is the passphrase; only you may read it")
        ->type_name("FILE");
    sub->add_flag("-q,--quiet", session.quiet, "print results and errors only");
    runs.emplace_back(sub, std::move(run));
  }
  cli::GuardArguments(program);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ExtrasError&) {
    const auto command = std::ranges::find_if(runs, [](const auto& run) { return run.first->parsed(); });
    std::vector<std::string> left = program.remaining(true);
    const std::string name = command == runs.end() ? "" : " " + command->first->get_name();
    session.Complain(
        fmt::format("commonground: {}. Fix: commonground{} --help shows what it takes\n", NotExpected(left), name));
    return kWrongCall;
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream complaint;  // it may repeat what was typed
    const int code = program.exit(error, out, complaint);
    session.Print(out.str());
    session.Complain(complaint.str());
    return code == 0 ? session.Finish() : kWrongCall;
  }
  app::AskForPassphrases([&](const std::string& study) {
    return cli::AskPassphrase(session.study_passphrase_file, "Passphrase of " + study, cli::Asking::kOnce,
                              cli::kStudyPassphraseFile);
  });
  for (const auto& [sub, run] : runs) {
    if (!sub->parsed()) continue;
    const int code = run(session);
    return code == 0 ? session.Finish() : code;
  }
  return kWrongCall;
}

}  // namespace

int main(int argc, char** argv) {
  commonground::cli::CatchSignals();
  try {
    return RunProgram(argc, argv);
  } catch (const std::exception& bug) {
    const std::string said =
        fmt::format("commonground: this is internal error, not of your study: {}\nNothing was changed.\n", bug.what());
    (void)std::fputs(said.c_str(), stderr);
    return kOurBug;
  }
}
