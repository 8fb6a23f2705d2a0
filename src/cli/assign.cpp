// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command assign: documents for coders, and handing them in.

#include "app/assign_study.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/wire/coding_json.h"
#include "cli/command.h"
#include "cli/editing.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

constexpr int kWidest = 100;

int Show(const Console& session, const std::vector<app::AssignmentLine>& lines) {
  if (session.json) {
    session.Print(app::wire::ToJson(lines).dump(2) + "\n");
    return 0;
  }
  Table table({"document", "coder", "state", "codings"});
  for (const auto& line : lines) {
    table.Add({line.assignment.document.value, line.assignment.coder.value,
               std::string(model::Word(line.assignment.state)),
               line.codings < 0 ? "not shown yet" : std::to_string(line.codings)});
  }
  session.Print(table.empty()
                    ? "Nobody was given a document yet. commonground assign STUDY --document D --coder C gives one.\n"
                    : table.Text(std::min(TerminalWidth(), kWidest)));
  return 0;
}

}  // namespace

Run AddAssign(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto documents = std::make_shared<std::vector<std::string>>();
  auto coders = std::make_shared<std::vector<std::string>>();
  auto submit = std::make_shared<std::string>();
  auto take_back = std::make_shared<bool>(false);
  command.add_option("--document", *documents, "what is to be coded (repeatable)")->type_name("DOCUMENT");
  command.add_option("--coder", *coders, "by whom (repeatable)")->type_name("NAME");
  command.add_flag("--unassign", *take_back, "unassign the document from the coder; codings stay");
  command.add_option("--submit", *submit, "submit your own; only then others see it, and you see theirs")
      ->type_name("DOCUMENT");
  auto who = AddWho(command);
  return [=](Console& session) {
    return Acting(session, *study, *who, [&](const app::Workspace& workspace) {
      if (!submit->empty()) {
        const auto acted = app::Submit(workspace, model::DocumentId(*submit));
        return Tell(
            session, acted,
            acted ? fmt::format("Submitted ({} drafts included). You now see what the other coders have submitted.\n",
                                acted->moved)
                  : "");
      }
      if (documents->empty() && coders->empty()) {
        const auto lines = app::ListAssignments(workspace);
        return lines ? Show(session, *lines) : session.Fail(lines.error());
      }
      if (documents->empty() || coders->empty()) {
        return session.Fail({core::ErrorCode::kInvalidInput,
                             "say which document and which coder. Nothing was changed. Fix: --document D --coder C",
                             ""});
      }
      std::vector<model::DocumentId> of;
      std::vector<model::CoderId> by;
      for (const auto& one : *documents) of.emplace_back(one);
      for (const auto& one : *coders) by.emplace_back(one);
      if (*take_back) {
        return Tell(session, app::Unassign(workspace, of.front(), by.front()), "Unassigned; codings stay.\n");
      }
      const auto acted = app::Assign(workspace, of, by);
      return Tell(session, acted,
                  acted ? fmt::format("Assigned: {}. Until a coder submits, nobody else sees their codings, and they "
                                      "see nobody else's.\n",
                                      acted->moved)
                        : "");
    });
  };
}

}  // namespace commonground::cli
