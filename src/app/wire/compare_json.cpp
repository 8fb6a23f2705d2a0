// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes each row with its groups, its robustness and, if asked for, its passages.

#include "app/wire/compare_json.h"

#include <map>
#include <set>
#include <tuple>

namespace commonground::app::wire {

namespace {

using model::CodeRow;
using model::Comparison;
using model::Grouping;

template <typename Id>
Json Ids(const std::vector<Id>& ids) {
  Json list = Json::array();
  for (const Id& id : ids) list.push_back(id.value);
  return list;
}

}  // namespace

Json ToJson(const ComparedStudy& compared, const Grouping& grouping, const CompareRows& which) {
  const Comparison& comparison = compared.comparison;
  Json body = {{"by", grouping.id}, {"kind", model::Word(which.kind)}};
  const Sizes sizes = SizesOf(comparison);
  body["cases"] = comparison.cases.size();
  body["passages"] = sizes.passages;
  body["codings"] = sizes.codings;
  body["under_embargo"] = Ids(compared.under_embargo);
  body["not_yet_coded"] = Ids(compared.not_yet_coded);
  body["still_coded"] = Ids(compared.still_coded);
  body["groups"] = Json::array();
  for (const auto& group : grouping.groups) {
    body["groups"].push_back({{"id", group.id}, {"label", group.label}, {"cases", group.cases}});
  }
  // Descendants count: the codes that stand behind each code.
  const auto& parent = compared.snapshot.parent;
  const auto within = [&](std::int32_t code, std::int32_t ancestor) {
    while (code >= 0 && code != ancestor) code = parent[static_cast<std::size_t>(code)];
    return code == ancestor;
  };
  body["rows"] = Json::array();
  for (const CodeRow* row : RowsOf(grouping, compared.study, which.kind, which.all)) {
    Json one = {{"code", comparison.codes[static_cast<std::size_t>(row->code)].value}};
    one["by_group"] = Json::array();
    for (const auto& share : row->by_group) one["by_group"].push_back({{"present", share.present}, {"of", share.of}});
    one["present"] = row->overall.present;
    one["of"] = row->overall.of;
    one["reach"] = row->reach;
    one["balanced"] = {{"num", row->balanced_num}, {"den", row->balanced_den}};
    one["class"] = ClassOf(*row);
    const auto robustness = [&](const model::Robustness& robust, auto name_of) {
      Json names = Json::array();
      for (const std::int32_t index : robust.changed_by) names.push_back(name_of(static_cast<std::size_t>(index)));
      return Json{{"holds", robust.holds}, {"of", robust.of}, {"changed_by", std::move(names)}};
    };
    one["without_each_case"] = robustness(row->by_case, [&](std::size_t i) { return comparison.cases[i].value; });
    one["without_each_coder"] = robustness(row->by_coder, [&](std::size_t i) { return comparison.coders[i].value; });
    if (which.passages) {
      // Several codings of one place are one passage.
      std::map<std::tuple<std::int32_t, std::int32_t, std::int32_t>, std::pair<std::int32_t, std::set<std::int32_t>>>
          places;
      for (const auto& coding : compared.snapshot.codings) {
        if (!within(coding.code, row->code)) continue;
        auto& [of, codes] = places[{coding.document_index, coding.start, coding.end}];
        of = coding.case_index;
        codes.insert(coding.code);
      }
      one["passages"] = Json::array();
      for (const auto& [place, found] : places) {
        const auto& [document, start, end] = place;
        Json codes = Json::array();
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

Json SamePassagesJson(const ComparedStudy& compared) {
  const auto code = [&](std::int32_t index) { return compared.snapshot.codes[static_cast<std::size_t>(index)].value; };
  Json pairs = Json::array();
  for (const auto& pair : SamePassagesOf(compared)) {
    Json passages = Json::array();
    for (const auto& place : pair.passages) {
      passages.push_back({{"document", compared.study.documents[static_cast<std::size_t>(place.document)].id.value},
                          {"start", place.start},
                          {"end", place.end}});
    }
    pairs.push_back(
        {{"one", code(pair.one)}, {"other", code(pair.other)}, {"cases", pair.cases}, {"passages", passages}});
  }
  return {{"cases", compared.snapshot.cases.size()},
          {"codings", compared.snapshot.codings.size()},
          {"pairs", std::move(pairs)}};
}

}  // namespace commonground::app::wire
