// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads who acts and what they saw, and tells what a change did.

#include "cli/editing.h"
#include "app/wire/coding_json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>

namespace commonground::cli {

std::shared_ptr<std::string> AddActingStudy(CLI::App& command) {
  auto study = std::make_shared<std::string>();
  command.add_option("STUDY", *study, "a study file (.cg), or postgresql://HOST/DATABASE#STUDY")->required();
  return study;
}

std::shared_ptr<std::string> AddWho(CLI::App& command) {
  auto who = std::make_shared<std::string>();
  command.add_option("--as", *who, "your coder id, a pseudonym such as coder-a [env: COMMONGROUND_CODER]")
      ->type_name("NAME")
      ->envname("COMMONGROUND_CODER");
  return who;
}

std::shared_ptr<std::string> AddSeen(CLI::App& command) {
  auto seen = std::make_shared<std::string>();
  command
      .add_option("--if-version", *seen,
                  "the version of it that you saw (--json and --versions show it): what others changed since is kept, "
                  "or shown beside yours")
      ->type_name("VERSION");
  return seen;
}

std::shared_ptr<bool> AddVersions(CLI::App& command) {
  auto versions = std::make_shared<bool>(false);
  command.add_flag("--versions", *versions, "show the version of each, for --if-version");
  return versions;
}

int Acting(Console& session, const std::string& study, const std::string& who,
           const std::function<int(const app::Workspace&)>& work) {
  const auto workspace =
      app::Workspace::Open(study, app::Caller::Owner(model::CoderId(who)), app::Purpose::kWork, session.clock());
  if (!workspace) return session.Fail(workspace.error());
  if (const auto behind = workspace->ClockIsBehind()) session.Note({*behind});
  return work(*workspace);
}

int Tell(const Console& session, const core::Result<app::EditResult>& acted, const std::string& said) {
  if (!acted) return session.Fail(acted.error());
  if (session.json) {
    session.Print(app::wire::ToJson(*acted).dump(2) + "\n");
  } else if (acted->act == 0 && !acted->version.empty()) {
    session.Say("It is so already; nothing was changed.\n");
  } else {
    session.Say(said);
    if (acted->kept.empty()) return 0;
    session.Say(fmt::format("Kept, as others changed it since: {}.\n", fmt::join(acted->kept, ", ")));
  }
  return 0;
}

core::Result<core::TextRange> ReadRange(const std::string& text) {
  core::TextRange range;
  const char* end = text.data() + text.size();
  const auto [mark, error] = std::from_chars(text.data(), end, range.start);
  if (error == std::errc() && mark != end && *mark == '-') {
    const auto [last, second] = std::from_chars(mark + 1, end, range.end);
    if (second == std::errc() && last == end && range.start >= 0 && range.end > range.start) return range;
  }
  return core::Fail(core::ErrorCode::kInvalidInput,
                    "\"" + text + "\" is not a place in a text. Fix: write START-END, such as 120-240, counted from 0",
                    "--at");
}

std::function<int(Console&)> AddParts(CLI::App& command, std::span<const Part> parts) {
  command.require_subcommand(1);
  auto runs = std::make_shared<std::vector<std::pair<CLI::App*, std::function<int(Console&)>>>>();
  for (const Part& part : parts) {
    CLI::App* sub = command.add_subcommand(part.name, part.purpose);
    sub->fallthrough();  // --json and --quiet stand anywhere
    runs->emplace_back(sub, part.add(*sub));
  }
  return [runs](Console& session) {
    for (const auto& [sub, run] : *runs) {
      if (sub->parsed()) return run(session);
    }
    return 0;
  };
}

}  // namespace commonground::cli
