// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ranges>

#include "app/compare_study.h"
#include "cli/command.h"
#include "cli/study_argument.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

using model::CodeRow;
using model::Comparison;
using model::Grouping;

std::string ClassOf(const CodeRow& row) {
  std::string text;
  switch (row.prevalence) {
    case model::PrevalenceClass::kCommonGround:
      text = "common ground";
      break;
    case model::PrevalenceClass::kWidespread:
      text = "widespread";
      break;
    case model::PrevalenceClass::kRegional:
      text = "regional";
      break;
    case model::PrevalenceClass::kEmerging:
      text = "emerging";
      break;
    case model::PrevalenceClass::kAbsent:
      return "not sourced";
  }
  return row.so_far ? text + " so far" : text;
}

// Higher balanced prevalence first, then the codebook's order.
std::vector<const CodeRow*> Sorted(const Grouping& grouping, const model::Study& study, model::CodeKind kind,
                                   bool all) {
  std::vector<const CodeRow*> rows;
  for (const CodeRow& row : grouping.rows) {
    const bool of_kind = study.codebook[static_cast<std::size_t>(row.code)].kind == kind;
    if (of_kind && (all || row.overall.present > 0)) rows.push_back(&row);
  }
  const auto balance = [](const CodeRow& row) {
    return row.balanced_den == 0 ? 0.0 : static_cast<double>(row.balanced_num) / static_cast<double>(row.balanced_den);
  };
  std::ranges::stable_sort(rows, [&](const auto* a, const auto* b) { return balance(*a) > balance(*b); });
  return rows;
}

std::string TextOf(const app::ComparedStudy& compared, const Grouping& grouping, model::CodeKind kind, bool all) {
  std::vector<std::string> header{"code", "label"};
  for (const auto& group : grouping.groups) {
    if (group.cases > 0) header.push_back(group.label);
  }
  for (const char* column : {"all", "reach", "class", "holds without any case"}) header.emplace_back(column);
  Table table(header);
  for (const CodeRow* row : Sorted(grouping, compared.study, kind, all)) {
    const auto& code = compared.study.codebook[static_cast<std::size_t>(row->code)];
    std::vector<std::string> cells{code.id.value, code.label};
    for (std::size_t g = 0; g < grouping.groups.size(); ++g) {
      if (grouping.groups[g].cases > 0) {
        cells.push_back(fmt::format("{}/{}", row->by_group[g].present, row->by_group[g].of));
      }
    }
    cells.push_back(fmt::format("{}/{}", row->overall.present, row->overall.of));
    cells.push_back(std::to_string(row->reach));
    cells.push_back(ClassOf(*row));
    cells.push_back(fmt::format("{}/{}", row->by_case.holds, row->by_case.of));
    table.Add(std::move(cells));
  }
  std::string text = fmt::format("{} by {}: cases in which each is coded, of the cases with material\n\n",
                                 model::Word(kind), grouping.id);
  text += table.empty() ? "Nothing is coded yet.\n" : table.Text(TerminalWidth());
  std::string empty;
  for (const auto& group : grouping.groups) {
    if (group.cases == 0) empty += (empty.empty() ? "" : ", ") + group.label;
  }
  if (!empty.empty()) text += "\nNo case yet: " + empty + ".\n";
  text +=
      "A case without a coding is not sourced, never not done. Cases are chosen, not sampled: there are no p-values.\n";
  return text;
}

nlohmann::ordered_json JsonOf(const app::ComparedStudy& compared, const Grouping& grouping, model::CodeKind kind,
                              bool all, bool passages) {
  const Comparison& comparison = compared.comparison;
  nlohmann::ordered_json body = {{"by", grouping.id}, {"kind", model::Word(kind)}};
  body["groups"] = nlohmann::ordered_json::array();
  for (const auto& group : grouping.groups) {
    body["groups"].push_back({{"id", group.id}, {"label", group.label}, {"cases", group.cases}});
  }
  // Descendants count: the codes that stand behind each code.
  const auto& parent = compared.snapshot.parent;
  const auto within = [&](std::int32_t code, std::int32_t ancestor) {
    while (code >= 0 && code != ancestor) code = parent[static_cast<std::size_t>(code)];
    return code == ancestor;
  };
  body["rows"] = nlohmann::ordered_json::array();
  for (const CodeRow* row : Sorted(grouping, compared.study, kind, all)) {
    nlohmann::ordered_json one = {{"code", comparison.codes[static_cast<std::size_t>(row->code)].value}};
    one["by_group"] = nlohmann::ordered_json::array();
    for (const auto& share : row->by_group) one["by_group"].push_back({{"present", share.present}, {"of", share.of}});
    one["present"] = row->overall.present;
    one["of"] = row->overall.of;
    one["reach"] = row->reach;
    one["balanced"] = {{"num", row->balanced_num}, {"den", row->balanced_den}};
    one["class"] = ClassOf(*row);
    const auto robustness = [&](const model::Robustness& robust, auto name_of) {
      nlohmann::ordered_json names = nlohmann::ordered_json::array();
      for (const std::int32_t index : robust.changed_by) names.push_back(name_of(static_cast<std::size_t>(index)));
      return nlohmann::ordered_json{{"holds", robust.holds}, {"of", robust.of}, {"changed_by", std::move(names)}};
    };
    one["without_each_case"] = robustness(row->by_case, [&](std::size_t i) { return comparison.cases[i].value; });
    one["without_each_coder"] = robustness(row->by_coder, [&](std::size_t i) { return comparison.coders[i].value; });
    if (passages) {
      one["passages"] = nlohmann::ordered_json::array();
      for (const auto& coding : compared.snapshot.codings) {
        if (!within(coding.code, row->code)) continue;
        one["passages"].push_back(
            {{"case", comparison.cases[static_cast<std::size_t>(coding.case_index)].value},
             {"document", compared.study.documents[static_cast<std::size_t>(coding.document_index)].id.value},
             {"start", coding.start},
             {"end", coding.end},
             {"code", comparison.codes[static_cast<std::size_t>(coding.code)].value}});
      }
    }
    body["rows"].push_back(std::move(one));
  }
  return body;
}

struct Options {
  std::string by = "region";
  std::string kind = "practice";
  bool all = false;
  bool passages = false;
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
  auto on_text = AddDateOption(command, "--on", "the day of the contexts; the study's reference date if not given");
  return [=](Session& session) {
    const auto on_day = ReadDay(*on_text);
    if (!on_day) return session.Fail(on_day.error());
    const auto kind = model::FromWord<model::CodeKind>(options->kind);
    if (!kind) {
      return session.Fail({core::ErrorCode::kInvalidInput,
                           "\"" + options->kind + "\" is no kind of code. Known: " + model::AllWords<model::CodeKind>(),
                           "--kind"});
    }
    return WithStudy(session, *study_path, [&](const store::StudyStore& store) {
      const auto compared = app::CompareStudy(store, session.clock().Today(), *on_day, session.progress());
      if (!compared) return session.Fail(compared.error());
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
      session.Print(session.json ? JsonOf(*compared, *grouping, *kind, options->all, options->passages).dump(2) + "\n"
                                 : TextOf(*compared, *grouping, *kind, options->all));
      return 0;
    });
  };
}

}  // namespace commonground::cli
