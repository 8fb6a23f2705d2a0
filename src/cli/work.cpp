// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command work: what waits for a person, what ends soon, and how far everybody is.

#include <fmt/format.h>

#include "app/wire/work_json.h"
#include "app/work_study.h"
#include "cli/command.h"
#include "cli/editing.h"
#include "cli/study_argument.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

std::string Sentence(const app::WorkStep& step) {
  using app::StepKind;
  const std::string day = step.last_day ? step.last_day->Text() : "";
  switch (step.kind) {
    case StepKind::kCodeDocument:
      return fmt::format("Code {} (codings of yours so far: {}).", step.subject, step.count);
    case StepKind::kDoToDo:
      return fmt::format("Do what the note {} says.", step.subject);
    case StepKind::kAdjudicate:
      return fmt::format("Decide where coders differ in {}.", step.subject);
    case StepKind::kFindOrganisation:
      return fmt::format("Find organisations for slots: {}.", step.count);
    case StepKind::kAddDocument:
      return fmt::format("Bring in texts for slots: {}.", step.count);
    case StepKind::kAskConsent:
      return fmt::format("Ask for consent for slots: {}.", step.count);
    case StepKind::kVerify:
      return fmt::format("Verify who leads the organisations of slots: {}.", step.count);
    case StepKind::kWaitForEmbargo:
      return fmt::format("Wait for the end of an embargo, slots: {}.", step.count);
    case StepKind::kListPlaces:
      return fmt::format("List the slots of {} that are missing: {}.", step.subject, step.count);
    case StepKind::kRenewConsent:
      return fmt::format("Ask {} for consent again: it ends after {}.", step.subject, day);
    case StepKind::kCountAgain:
      return fmt::format("Ask {} who leads it now: the count ends after {}.", step.subject, day);
  }
  return {};
}

std::string TextOfWork(const app::Work& work) {
  std::string text;
  for (const app::WorkStep& step : work.steps) text += "- " + Sentence(step) + "\n";
  if (text.empty()) text = "Nothing waits for you.\n";
  Table progress({"coder", "to code", "submitted"});
  for (const app::CoderProgress& one : work.progress) {
    progress.Add({one.coder.value, std::to_string(one.open), std::to_string(one.submitted)});
  }
  if (!progress.empty()) text += "\n" + progress.Text(TerminalWidth());
  return text;
}

}  // namespace

Run AddWork(CLI::App& command) {
  auto study = AddStudyArgument(command);
  auto who = AddWho(command);
  return [=](Console& session) {
    return WithStudy(session, *study, app::Caller::Owner(model::CoderId(*who)), app::Purpose::kWork,
                     [&](const app::Workspace& workspace) {
                       const auto work = app::WorkOf(workspace);
                       if (!work) return session.Fail(work.error());
                       session.Print(session.json ? app::wire::ToJson(*work).dump(2) + "\n" : TextOfWork(*work));
                       return 0;
                     });
  };
}

}  // namespace commonground::cli
