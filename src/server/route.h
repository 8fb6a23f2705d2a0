// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A route is a class:
//
//     struct RemoveCoding {
//       static constexpr Rules kRules{.method = Method::kDelete, .path = "/codings/{coding}", .name = "removeCoding",
//       ...}; struct Input { std::string coding; }; struct Output { ... }; static core::Result<Output>
//       Run(RouteContext& asked, const Input& input);
//     };
//
// and a line in routes.cpp.  Rules say who may ask; fields are described once (shape/shape.h); the answer, its tag, the
// problems, the OpenAPI file and the TypeScript types follow from that.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/use_case.h"
#include "server/http/message.h"
#include "server/http/service.h"
#include "server/http/target.h"
#include "server/problem.h"
#include "server/services.h"
#include "server/shape/reader.h"
#include "server/shape/schema.h"
#include "server/shape/writer.h"

namespace commonground::server {

enum class Who : std::uint8_t {
  kAnybody,   // also without a session
  kHalfway,   // a session, also one that awaits a second key
  kSignedIn,  // a session that is whole
};

struct Rules {
  Method method = Method::kGet;
  const char* path = "";     // below /api/v1; "{name}" is a part
  const char* name = "";     // "listCodings"
  const char* summary = "";  // one line
  Who who = Who::kSignedIn;
  app::UseCase use_case = app::UseCase::kCount;  // who may ask for it may ask for this; kCount: whoever `who` lets in
  bool coordinators_only = false;                // about people and the log, which are no content
  bool is_fresh = false;                         // the passphrase was given within ten minutes
  bool needs_version = false;                    // If-Match
  bool only_asks = false;                        // a POST that changes nothing: what is asked is no address's business
  bool of_session = false;                       // gives what only this session has: no answer is kept for another
  bool streams = false;                          // news as they come (routes/events.h)
  bool gives_file = false;                       // bytes, as an attachment
  std::array<const char*, 2> file_types{};       // of them; none: of any kind
  bool hashes = false;                           // a passphrase: a few at a time
  bool takes_file = false;                       // the body is bytes, which go to a file as they come
  std::size_t most_body = 1024 * 1024;
  int made = 0;  // the status when something was made (201) or begun (202); a PUT says 200 when it was there already
};

// One request on its way through its route.
struct RouteContext {
  const Request& request;
  Services& services;
  std::string token;                        // of the session
  std::optional<app::SessionInfo> session;  // none: Who::kAnybody
  std::string version;                      // from If-Match, without quotes
  std::optional<Workspaces::Lease> lease;
  std::shared_ptr<BodySink> sink;  // where the body went (Rules::takes_file)

  // What the route says besides its output.
  int status = 200;
  int refused_as = 0;         // the status of an error; 0: as the table says
  std::string tag;            // the version of what is given; empty: a hash of the body, with GET
  std::vector<Field> fields;  // of the answer
  Json now;                   // what is there now, for a conflict
  bool is_dry = false;        // nothing was changed: nobody is told, and the log does not say it
  std::string stamp = {};     // of the study that was seen (as_seen.h); empty: whatever it is by now

  // The study, for who asks.  Errors: those of opening it.
  core::Result<app::Workspace> Study(app::Purpose purpose = app::Purpose::kWork);
  app::Caller caller() const { return session ? session->caller : app::Caller{{}, app::Role::kReader, {}}; }
};

struct Route {
  Rules rules;
  Response (*run)(RouteContext& asked, const std::map<std::string, std::string>& path, const Target& target);
  // For OpenAPI: fields of the body, of the address, and of the answer.
  Json (*body)();
  std::vector<AddressField> (*address)();
  Json (*output)();
};

// All of them: routes.cpp.
std::span<const Route> Routes();

struct Found {
  const Route* route = nullptr;
  std::map<std::string, std::string> path;
  std::string allow;  // methods of this path, when none of them was asked for
};
// By the parts behind /api/v1.
Found FindRoute(Method method, std::span<const std::string> segments);

// The parts of MakeRoute that are no templates.
core::Result<nlohmann::json> BodyOf(const Request& request);
Response AnswerOf(RouteContext& asked, bool reads, const Json& output);
Response RefusalOf(RouteContext& asked, bool needs_version, const core::Error& error);

template <typename R>
Response RunRoute(RouteContext& asked, const std::map<std::string, std::string>& path, const Target& target) {
  auto json = BodyOf(asked.request);
  if (!json) return ProblemOf(400, "bad_request", json.error().message);
  typename R::Input input{};
  const auto problems = ReadFields(*json, path, target, input);
  if (!problems.empty()) {
    return ProblemOf(422, core::Name(core::ErrorCode::kInvalidInput), "Some fields cannot be taken.", problems);
  }
  const auto output = R::Run(asked, input);
  if (!output) return RefusalOf(asked, R::kRules.needs_version, output.error());
  return AnswerOf(asked, R::kRules.method == Method::kGet, ToJson(*output));
}

template <typename R>
Json BodySchema() {
  SchemaWriter writer;
  typename R::Input input{};
  Describe(writer, input);
  if (writer.properties.empty()) return nullptr;
  return Json{{"type", "object"},
              {"properties", writer.properties},
              {"required", writer.required},
              {"additionalProperties", false}};
}

template <typename R>
std::vector<AddressField> AddressSchema() {
  SchemaWriter writer;
  typename R::Input input{};
  Describe(writer, input);
  return writer.address;
}

template <typename R>
Route MakeRoute() {
  return {R::kRules, RunRoute<R>, BodySchema<R>, AddressSchema<R>, SchemaOf<typename R::Output>};
}

}  // namespace commonground::server
