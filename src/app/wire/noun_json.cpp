// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One writer over the fields of every noun; a list that a finding holds as sentences stays a list.

#include "app/wire/noun_json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "app/nouns/criterion_json.h"
#include "coding/history/json_fields.h"

namespace commonground::app::wire {

namespace {

template <typename Value>
Json Said(const Value& value) {
  return coding::Said(value);
}
template <typename Value>
Json Said(const std::vector<Value>& list) {
  Json said = Json::array();
  for (const Value& one : list) said.push_back(coding::Said(one));
  return said;
}
Json Said(bool yes) {
  return yes;
}

// Tables have a column `source` that holds several; a definition has a file (nouns/definition_fields.h).
const char* NameIn(const char* name, bool is_of_table) {
  if (is_of_table) return std::string_view(name) == "sources" ? "source" : name;
  return std::string_view(name) == "version" ? "definition_version" : name;
}

class Writer {
 public:
  Writer(Json& json, const FieldValues& cells, bool is_of_table)
      : json_(json), cells_(cells), is_of_table_(is_of_table) {}
  void Key(const char*, const auto&) {}
  void OwnId(const char*, const auto&) {}
  void Subject(const char* name, const auto& value) { (*this)(name, value); }
  void Words(const char* name, const auto& value) { (*this)(name, value); }
  void Remark(const char* name, const auto& value) { (*this)(name, value); }
  void Body(const char* name, const auto& value) { (*this)(name, value); }
  void Words(const char* name, const std::vector<model::Criterion>& criteria) {
    Json& said = json_[name] = Json::array();
    for (const model::Criterion& one : criteria) said.push_back(CriterionToJson(one));
  }
  void Words(const char* name, const std::map<std::string, std::vector<std::string>>& lists) {
    json_[name] = lists.empty() ? Json::object() : Json(lists);
  }
  void operator()(const char* name, const auto& value) { json_[NameIn(name, is_of_table_)] = Said(value); }
  // "19", "all", "<50%": which way it is strict depends on its field.
  void operator()(const char* name, const std::optional<model::Bound>&) {
    const auto cell = std::ranges::find(cells_, name, &FieldValues::value_type::first);
    json_[name] = cell == cells_.end() ? Json() : Json(cell->second);
  }

 private:
  Json& json_;
  const FieldValues& cells_;
  bool is_of_table_;
};

Json DateOrNull(const std::optional<core::Date>& date) {
  return date ? Json(date->Text()) : Json();
}

Json LineToJson(const ConsentLine& line) {
  const bool is_there = line.state != ConsentState::kNeverGiven;
  const auto text = [](const std::string& said) { return said.empty() ? Json() : Json(said); };
  return {{"subject", line.subject},
          {"scope", model::Word(line.consent.scope)},
          {"state", WordOf(line.state)},
          {"basis", is_there ? Json(model::Word(line.consent.basis)) : Json()},
          {"given", DateOrNull(line.consent.given)},
          {"expires", DateOrNull(line.consent.expires)},
          {"withdrawn", DateOrNull(line.consent.withdrawn)},
          {"evidence", text(line.consent.evidence)},
          {"id", text(line.id)},
          {"version", text(line.version)}};
}

// Fields whose items have parts: their readers take JSON.
bool HasParts(const std::string& field, const Json& value) {
  const bool may_have = field == "criteria" || field == "when";
  return may_have && (value.is_object() || (value.is_array() && !value.empty() && value.front().is_object()));
}

// Lists of sentences: their readers take JSON too (nouns/texts_column.h).  Of any other list a semicolon parts the
// items.
bool HoldsSentences(const std::string& field) {
  return field == "reasons" || field == "graded_by" || field == "not_sourced";
}

core::Result<std::string> CellFrom(const std::string& field, const Json& value) {
  if (value.is_null()) return std::string();
  if (HasParts(field, value)) return value.empty() ? std::string() : value.dump();
  if (value.is_boolean()) return std::string(value.get<bool>() ? "yes" : "no");
  if (value.is_number_integer()) return value.dump();
  if (value.is_string()) return value.get<std::string>();
  bool is_list = value.is_array();
  bool is_plain = true;
  std::vector<std::string> items;
  for (const Json& one : value) {
    is_list = is_list && one.is_string();
    if (is_list) items.push_back(one.get<std::string>());
    is_plain = is_plain && is_list && items.back().find_first_of(";\n") == std::string::npos;
  }
  if (is_list && is_plain) return fmt::format("{}", fmt::join(items, "; "));
  if (is_list && HoldsSentences(field)) return value.dump();
  core::Error error{core::ErrorCode::kInvalidInput, "is no text, number, yes or no, or list of texts", field};
  if (is_list) {
    error.message =
        "an item holds a semicolon or a line end, which part the items of this list. Nothing was changed. Fix: write "
        "a comma or a full stop";
  }
  error.about.field = field;
  return core::Fail(std::move(error));
}

}  // namespace

Json ToJson(const NounShown& thing) {
  Json json{{"id", thing.id}, {"version", thing.version}};
  Writer writer(json, thing.cells, !std::holds_alternative<model::Definition>(thing.value));
  std::visit([&](const auto& value) { Fields(writer, value); }, thing.value);
  if (thing.place > 0) json[std::string(kPlaceField)] = thing.place;
  return json;
}

Json ToJson(const NounDetails& details) {
  Json json = ToJson(details.thing);
  Json history = Json::array();
  for (const NounChange& one : details.history) {
    Json fields = Json::array();
    for (const auto& field : one.fields) {
      fields.push_back({{"field", field.field}, {"before", field.before}, {"after", field.after}});
    }
    history.push_back({{"change", one.act},
                       {"at", one.at.Text()},
                       {"person", one.person.value},
                       {"action", model::Word(one.action)},
                       {"fields", std::move(fields)},
                       {"erased", one.is_erased}});
  }
  json["history"] = std::move(history);
  return json;
}

Json ToJson(const NounKind& kind, const NounsShown& shown) {
  Json all = Json::array();
  for (const NounShown& one : shown.things) all.push_back(ToJson(one));
  std::string name = kind.plural;
  std::ranges::replace(name, ' ', '_');
  Json json{{name, std::move(all)}, {"shown", shown.things.size()}, {"of", shown.seen}, {"withheld", shown.withheld}};
  if (kind.type == model::RecordType::kDefinition) json["built_in"] = shown.built_in;
  return json;
}

Json NounEditToJson(const EditResult& result) {
  Json json{{"change", result.act}, {"id", result.thing}};
  json["version"] = result.version.empty() ? Json() : Json(result.version);
  json["kept"] = result.kept;
  return json;
}

Json ToJson(const std::string& subject, const ConsentsShown& shown) {
  Json all = Json::array();
  for (const ConsentLine& line : shown.lines) all.push_back(LineToJson(line));
  return {{"subject", subject}, {"name", shown.name}, {"consents", std::move(all)}};
}

Json ToJson(const ConsentEdit& edit) {
  Json all = Json::array();
  for (const ConsentLine& line : edit.lines) all.push_back(LineToJson(line));
  return {{"change", edit.result.act}, {"consents", std::move(all)}};
}

core::Result<FieldValues> FieldValuesFrom(const Json& json) {
  if (!json.is_object()) return core::Fail(core::ErrorCode::kInvalidInput, "is no object of fields");
  FieldValues values;
  for (const auto& [field, value] : json.items()) {
    CG_ASSIGN_OR_RETURN(std::string cell, CellFrom(field, value));
    values.emplace_back(field, std::move(cell));
  }
  return values;
}

}  // namespace commonground::app::wire
