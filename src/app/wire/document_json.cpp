// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes one text as a whole.

#include "app/wire/document_json.h"

#include "app/wire/coding_json.h"
#include "coding/history/three_way_merge.h"

namespace commonground::app::wire {

namespace {

Json PartsOf(const std::vector<model::Part>& parts) {
  Json all = Json::array();
  for (const model::Part& one : parts) {
    all.push_back({{"kind", model::Word(one.kind)},
                   {"level", one.level},
                   {"start", one.range.start},
                   {"end", one.range.end},
                   {"page", one.page},
                   {"confidence", one.confidence ? Json(*one.confidence) : Json()}});
  }
  return all;
}

Json CodingsOf(const std::vector<model::Coding>& codings) {
  Json all = Json::array();
  for (const model::Coding& one : codings) {
    all.push_back({{"id", one.id.value},
                   {"start", one.range.start},
                   {"end", one.range.end},
                   {"exact", one.exact},
                   {"code", one.code.value},
                   {"coder", one.coder.value},
                   {"status", model::Word(one.status)},
                   {"memo", one.memo},
                   {"version", coding::VersionOf(one)}});
  }
  return all;
}

Json DecidedOf(const std::vector<model::Adjudication>& decided) {
  Json all = Json::array();
  for (const model::Adjudication& one : decided) {
    all.push_back({{"code", one.code.value},
                   {"start", one.range.start},
                   {"end", one.range.end},
                   {"stands", one.result.has_value()},
                   {"why", one.why},
                   {"decided_by", one.decided_by.value},
                   {"at", one.at ? one.at->Text() : ""}});
  }
  return all;
}

}  // namespace

Json ToJson(const OpenedDocument& opened) {
  const model::Document& one = opened.listed.document;
  Json json{
      {"document", one.id.value}, {"organisation", one.organisation.value}, {"title", one.title},
      {"language", one.language}, {"kind", model::Word(one.kind)},          {"date", one.date ? one.date->Text() : ""},
      {"version", one.version},   {"is_blind", opened.listed.is_blind}};
  json["sources"] = Json::array();
  for (const auto& source : one.sources) json["sources"].push_back(source.value);
  json["assignment"] = opened.listed.own_assignment ? Json(model::Word(*opened.listed.own_assignment)) : Json();
  json["versions"] = opened.versions;
  json["has_page_pictures"] = opened.has_page_pictures;
  json["text"] = one.text;
  json["parts"] = PartsOf(one.parts);
  json["codings"] = CodingsOf(opened.codings);
  json["decided"] = DecidedOf(opened.decided);
  json["memos"] = ToJson(opened.memos)["memos"];
  return json;
}

Json ToJson(const TextList& list) {
  Json texts = Json::array();
  for (const ListedText& one : list.texts) {
    Json coders = Json::array();
    for (const TextCoder& coder : one.coders) {
      coders.push_back({{"coder", coder.coder.value},
                        {"assignment", coder.assignment ? Json(model::Word(*coder.assignment)) : Json()},
                        {"codings", coder.codings ? Json(*coder.codings) : Json()}});
    }
    texts.push_back({{"document", one.document.value},
                     {"organisation", one.organisation.value},
                     {"title", one.title},
                     {"language", one.language},
                     {"version", one.version},
                     {"from", one.from ? Json(model::Word(*one.from)) : Json()},
                     {"pages", one.pages},
                     {"confidence", one.confidence ? Json(*one.confidence) : Json()},
                     {"least_sure", one.least_sure ? Json(*one.least_sure) : Json()},
                     {"region", one.region ? Json(one.region->value) : Json()},
                     {"country", one.country ? Json(one.country->value) : Json()},
                     {"state", one.state ? Json(model::Word(*one.state)) : Json()},
                     {"to_decide", one.to_decide},
                     {"coders", std::move(coders)}});
  }
  return {{"locked", list.locked}, {"texts", std::move(texts)}};
}

Json ToJson(const model::OldVersion& older) {
  return {{"document", older.document.value}, {"version", older.version}, {"text", older.text}};
}

Json ToJson(const ComparedVersions& compared) {
  const auto parts_of = [](const std::vector<coding::ComparedPart>& parts) {
    Json all = Json::array();
    for (const auto& one : parts) all.push_back({{"words", one.words}, {"only_here", one.only_here}});
    return all;
  };
  const auto paragraph_of = [](int number) { return number > 0 ? Json(number) : Json(); };
  Json rows = Json::array();
  for (const auto& row : compared.rows) {
    rows.push_back({{"what", coding::NameOf(row.what)},
                    {"was_paragraph", paragraph_of(row.was_paragraph)},
                    {"is_paragraph", paragraph_of(row.is_paragraph)},
                    {"was", parts_of(row.was)},
                    {"is", parts_of(row.is)}});
  }
  return {{"document", compared.document.id.value},
          {"from", compared.from},
          {"to", compared.to},
          {"versions", compared.versions},
          {"same", compared.same},
          {"changed", compared.changed},
          {"gone", compared.gone},
          {"new", compared.added},
          {"rows", rows}};
}

}  // namespace commonground::app::wire
