// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The gates, in order.  Whatever is not let through by one is answered there.

#include "server/site.h"

#include <sodium.h>

#include <cstdio>
#include <exception>

#include "server/as_seen.h"
#include "server/http/target.h"
#include "server/pages/files.h"
#include "server/problem.h"
#include "server/route.h"
#include "server/routes/cookie.h"

namespace commonground::server {

namespace {

constexpr const char* kApi = "api";
constexpr const char* kVersion = "v1";

bool IsApi(const Target& target) {
  return target.segments.size() >= 2 && target.segments[0] == kApi && target.segments[1] == kVersion;
}

std::span<const std::string> Behind(const Target& target) {
  return std::span(target.segments).subspan(2);
}

Response NothingHere() {
  return ProblemOf(404, "not_found", "There is nothing here.");
}

bool SameSecret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

// "\"abc\"" -> "abc"; empty: no strong tag.
std::string_view TagIn(std::string_view field) {
  const bool is_tag = field.size() > 2 && field.front() == '"' && field.back() == '"';
  return is_tag ? field.substr(1, field.size() - 2) : std::string_view();
}

bool MayAsk(const Rules& rules, app::Role role) {
  if (rules.coordinators_only && role != app::Role::kCoordinator) return false;
  return rules.use_case == app::UseCase::kCount ||
         app::Permissions()[static_cast<std::size_t>(rules.use_case)].Allows(role);
}

// The route that says what is at an address; none: there is no such, or not for who asks.
Found ListedAt(const Target& target, const RouteContext& asked) {
  Found listed = FindRoute(Method::kGet, Behind(target));
  if (listed.route == nullptr) return {};
  const Rules& rules = listed.route->rules;
  const bool may = rules.who == Who::kSignedIn && !rules.is_fresh && MayAsk(rules, asked.caller().role);
  return may ? listed : Found{};
}

// What a use case of the study gives to somebody, and that tells nothing of the session itself.
bool MayBeKept(const Rules& rules) {
  return rules.method == Method::kGet && rules.who == Who::kSignedIn && rules.use_case != app::UseCase::kCount &&
         !rules.is_fresh && !rules.streams && !rules.of_session;
}

}  // namespace

Site::Site(Services& services, HostsOfSite& hosts, std::function<void()> changed)
    : services_(services), hosts_(hosts), changed_(std::move(changed)) {}

Response Site::Refusal(int status, std::string_view why) {
  Response response = ProblemOf(status, status == 503 ? "busy" : "bad_request", why);
  response.close = status != 503;
  return response;
}

Plan Site::Look(const Request& request) {
  Plan plan;
  const auto refuse = [&](Response response) {
    plan.answer = std::move(response);
    return std::move(plan);
  };
  if (!hosts_.hosts->Knows(request.Get("host"))) {
    Response response = ProblemOf(421, "not_here", "This server does not go by that name. Fix: --allow-host NAME");
    response.close = true;
    return refuse(std::move(response));
  }
  const auto target = ReadTarget(request.target);
  if (!target) return refuse(Refusal(400, target.error().message));
  const bool reads = request.method == Method::kGet || request.method == Method::kHead;
  if (!IsApi(*target)) {
    if (!reads) return refuse(NothingHere());
    return refuse(FileFor(request, *target, services_.clock.Today()));
  }
  if (WhereFrom(request) == Came::kFromElsewhere) {
    return refuse(ProblemOf(403, "foreign", "This was not asked by a page of ours."));
  }
  const std::string_view encoding = request.Get("content-encoding");
  if (!encoding.empty() && encoding != "identity") {
    return refuse(ProblemOf(415, "bad_request", "The body is compressed. Send it as it is."));
  }
  const Found found = FindRoute(request.method, Behind(*target));
  if (found.route == nullptr) {
    if (found.allow.empty()) return refuse(NothingHere());
    Response response = ProblemOf(405, "method_not_allowed", "This cannot be done here.");
    response.fields.push_back({"Allow", found.allow});
    return refuse(std::move(response));
  }
  const Rules& rules = found.route->rules;
  if (rules.who != Who::kAnybody && CookieIn(request.Get("cookie"), kCookieName).empty()) {
    return refuse(ProblemOf(401, "signed_out", "Sign in first."));
  }
  if (auto given = GivenAlready(request, rules)) return refuse(std::move(*given));
  plan.most_body = rules.most_body;
  plan.asks_first = rules.takes_file;
  if (rules.hashes) plan.where = Plan::Where::kSlow;
  return plan;
}

std::optional<Response> Site::GivenAlready(const Request& request, const Rules& rules) {
  if (!MayBeKept(rules)) return std::nullopt;
  const auto session = services_.gate.Known(CookieIn(request.Get("cookie"), kCookieName));
  if (!session || session->awaits_second_key || !MayAsk(rules, session->caller.role)) return std::nullopt;
  const auto kept = services_.answers.Find(session->caller, request.target, services_.clock.Today());
  if (kept == nullptr) return std::nullopt;
  Response response = *kept;
  const std::string_view seen = request.Get("if-none-match");
  for (const Field& field : response.fields) {
    if (field.name != "ETag" || seen.empty() || field.value != seen) continue;
    response.status = 304;
    response.body.clear();
    response.type.clear();
    break;
  }
  return response;
}

namespace {

// Not what the exception says: that may repeat what people wrote.
Response OfABug() {
  std::fputs("commonground: a bug of the program ended a request; nothing was changed\n", stderr);
  return ProblemOf(500, "bug", "This is a bug of the program, not of your study. Nothing was changed.");
}

RouteContext ContextOf(const Request& request, Services& services) {
  RouteContext asked{request, services, {}, {}, {}, {}, {}, 200, 0, {}, {}, {}, false};
  asked.token = std::string(CookieIn(request.Get("cookie"), kCookieName));
  return asked;
}

}  // namespace

Response Site::Answer(const Request& request, const std::shared_ptr<BodySink>& sink) {
  try {
    return Ask(request, sink);
  } catch (const std::exception&) {
    return OfABug();
  }
}

Plan Site::Admit(const Request& request) {
  Plan plan;
  try {
    const auto target = ReadTarget(request.target);
    const Found found = target && IsApi(*target) ? FindRoute(request.method, Behind(*target)) : Found{};
    if (found.route == nullptr) {
      plan.answer = NothingHere();
      return plan;
    }
    RouteContext asked = ContextOf(request, services_);
    plan.most_body = found.route->rules.most_body;
    plan.answer = NotLetIn(found.route->rules, asked);
    if (plan.answer) return plan;
    auto file = services_.uploads.Begin(asked.caller());
    if (file) {
      plan.sink = std::move(*file);
    } else {
      plan.answer = ProblemOf(file.error());
    }
  } catch (const std::exception&) {
    plan.answer = OfABug();
  }
  return plan;
}

std::optional<Response> Site::NotLetIn(const Rules& rules, RouteContext& asked) {
  const Request& request = asked.request;
  const bool reads = rules.method == Method::kGet;
  if (rules.who != Who::kAnybody) {
    auto session = services_.gate.Recognise(asked.token, true);
    if (!session) return ProblemOf(session.error());
    if (!*session) {
      Response response = ProblemOf(401, "signed_out", "Your session ended. Sign in again; nothing was changed.");
      response.fields.push_back({"Set-Cookie", kNoSession});
      return response;
    }
    asked.session = std::move(*session);
    if (!reads && !SameSecret(request.Get("x-csrf-token"), CsrfOf(asked.token))) {
      return ProblemOf(403, "forged", "This did not come with the token of your session (X-CSRF-Token).");
    }
    if (asked.session->awaits_second_key && rules.who != Who::kHalfway) {
      return ProblemOf(403, "needs_second_key", "A coordinator sets a second key first.");
    }
    if (!MayAsk(rules, asked.session->caller.role)) {
      return ProblemOf(403, "forbidden", "Your role may not do this. Ask a coordinator.");
    }
    const std::int64_t now = services_.clock.Now().unix_seconds();
    if (rules.is_fresh && !app::IsFresh(*asked.session, now)) {
      return ProblemOf(403, "needs_passphrase", "Give your passphrase again first (POST /api/v1/session/fresh).");
    }
  }
  if (rules.needs_version) {
    asked.version = std::string(TagIn(request.Get("if-match")));
    if (asked.version.empty()) {
      return ProblemOf(428, "needs_version", "Send the version that you saw, as If-Match: \"VERSION\".");
    }
  }
  return std::nullopt;
}

Response Site::Ask(const Request& request, const std::shared_ptr<BodySink>& sink) {
  const auto target = ReadTarget(request.target);
  if (!target || !IsApi(*target)) return NothingHere();
  const Found found = FindRoute(request.method, Behind(*target));
  if (found.route == nullptr) return NothingHere();
  const Rules& rules = found.route->rules;
  const bool reads = rules.method == Method::kGet;
  RouteContext asked = ContextOf(request, services_);
  asked.sink = sink;
  if (auto refused = NotLetIn(rules, asked)) return std::move(*refused);
  const std::uint64_t made_at = services_.answers.now();
  Response response = SaysWhatWasSeen(rules, request) ? RunAsSeen(asked, found, *target, ListedAt(*target, asked))
                                                      : found.route->run(asked, found.path, *target);
  if (MayBeKept(rules)) {
    services_.answers.Keep(asked.caller(), request.target, services_.clock.Today(), made_at, response);
  }
  if (!reads && !rules.only_asks && !asked.is_dry && response.status < 300) {
    if (asked.session && rules.use_case != app::UseCase::kCount) {
      std::string subject;
      for (const auto& [ignored, value] : found.path) subject += (subject.empty() ? "" : " ") + value;
      (void)services_.gate.Record(asked.session->caller.person, rules.name, subject);
    }
    services_.answers.Changed();
    changed_();
  }
  return response;
}

}  // namespace commonground::server
