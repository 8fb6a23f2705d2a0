// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Things that have a table, through the use cases of app; JSON as the command line writes it (app/wire/noun_json.h).

#include "server/routes/nouns.h"

#include <fmt/format.h>

#include <sstream>

#include "app/wire/noun_json.h"

namespace commonground::server {

using core::ErrorCode;

namespace {

// Column names are those of tables; a list of sources has the name of its column.
std::string NameInTable(const std::string& name) {
  return name == "sources" ? "source" : name;
}

NounJson Apart(Json json) {
  NounJson noun{json["id"].get<std::string>(), json["version"].get<std::string>(), {}};
  json.erase("id");
  json.erase("version");
  json.erase("history");
  noun.fields = std::move(json);
  return noun;
}

core::Result<NounJson> OneNoun(const app::Workspace& study, model::RecordType type, const std::string& id) {
  CG_ASSIGN_OR_RETURN(const auto details, app::ShowNoun(study, type, id));
  return Apart(app::wire::ToJson(details.thing));
}

}  // namespace

Json CriterionSchema() {
  const Json text{{"type", "string"}};
  return {{"type", "object"},
          {"properties",
           {{"body", text},
            {"share", text},
            {"comparison", {{"type", "string"}, {"enum", {">=", ">"}}}},
            {"when_empty", {{"type", "string"}, {"enum", {"not-applicable", "undetermined"}}}}}},
          {"required", {"body", "share", "comparison"}},
          {"additionalProperties", false}};
}

Json SchemaOfKind(model::RecordType type, const std::map<std::string, Json>& types) {
  const app::NounKind& kind = app::KindOf(type);
  Json properties = Json::object();
  if (!kind.id_field.empty()) {
    properties[kind.id_field] = {{"type", "string"}, {"description", "its id; it stays as it is"}};
  }
  for (const app::NounField& field : kind.fields) {
    Json schema{{"type", {"string", "null"}}};
    for (const auto& [name, said] : types) {
      if (name == field.name || NameInTable(name) == field.name) schema = said;
    }
    if (field.name == app::kPlaceField && kind.rules.is_ordered) {
      schema = {{"type", {"integer", "null"}}, {"minimum", 1}};
      schema["description"] = "among the others; what comes first is tried first, and null puts it at the end";
    }
    if (!field.words.empty() && schema["type"] == Json({"string", "null"})) {
      std::stringstream words(field.words);
      schema["enum"] = Json::array();
      for (std::string word; std::getline(words, word, ',');) {
        schema["enum"].push_back(word.substr(word.find_first_not_of(' ')));
      }
      if (!field.is_needed) schema["enum"].push_back(nullptr);
      if (field.is_needed) schema["type"] = "string";
    }
    if (field.is_needed) schema["description"] = "never blank";
    properties[field.name] = std::move(schema);
  }
  return {{"type", "object"}, {"properties", properties}, {"required", Json::array()}, {"additionalProperties", false}};
}

NounJson JsonOf(const app::NounShown& shown) {
  return Apart(app::wire::ToJson(shown));
}

std::vector<NounChangeView> ChangesOf(const app::NounDetails& details) {
  std::vector<NounChangeView> changes;
  for (const app::NounChange& one : details.history) {
    NounChangeView change{one.act, one.at.Text(), one.person, one.action, {}, one.is_erased};
    for (const auto& field : one.fields) change.fields.push_back({field.field, field.before, field.after});
    changes.push_back(std::move(change));
  }
  return changes;
}

core::Result<app::FieldValues> ValuesOf(const Json& fields) {
  return app::wire::FieldValuesFrom(fields);
}

core::Result<app::NounsShown> ListOfNouns(RouteContext& asked, model::RecordType type, const char* field,
                                          const std::optional<std::string>& about) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  app::NounQuery query;
  if (field != nullptr && about) query.filters.push_back({field, *about});
  return app::ListNouns(study, type, query);
}

core::Result<NounJson> AddedNoun(RouteContext& asked, model::RecordType type, const Json& fields) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const auto values, ValuesOf(fields));
  CG_ASSIGN_OR_RETURN(const app::EditResult done, app::AddNoun(study, type, values, app::Signing::kOwnName));
  CG_ASSIGN_OR_RETURN(NounJson noun, OneNoun(study, type, done.thing));
  asked.status = 201;
  asked.tag = noun.version;
  return noun;
}

core::Result<NounSet> ChangedNoun(RouteContext& asked, model::RecordType type, const std::string& id,
                                  const Json& fields) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const auto values, ValuesOf(fields));
  const auto done =
      app::SetNoun(study, type, app::ExpectedVersion<std::string>(id, asked.version), values, app::Signing::kOwnName);
  if (!done) {
    if (done.error().code == ErrorCode::kConflict) {
      if (auto now = OneNoun(study, type, id)) {
        asked.now = {{"id", now->id}, {"version", now->version}, {"fields", std::move(now->fields)}};
      }
    }
    return core::Fail(done.error());
  }
  CG_ASSIGN_OR_RETURN(NounJson noun, OneNoun(study, type, done->thing));
  asked.tag = noun.version;
  return NounSet{std::move(noun), done->kept};
}

core::Result<std::int64_t> RemovedNoun(RouteContext& asked, model::RecordType type, const std::string& id) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  const auto done = app::RemoveNoun(study, type, app::ExpectedVersion<std::string>(id, asked.version));
  if (!done) {
    if (done.error().code == ErrorCode::kConflict) {
      if (auto now = OneNoun(study, type, id)) {
        asked.now = {{"id", now->id}, {"version", now->version}, {"fields", std::move(now->fields)}};
      }
    }
    return core::Fail(done.error());
  }
  return done->act;
}

namespace {

template <typename Thing>
void AddKind(std::vector<Route>& routes) {
  routes.push_back(MakeRoute<ListNouns<Thing>>());
  routes.push_back(MakeRoute<ShowNoun<Thing>>());
  routes.push_back(MakeRoute<AddNoun<Thing>>());
  routes.push_back(MakeRoute<SetNoun<Thing>>());
  if constexpr (kNamesOf<Thing>.remove != nullptr) routes.push_back(MakeRoute<RemoveNoun<Thing>>());
}

}  // namespace

void AddNounRoutes(std::vector<Route>& routes) {
  AddKind<model::Organisation>(routes);
  AddKind<model::Statement>(routes);
  AddKind<model::LeadershipRecord>(routes);
  AddKind<model::ContextFact>(routes);
  AddKind<model::Consent>(routes);
  AddKind<model::Partner>(routes);
  AddKind<model::Partnership>(routes);
  AddKind<model::Finding>(routes);
  AddKind<model::Source>(routes);
  AddKind<model::Slot>(routes);
  AddKind<model::Region>(routes);
  AddKind<model::Indicator>(routes);
  AddKind<model::Outcome>(routes);
  AddKind<model::Answer>(routes);
  AddKind<model::Target>(routes);
  AddKind<model::Chapter>(routes);
  AddKind<model::Definition>(routes);
  AddKind<model::InventedCountry>(routes);
  AddKind<model::LegalModelRule>(routes);
  AddKind<model::Translation>(routes);
  AddKind<model::Set>(routes);
  AddKind<model::Edition>(routes);
}

}  // namespace commonground::server
