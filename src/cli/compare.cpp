// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command compare: common ground by group, robustness, gap maps.

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "app/compare_study.h"
#include "app/wire/compare_json.h"
#include "cli/command.h"
#include "cli/study_argument.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

using model::CodeRow;
using model::Grouping;

template <typename Id>
std::string Listed(const std::vector<Id>& ids) {
  std::string text;
  for (const Id& id : ids) text += (text.empty() ? "" : ", ") + id.value;
  return text;
}

std::string TextOf(const app::ComparedStudy& compared, const Grouping& grouping, model::CodeKind kind, bool all) {
  std::vector<std::string> header{"code", "label"};
  for (const auto& group : grouping.groups) {
    if (group.cases > 0) header.push_back(group.label);
  }
  for (const char* column : {"all", "reach", "class", "holds without any case"}) header.emplace_back(column);
  Table table(header);
  for (const CodeRow* row : app::RowsOf(grouping, compared.study, kind, all)) {
    const auto& code = compared.study.codebook[static_cast<std::size_t>(row->code)];
    std::vector<std::string> cells{code.id.value, code.label};
    for (std::size_t g = 0; g < grouping.groups.size(); ++g) {
      if (grouping.groups[g].cases > 0) {
        cells.push_back(fmt::format("{}/{}", row->by_group[g].present, row->by_group[g].of));
      }
    }
    cells.push_back(fmt::format("{}/{}", row->overall.present, row->overall.of));
    cells.push_back(std::to_string(row->reach));
    cells.push_back(app::ClassOf(*row));
    cells.push_back(fmt::format("{}/{}", row->by_case.holds, row->by_case.of));
    table.Add(std::move(cells));
  }
  const app::Sizes sizes = app::SizesOf(compared.comparison);
  std::string text =
      fmt::format("{} by {}: cases in which each is coded, of the {} that may be analysed\n{} passages, {} codings\n\n",
                  model::Word(kind), grouping.id, compared.comparison.cases.size(), sizes.passages, sizes.codings);
  text += table.empty() ? "Nothing is coded yet.\n" : table.Text(TerminalWidth());
  std::string empty;
  for (const auto& group : grouping.groups) {
    if (group.cases == 0) empty += (empty.empty() ? "" : ", ") + group.label;
  }
  if (!empty.empty()) text += "\nNo case yet: " + empty + ".\n";
  if (!compared.under_embargo.empty()) {
    text += fmt::format("Under embargo, counted here and in no report: {}.\n", Listed(compared.under_embargo));
  }
  if (!compared.not_yet_coded.empty()) {
    text += fmt::format("Not yet coded, so nothing is known of them here: {}.\n", Listed(compared.not_yet_coded));
  }
  if (!compared.still_coded.empty()) {
    text += fmt::format("Not counted, because somebody still codes them: {}.\n", Listed(compared.still_coded));
  }
  text +=
      "A case without a coding is not sourced, never not done. Case studies are purposively selected, not drawn at "
      "random: there are no p-values.\n";
  return text;
}

std::string SamePassagesText(const app::ComparedStudy& compared) {
  Table table({"code", "label", "with", "label", "passages", "cases"});
  for (const auto& pair : app::SamePassagesOf(compared)) {
    const auto& one = compared.study.codebook[static_cast<std::size_t>(pair.one)];
    const auto& other = compared.study.codebook[static_cast<std::size_t>(pair.other)];
    table.Add({one.id.value, one.label, other.id.value, other.label, std::to_string(pair.passages.size()),
               std::to_string(pair.cases)});
  }
  return fmt::format("Codes on the very same passage, in the {} cases that may be analysed\n\n{}",
                     compared.comparison.cases.size(),
                     table.empty() ? "No passage has two codes.\n" : table.Text(TerminalWidth()));
}

struct Options {
  std::string by = "region";
  std::string kind = "practice";
  bool all = false;
  bool passages = false;
  bool same_passage = false;
};

}  // namespace

Run AddCompare(CLI::App& command) {
  auto study_path = AddStudyArgument(command);
  auto options = std::make_shared<Options>();
  command.add_option("--by", options->by, "region, legal_model, or an indicator such as law_selling")
      ->capture_default_str();
  command.add_option("--kind", options->kind, "the kind of code: " + model::AllWords<model::CodeKind>())
      ->capture_default_str();
  command.add_flag("--all", options->all, "also codes that no case has");
  command.add_flag("--passages", options->passages, "with --json: the passages behind every row");
  command.add_flag("--same-passage", options->same_passage, "instead: codes that stand on the very same passage");
  auto on_text = AddDateOption(command, "--on", "the day of the contexts; the study's reference date if not given");
  return [=](Console& session) {
    const auto on_day = ReadDay(*on_text);
    if (!on_day) return session.Fail(on_day.error());
    const auto kind = model::FromWord<model::CodeKind>(options->kind);
    if (!kind) {
      return session.Fail(
          {core::ErrorCode::kInvalidInput,
           "\"" + options->kind + "\" is not a kind of code. Fix: use one of: " + model::AllWords<model::CodeKind>(),
           "--kind"});
    }
    return WithStudy(session, *study_path, [&](const app::Workspace& workspace) {
      const auto compared = app::CompareStudy(workspace, *on_day, session.progress());
      if (!compared) return session.Fail(compared.error());
      if (options->same_passage) {
        session.Print(session.json ? app::wire::SamePassagesJson(*compared).dump(2) + "\n"
                                   : SamePassagesText(*compared));
        return 0;
      }
      const auto& groupings = compared->comparison.groupings;
      const auto grouping = std::ranges::find(groupings, options->by, &Grouping::id);
      if (grouping == groupings.end()) {
        const std::string known = fmt::format(
            "{}",
            fmt::join(groupings | std::views::transform([](const auto& one) -> std::string_view { return one.id; }),
                      ", "));
        return session.Fail({core::ErrorCode::kInvalidInput,
                             "cases cannot be grouped by \"" + options->by + "\". Known: " + known, "--by"});
      }
      session.Print(session.json
                        ? app::wire::ToJson(*compared, *grouping, {*kind, options->all, options->passages}).dump(2) +
                              "\n"
                        : TextOf(*compared, *grouping, *kind, options->all));
      return 0;
    });
  };
}

}  // namespace commonground::cli
