// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command compare: common ground by group, robustness, gap maps.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <ranges>
#include <set>
#include <tuple>

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
    case model::PrevalenceClass::kInMostRegions:
      text = "in most regions";
      break;
    case model::PrevalenceClass::kRegional:
      text = "regional";
      break;
    case model::PrevalenceClass::kInFewRegions:
      text = "in few regions";
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

template <typename Id>
std::string Listed(const std::vector<Id>& ids) {
  std::string text;
  for (const Id& id : ids) text += (text.empty() ? "" : ", ") + id.value;
  return text;
}

template <typename Id>
nlohmann::ordered_json JsonOfIds(const std::vector<Id>& ids) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Id& id : ids) list.push_back(id.value);
  return list;
}

struct Sizes {
  std::int64_t passages = 0;
  std::int64_t codings = 0;
};

Sizes SizesOf(const Comparison& comparison) {
  Sizes sizes;
  for (const auto& material : comparison.material) {
    sizes.passages += material.passages;
    sizes.codings += material.codings;
  }
  return sizes;
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
  const Sizes sizes = SizesOf(compared.comparison);
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

nlohmann::ordered_json JsonOf(const app::ComparedStudy& compared, const Grouping& grouping, model::CodeKind kind,
                              bool all, bool passages) {
  const Comparison& comparison = compared.comparison;
  nlohmann::ordered_json body = {{"by", grouping.id}, {"kind", model::Word(kind)}};
  const Sizes sizes = SizesOf(comparison);
  body["cases"] = comparison.cases.size();
  body["passages"] = sizes.passages;
  body["codings"] = sizes.codings;
  body["under_embargo"] = JsonOfIds(compared.under_embargo);
  body["not_yet_coded"] = JsonOfIds(compared.not_yet_coded);
  body["still_coded"] = JsonOfIds(compared.still_coded);
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
      // Several codings of one place are one passage.
      std::map<std::tuple<std::int32_t, std::int32_t, std::int32_t>, std::pair<std::int32_t, std::set<std::int32_t>>>
          places;
      for (const auto& coding : compared.snapshot.codings) {
        if (!within(coding.code, row->code)) continue;
        auto& [of, codes] = places[{coding.document_index, coding.start, coding.end}];
        of = coding.case_index;
        codes.insert(coding.code);
      }
      one["passages"] = nlohmann::ordered_json::array();
      for (const auto& [place, found] : places) {
        const auto& [document, start, end] = place;
        nlohmann::ordered_json codes = nlohmann::ordered_json::array();
        for (const std::int32_t code : found.second)
          codes.push_back(comparison.codes[static_cast<std::size_t>(code)].value);
        one["passages"].push_back({{"case", comparison.cases[static_cast<std::size_t>(found.first)].value},
                                   {"document", compared.study.documents[static_cast<std::size_t>(document)].id.value},
                                   {"start", start},
                                   {"end", end},
                                   {"codes", std::move(codes)}});
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
