// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// From a request to its route, and from what a route gives to an answer.

#include "server/route.h"

#include <algorithm>

#include "core/content_hash.h"

namespace commonground::server {

using core::ErrorCode;

namespace {

// The parts of "/codings/{coding}".
std::vector<std::string_view> PartsOf(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const std::size_t end = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return parts;
}

bool Fits(const std::vector<std::string_view>& parts, std::span<const std::string> segments,
          std::map<std::string, std::string>& path) {
  if (parts.size() != segments.size()) return false;
  path.clear();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].starts_with('{')) {
      if (segments[i].empty()) return false;
      path.emplace(parts[i].substr(1, parts[i].size() - 2), segments[i]);
    } else if (parts[i] != segments[i]) {
      return false;
    }
  }
  return true;
}

}  // namespace

Found FindRoute(Method method, std::span<const std::string> segments) {
  static const auto parts = [] {
    std::vector<std::vector<std::string_view>> all;
    for (const Route& route : Routes()) all.push_back(PartsOf(route.rules.path));
    return all;
  }();
  Found found;
  const Method wanted = method == Method::kHead ? Method::kGet : method;
  std::map<std::string, std::string> path;
  for (std::size_t i = 0; i < Routes().size(); ++i) {
    const Route& route = Routes()[i];
    if (!Fits(parts[i], segments, path)) continue;
    if (route.rules.method == wanted) return {&route, path, ""};
    found.allow += (found.allow.empty() ? "" : ", ") + std::string(NameOf(route.rules.method));
  }
  return found;
}

core::Result<app::Workspace> RouteContext::Study(app::Purpose purpose) {
  if (!lease) {
    CG_ASSIGN_OR_RETURN(auto taken, services.workspaces.Take());
    lease.emplace(std::move(taken));
  }
  return stamp.empty() ? lease->For(caller(), purpose) : lease->For(caller(), purpose).IfUnchanged(stamp);
}

core::Result<nlohmann::json> BodyOf(const Request& request) {
  if (request.body.empty()) return nlohmann::json::object();
  std::string_view type = request.Get("content-type");
  type = type.substr(0, type.find(';'));
  if (type != "application/json") {
    return core::Fail(ErrorCode::kInvalidInput, "The body is not said to be JSON. Fix: Content-Type: application/json");
  }
  CG_ASSIGN_OR_RETURN(auto json, ParseJson(request.body));
  if (!json.is_object()) return core::Fail(ErrorCode::kInvalidInput, "The body is no JSON object.");
  return json;
}

Response AnswerOf(RouteContext& asked, bool reads, const Json& output) {
  Response response;
  response.status = asked.status;
  response.fields = std::move(asked.fields);
  if (response.status == 204) return response;
  response.type = "application/json";
  response.body = output.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (asked.tag.empty() && reads) asked.tag = core::ContentHash(response.body).substr(0, 32);
  if (asked.tag.empty()) return response;
  const std::string tag = "\"" + asked.tag + "\"";
  response.fields.push_back({"ETag", tag});
  if (reads && asked.request.Get("if-none-match") == tag) {
    response.status = 304;
    response.body.clear();
    response.type.clear();
  }
  return response;
}

Response RefusalOf(RouteContext& asked, bool needs_version, const core::Error& error) {
  if (error.code == ErrorCode::kIo || error.code == ErrorCode::kCorrupt) {
    if (asked.lease) asked.lease->Broken();
  }
  if (asked.refused_as != 0) return ProblemOf(asked.refused_as, "refused", error.message);
  if (error.code != ErrorCode::kConflict || !needs_version) return ProblemOf(error);
  Response response = ProblemOf(412, core::Name(error.code), error.message);
  if (!asked.now.is_null()) {
    Json body = Json::parse(response.body);
    body["now"] = asked.now;
    const nlohmann::json yours = nlohmann::json::parse(asked.request.body, nullptr, false);
    body["yours"] = yours.is_discarded() ? nlohmann::json(nullptr) : yours;
    response.body = body.dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  return response;
}

}  // namespace commonground::server
