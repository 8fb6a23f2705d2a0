// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes what coding together makes, one function a list.

#include "app/wire/coding_json.h"

#include "coding/history/three_way_merge.h"

namespace commonground::app::wire {

Json ToJson(const EditResult& result) {
  Json json{{"change", result.act}};
  if (!result.code.empty()) json["code"] = result.code.value;
  json["codings"] = result.codings;
  json["moved"] = result.moved;
  if (!result.version.empty()) json["version"] = result.version;
  json["kept"] = result.kept;
  return json;
}

Json ToJson(const std::vector<CodeLine>& tree) {
  Json codes = Json::array();
  for (const auto& line : tree) {
    codes.push_back({{"code", line.code.id.value},
                     {"parent", line.code.parent ? Json(line.code.parent->value) : nullptr},
                     {"kind", model::Word(line.code.kind)},
                     {"label", line.code.label},
                     {"definition", line.code.definition},
                     {"include", line.code.include},
                     {"exclude", line.code.exclude},
                     {"colour", line.colour},
                     {"version", coding::VersionOf(line.code)},
                     {"retired", line.code.retired},
                     {"codings", line.own},
                     {"codings_with_below", line.with_below},
                     {"memos", line.memos}});
  }
  return {{"codes", codes}};
}

Json ToJson(const std::vector<CodingLine>& lines) {
  Json codings = Json::array();
  for (const auto& line : lines) {
    codings.push_back({{"coding", line.name},
                       {"id", line.coding.id.value},
                       {"document", line.coding.document.value},
                       {"start", line.coding.range.start},
                       {"end", line.coding.range.end},
                       {"exact", line.coding.exact},
                       {"hint", line.coding.hint},
                       {"code", line.coding.code.value},
                       {"coder", line.coding.coder.value},
                       {"status", model::Word(line.coding.status)},
                       {"memo", line.coding.memo},
                       {"version", coding::VersionOf(line.coding)}});
  }
  return {{"codings", codings}};
}

Json ToJson(const std::vector<model::Memo>& memos) {
  Json all = Json::array();
  for (const auto& memo : memos) {
    all.push_back({{"memo", memo.id.value},
                   {"kind", model::Word(memo.kind)},
                   {"about", model::Word(memo.about)},
                   {"subject", memo.subject},
                   {"coder", memo.coder.value},
                   {"at", memo.at ? memo.at->Text() : ""},
                   {"version", coding::VersionOf(memo)},
                   {"text", memo.text}});
  }
  return {{"memos", all}};
}

Json ToJson(const std::vector<AssignmentLine>& lines) {
  Json all = Json::array();
  for (const auto& line : lines) {
    const auto& one = line.assignment;
    all.push_back({{"document", one.document.value},
                   {"coder", one.coder.value},
                   {"state", model::Word(one.state)},
                   {"given", one.given ? one.given->Text() : ""},
                   {"submitted", one.submitted ? one.submitted->Text() : ""},
                   {"codings", line.codings < 0 ? Json() : Json(line.codings)}});
  }
  return {{"assignments", all}};
}

Json ToJson(const model::HistoryEntry& entry) {
  return {{"change", entry.number},       {"at", entry.at.Text()},
          {"person", entry.person.value}, {"action", model::Word(entry.action)},
          {"undoes", entry.undoes},       {"items", entry.things}};
}

Json ToJson(const std::vector<model::HistoryEntry>& entries) {
  Json all = Json::array();
  for (const auto& one : entries) all.push_back(ToJson(one));
  return {{"changes", all}};
}

}  // namespace commonground::app::wire
