// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks at the list, then acts on the state of the study in which it was looked at.

#include "server/as_seen.h"

#include <algorithm>

#include "app/use_case.h"

namespace commonground::server {

namespace {

constexpr int kMaxTries = 6;
constexpr const char* kField = "if-match";

// "now" and "yours", as in every answer of this status.
Response Changed(const Request& request, const Response& list, const std::string& tag) {
  Response response =
      ProblemOf(412, core::Name(core::ErrorCode::kConflict),
                "Somebody changed what is at this address since you saw it. Nothing was done. Fix: look "
                "at `now`, and send it again with its version if it is still right.");
  Json body = Json::parse(response.body);
  body["now"] = Json{{"version", tag}, {"list", Json::parse(list.body, nullptr, false)}};
  const Json yours = Json::parse(request.body, nullptr, false);
  body["yours"] = yours.is_discarded() ? Json(nullptr) : yours;
  response.body = body.dump(-1, ' ', false, Json::error_handler_t::replace);
  return response;
}

std::string TagOf(const Response& response) {
  const auto field = std::ranges::find(response.fields, "ETag", &Field::name);
  return field == response.fields.end() ? std::string() : field->value;
}

// What GET gives at the address, as this person would get it.
Response ListAt(RouteContext& asked, const Found& listed, const Target& target) {
  Request looks = asked.request;
  looks.method = Method::kGet;
  looks.body.clear();
  std::erase_if(looks.fields, [](const Field& field) { return field.name == kField || field.name == "if-none-match"; });
  RouteContext look{looks, asked.services, asked.token, asked.session, {}, std::move(asked.lease), {}, 200, 0, {}, {},
                    {},    false};
  Response list = listed.route->run(look, listed.path, target);
  asked.lease.reset();
  if (look.lease) asked.lease.emplace(std::move(*look.lease));
  return list;
}

bool IsConflict(int status) {
  return status == 409 || status == 412;
}

}  // namespace

bool SaysWhatWasSeen(const Rules& rules, const Request& request) {
  const bool says = std::ranges::any_of(request.fields, [](const Field& field) { return field.name == kField; });
  return says && rules.who == Who::kSignedIn && rules.method != Method::kGet && !rules.needs_version &&
         !rules.only_asks;
}

Response RunAsSeen(RouteContext& asked, const Found& found, const Target& target, const Found& listed) {
  const std::string seen(asked.request.Get(kField));
  const bool is_one =
      seen.size() > 2 && seen.front() == '"' && seen.back() == '"' && seen.find(',') == std::string::npos;
  if (!is_one && seen != "*") {
    return ProblemOf(400, "bad_request", "If-Match is one version in quotes, or *.");
  }
  if (listed.route == nullptr || listed.route->rules.streams || listed.route->rules.gives_file) {
    return ProblemOf(412, "conflict",
                     "Nothing at this address has a version. Nothing was done. Send it without If-Match.");
  }
  for (int tried = 1;; ++tried) {
    const auto before = asked.Study();
    if (!before) return ProblemOf(before.error());
    const auto stamp = before->ChangeStamp();
    if (!stamp) return ProblemOf(stamp.error());
    const Response list = ListAt(asked, listed, target);
    if (list.status >= 300) return list;
    const std::string tag = TagOf(list);
    if (seen != "*" && seen != tag) {
      return Changed(asked.request, list, tag.size() > 2 ? tag.substr(1, tag.size() - 2) : std::string());
    }
    asked.stamp = *stamp;
    Response response = found.route->run(asked, found.path, target);
    if (!IsConflict(response.status) || tried == kMaxTries) return response;
    const auto after = asked.Study();
    const auto now = after ? after->ChangeStamp() : core::Result<std::string>(*stamp);
    if (!now || *now == *stamp) return response;  // it was refused for what it says itself
    asked.status = 200;
    asked.refused_as = 0;
    asked.tag.clear();
    asked.fields.clear();
    asked.now = nullptr;
  }
}

}  // namespace commonground::server
