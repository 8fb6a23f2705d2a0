// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes the table of routes as an OpenAPI document and as TypeScript.

#include "server/openapi.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "server/route.h"

namespace commonground::server {

namespace {

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

std::string Capital(std::string name) {
  name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  return name;
}

// Whatever a request can be refused for, by the name that routes refer to it by.
struct Refusal {
  const char* name;
  const char* status;
  const char* when;
};
constexpr Refusal kUnreadable{"Unreadable", "400", "the request cannot be read"};
constexpr Refusal kSignedOut{"SignedOut", "401", "no session, or it was refused"};
constexpr Refusal kForbidden{"Forbidden", "403",
                             "not by this role, without the token, or without the passphrase lately"};
constexpr Refusal kNotThere{"NotThere", "404", "not there, or not to be seen: both look the same"};
constexpr Refusal kTaken{"Taken", "412",
                         "something else is there already; with If-Match: what is here changed, `now` is what it is"};
constexpr Refusal kChanged{"Changed", "412",
                           "somebody else changed it since: `now` is what is there, `yours` what you sent"};
constexpr Refusal kTooLarge{"TooLarge", "413", "the body is larger than it may be"};
constexpr Refusal kNoRoom{"NoRoom", "507", "there is no room for it"};
constexpr Refusal kNeedsVersion{"NeedsVersion", "428", "If-Match is missing"};
constexpr Refusal kInvalid{"Invalid", "422", "a field cannot be taken; `errors` says which"};
constexpr Refusal kBusy{"Busy", "503", "busy; try again after Retry-After"};
constexpr std::array kRefusals{kUnreadable,   kSignedOut, kForbidden, kNotThere, kTaken, kChanged,
                               kNeedsVersion, kInvalid,   kBusy,      kTooLarge, kNoRoom};

Json Refusals() {
  Json all = Json::object();
  for (const Refusal& one : kRefusals) {
    all[one.name] = {
        {"description", one.when},
        {"content", {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
  }
  return all;
}

// What everybody can meet, and what this route's rules add.
Json Responses(const Route& route) {
  const Rules& rules = route.rules;
  const Json output = route.output();
  const bool gives_nothing = output["properties"].empty() && !rules.gives_file;
  Json responses = Json::object();
  const auto give = [&](const std::string& status, const char* what) {
    responses[status] = {{"description", what}};
    if (gives_nothing) return;
    for (const char* type : rules.file_types) {
      if (type != nullptr) responses[status]["content"][type] = {{"schema", output}};
    }
    if (responses[status].contains("content")) return;
    responses[status]["content"] = {{rules.gives_file ? "application/octet-stream"
                                     : rules.streams  ? "text/event-stream"
                                                      : "application/json",
                                     {{"schema", output}}}};
  };
  if (rules.made != 0) give(std::to_string(rules.made), rules.made == 201 ? "made" : "begun: ask for the job");
  if (rules.made == 0 || rules.method == Method::kPut) {
    give(gives_nothing ? "204" : "200", gives_nothing ? "done" : "done, or there");
  }
  const auto refuse = [&](const Refusal& refusal) {
    responses[refusal.status] = {{"$ref", std::string("#/components/responses/") + refusal.name}};
  };
  refuse(kUnreadable);
  if (rules.who != Who::kAnybody || rules.hashes) refuse(kSignedOut);
  if (rules.who != Who::kAnybody) refuse(kForbidden);
  refuse(kNotThere);
  if (rules.method != Method::kGet && !rules.needs_version) refuse(kTaken);
  if (rules.needs_version) {
    refuse(kChanged);
    refuse(kNeedsVersion);
  }
  if (rules.takes_file) {
    refuse(kTooLarge);
    refuse(kNoRoom);
  }
  refuse(kInvalid);
  refuse(kBusy);
  return responses;
}

// What is added to a list, or done where something says what would be done (as_seen.h).
bool NamesItsList(const Route& route) {
  const Rules& rules = route.rules;
  if (rules.method == Method::kGet || rules.needs_version || rules.only_asks || rules.who != Who::kSignedIn)
    return false;
  return std::ranges::any_of(Routes(), [&](const Route& other) {
    return other.rules.method == Method::kGet && other.rules.path == std::string_view(rules.path) &&
           !other.rules.streams && !other.rules.gives_file;
  });
}

Json Operation(const Route& route) {
  const Rules& rules = route.rules;
  Json operation{{"operationId", rules.name}, {"summary", rules.summary}};
  Json parameters = Json::array();
  for (const AddressField& field : route.address()) {
    parameters.push_back({{"name", field.name},
                          {"in", field.in},
                          {"description", field.purpose},
                          {"required", field.in == "path"},
                          {"schema", field.schema}});
  }
  if (rules.needs_version) {
    parameters.push_back({{"name", "If-Match"},
                          {"in", "header"},
                          {"description", "the version that you saw, in quotes"},
                          {"required", true},
                          {"schema", {{"type", "string"}}}});
  }
  if (NamesItsList(route)) {
    parameters.push_back({{"name", "If-Match"},
                          {"in", "header"},
                          {"description", "the ETag that GET gives here, in quotes: done only if all is still so"},
                          {"required", false},
                          {"schema", {{"type", "string"}}}});
  }
  if (!parameters.empty()) operation["parameters"] = parameters;
  const Json body = route.body();
  if (!body.is_null()) {
    operation["requestBody"] = {{"required", !body["required"].empty()},
                                {"content", {{"application/json", {{"schema", body}}}}}};
  }
  if (rules.takes_file) {
    operation["requestBody"] = {
        {"required", true},
        {"content", {{"application/octet-stream", {{"schema", {{"type", "string"}, {"format", "binary"}}}}}}}};
  }
  operation["responses"] = Responses(route);
  if (rules.who == Who::kAnybody) {
    operation["security"] = Json::array();
  } else if (rules.method != Method::kGet) {
    operation["security"] = Json::array({Json{{"session", Json::array()}, {"csrf", Json::array()}}});
  }
  if (rules.use_case != app::UseCase::kCount || rules.coordinators_only) {
    Json roles = Json::array();
    for (int role = 0; role < app::kRoles; ++role) {
      const bool is_let_in =
          rules.coordinators_only
              ? static_cast<app::Role>(role) == app::Role::kCoordinator
              : app::Permissions()[static_cast<std::size_t>(rules.use_case)].Allows(static_cast<app::Role>(role));
      if (is_let_in) roles.push_back(std::string(app::RoleName(static_cast<app::Role>(role))));
    }
    operation["x-roles"] = roles;
  }
  return operation;
}

// A JSON schema as a TypeScript type.
std::string TypeOf(const Json& schema, const std::string& indent) {
  if (schema.contains("enum")) {
    std::string words;
    for (const Json& word : schema["enum"]) {
      words += (words.empty() ? "" : " | ") + (word.is_null() ? "null" : "'" + word.get<std::string>() + "'");
    }
    return words;
  }
  if (schema["type"].is_array()) {  // one of several, null among them
    std::string types;
    for (const Json& one : schema["type"]) {
      Json alone = schema;
      alone["type"] = one;
      types += (types.empty() ? "" : " | ") + (one == "null" ? "null" : TypeOf(alone, indent));
    }
    return types;
  }
  const std::string type = schema["type"];
  if (type == "integer" || type == "number") return "number";
  if (type == "array") {
    const std::string item = TypeOf(schema["items"], indent);
    return (item.find(' ') != std::string::npos && item.front() != '{' ? "(" + item + ")" : item) + "[]";
  }
  if (type != "object") return type;
  if (!schema.contains("properties")) {  // names that are not known beforehand
    return fmt::format("Record<string, {}>", TypeOf(schema["additionalProperties"], indent));
  }
  std::string text = "{\n";
  for (const auto& [name, field] : schema["properties"].items()) {
    const bool is_needed = std::ranges::find(schema["required"], Json(name)) != schema["required"].end();
    text += fmt::format("{}  {}{}: {};\n", indent, name, is_needed ? "" : "?", TypeOf(field, indent + "  "));
  }
  return text + indent + "}";
}

}  // namespace

Json OpenApi() {
  Json paths = Json::object();
  for (const Route& route : Routes()) {
    paths["/api/v1" + std::string(route.rules.path)][Lower(NameOf(route.rules.method))] = Operation(route);
  }
  const Json problem{
      {"type", "object"},
      {"properties",
       {{"type", {{"type", "string"}, {"description", "urn:commonground:NAME"}}},
        {"title", {{"type", "string"}}},
        {"status", {{"type", "integer"}}},
        {"detail", {{"type", "string"}, {"description", "what happened, what was kept, what to do"}}},
        {"errors",
         {{"type", "array"},
          {"items",
           {{"type", "object"},
            {"properties", {{"field", {{"type", "string"}}}, {"message", {{"type", "string"}}}}},
            {"required", {"field", "message"}}}}}},
        {"about", {{"type", "object"}, {"description", "kind, id and field of what is wrong"}}},
        {"hint", {{"type", "object"}, {"description", "what would mend it: a use case (action) and its arguments"}}},
        {"now", {{"description", "with 412: what is there now"}}},
        {"yours", {{"description", "with 412: what was sent"}}}}},
      {"required", {"type", "title", "status", "detail"}}};
  return Json{{"openapi", "3.1.0"},
              {"info",
               {{"title", "Common Ground"},
                {"version", "1"},
                {"description", "The use cases of a study over HTTP. Written from the table of routes: do not edit."},
                {"license", {{"name", "AGPL-3.0-or-later"}, {"identifier", "AGPL-3.0-or-later"}}}}},
              {"servers", Json::array({Json{{"url", "/"}}})},
              {"security", Json::array({Json{{"session", Json::array()}}})},
              {"paths", paths},
              {"components",
               {{"schemas", {{"Problem", problem}}},
                {"responses", Refusals()},
                {"securitySchemes",
                 {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-session"}}},
                  {"csrf", {{"type", "apiKey"}, {"in", "header"}, {"name", "X-CSRF-Token"}}}}}}}};
}

std::string TypeScriptTypes() {
  std::string text =
      "// SPDX-FileCopyrightText: The Common Ground developers\n// SPDX-License-Identifier: AGPL-3.0-or-later\n\n"
      "// What the routes of /api/v1 take and give.  Written from their table: do not edit (UPDATE_GOLDEN=1 "
      "server_test).\n";
  std::string list;
  for (const Route& route : Routes()) {
    const std::string name = Capital(route.rules.name);
    Json input = route.body();
    if (input.is_null()) input = Json{{"properties", Json::object()}, {"required", Json::array()}};
    input["type"] = "object";
    std::string address;
    for (const AddressField& field : route.address()) {
      address += fmt::format("  {}{}: {};\n", field.name, field.in == "path" ? "" : "?", TypeOf(field.schema, "  "));
    }
    const auto interface = [&](const char* part, const Json& schema) {
      const std::string type = schema["properties"].empty() ? "Record<string, never>" : TypeOf(schema, "");
      return fmt::format("export type {}{} = {};\n", name, part, type);
    };
    text += fmt::format("\n// {} /api/v1{}: {}\n", NameOf(route.rules.method), route.rules.path, route.rules.summary);
    if (!address.empty()) text += fmt::format("export type {}Address = {{\n{}}};\n", name, address);
    text += interface("Input", input) + interface("Output", route.output());
    list += fmt::format("  {}: {{ method: '{}', path: '{}' }},\n", route.rules.name, NameOf(route.rules.method),
                        route.rules.path);
  }
  return text + "\nexport const routes = {\n" + list + "} as const;\n";
}

}  // namespace commonground::server
