// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command verify: which organisations are community-led.

#include <fmt/format.h>

#include <algorithm>

#include "app/verify_study.h"
#include "app/wire/verify_json.h"
#include "cli/command.h"
#include "cli/study_argument.h"
#include "cli/table.h"
#include "cli/unsaved_counts.h"

namespace commonground::cli {

namespace {

std::string Shown(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : "-";
}

// The criteria, and below them each reason once with the bodies that it is about.
std::string DetailsOf(const model::Assessment& assessment) {
  std::string text = fmt::format("{}, {}: {}\n", assessment.organisation.value, assessment.definition.value,
                                 model::Word(assessment.verdict));
  Table criteria({"body", "needs", "verdict", "headroom", "shortfall", "as of"});
  std::vector<std::pair<std::string, std::string>> reasons;
  for (const auto& criterion : assessment.criteria) {
    criteria.Add({criterion.body,
                  (criterion.comparison == model::Comparator::kAtLeast ? ">= " : "> ") + criterion.share.Text(),
                  std::string(model::Word(criterion.verdict)), Shown(criterion.headroom), Shown(criterion.shortfall),
                  criterion.as_of ? criterion.as_of->Text() : "-"});
    if (criterion.reason.empty()) continue;
    const auto same = std::ranges::find(reasons, criterion.reason, [](const auto& r) { return r.first; });
    if (same == reasons.end()) {
      reasons.emplace_back(criterion.reason, criterion.body);
    } else {
      same->second += ", " + criterion.body;
    }
  }
  if (!criteria.empty()) text += criteria.Text(TerminalWidth());
  for (const auto& [reason, bodies] : reasons) text += fmt::format("  {}: {}\n", bodies, reason);
  return text;
}

std::string Mix(const verify::BodyChange& change) {
  std::string text;
  const auto add = [&](std::int64_t count, std::string_view one, std::string_view many) {
    if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : " and ", count, count == 1 ? one : many);
  };
  add(change.sex_workers_join, "sex worker joins", "sex workers join");
  add(change.sex_workers_leave, "sex worker leaves", "sex workers leave");
  add(change.others_join, "other joins", "others join");
  add(change.others_leave, "other leaves", "others leave");
  return text;
}

std::string ChangesOf(const app::VerifiedStudy& verified) {
  std::string text = "\nWhat would turn it, each the fewest people\n";
  for (const app::WhatWouldTurn& turn : verified.turns) {
    const model::Assessment& assessment = verified.assessments[turn.assessment];
    text += fmt::format("- {}, {}, {}: {}:", assessment.organisation.value, assessment.definition.value,
                        assessment.criteria[turn.criterion].body, turn.is_met ? "not met if" : "met if");
    for (std::size_t i = 0; i < turn.changes.size(); ++i) text += (i == 0 ? " " : "; or ") + Mix(turn.changes[i]);
    if (turn.changes.empty()) text += " no number of people is enough";
    if (turn.undisclosed && turn.needed_of_them) {
      text += fmt::format("; or {} of the {} who do not say are sex workers", *turn.needed_of_them, *turn.undisclosed);
    }
    text += "\n";
  }
  if (verified.turns.empty()) text += "No criterion is decided by counts.\n";
  return text;
}

std::string TextOf(const app::VerifiedStudy& verified) {
  const auto& [definitions, assessments, on, turns] = verified;
  std::string text =
      fmt::format("Led by its community? As of {}. Private: for the organisation and the coordinators.\n\n", on.Text());
  std::vector<std::string> header{"organisation"};
  for (const auto& definition : definitions) header.push_back(definition.id.value);
  Table verdicts(header);
  for (std::size_t i = 0; i < assessments.size(); i += definitions.size()) {
    std::vector<std::string> row{assessments[i].organisation.value};
    for (std::size_t d = 0; d < definitions.size(); ++d) {
      row.emplace_back(model::Word(assessments[i + d].verdict));
    }
    verdicts.Add(std::move(row));
  }
  text += verdicts.Text(TerminalWidth());
  for (const auto& assessment : assessments) text.append("\n").append(DetailsOf(assessment));
  for (const auto& definition : definitions) {
    text += fmt::format("\n{} ({}): {}\n", definition.id.value, definition.version, definition.summary);
    if (definition.criteria.empty()) text += "  It gives no test by counts.\n";
    for (const auto& gap : definition.not_sourced) text += "  Not sourced: " + gap + "\n";
  }
  text +=
      "\nHeadroom: changes (a sex worker leaves, another joins) that can happen before the verdict turns.\nShortfall: "
      "the fewest changes (a sex worker joins, another leaves) that would make it meet.\n";
  return text;
}

}  // namespace

Run AddVerify(CLI::App& command) {
  auto study_path = AddStudyArgument(command);
  auto asked = std::make_shared<std::vector<std::string>>();
  auto organisation = std::make_shared<std::string>();
  command.add_option("--definition", *asked, "assess under this definition; repeatable")
      ->type_name("ID")
      ->allow_extra_args(false);
  command.add_option("--organisation", *organisation, "only this organisation")->type_name("ID");
  auto changes = std::make_shared<bool>(false);
  command.add_flag("--changes", *changes, "also every mix of the fewest people that would turn a criterion, both ways");
  auto counts = std::make_shared<std::vector<std::string>>();
  command
      .add_option("--counts", *counts,
                  "counts that are not saved, beside those that are, with the fields of leadership add; with --changes")
      ->type_name("'body=B as_of=DATE members=N sex_workers=N'")
      ->allow_extra_args(false);
  auto on_text = AddDateOption(command, "--on", "the day; the study's reference date if not given");
  return [=](Console& session) {
    const auto on_day = ReadDay(*on_text);
    if (!on_day) return session.Fail(on_day.error());
    std::vector<model::LeadershipRecord> unsaved;
    for (const std::string& text : *counts) {
      if (organisation->empty()) {
        return session.Fail(
            {core::ErrorCode::kInvalidInput, "say whose counts they are. Fix: --organisation ID", "--counts"});
      }
      auto record = ReadUnsavedCounts(text, model::OrganisationId(*organisation));
      if (!record) return session.Fail(record.error());
      unsaved.push_back(std::move(*record));
    }
    return WithStudy(session, *study_path, [&](const app::Workspace& workspace) {
      app::VerifyRequest request{{}, std::nullopt, *on_day, unsaved};
      for (const std::string& id : *asked) request.definitions.emplace_back(id);
      if (!organisation->empty()) request.organisation = model::OrganisationId(*organisation);
      const auto verified = app::VerifyStudy(workspace, request);
      if (!verified) return session.Fail(verified.error());
      const bool with_changes = *changes || !counts->empty();
      if (session.json) {
        const auto json = with_changes ? app::wire::WithChanges(*verified) : app::wire::ToJson(verified->assessments);
        session.Print(json.dump(2) + "\n");
      } else {
        session.Print(TextOf(*verified) + (with_changes ? ChangesOf(*verified) : ""));
      }
      return 0;
    });
  };
}

}  // namespace commonground::cli
