// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Errors as answers.  A failure of the machine is told by its kind only: paths and addresses stay inside.

#include "server/problem.h"

#include <nlohmann/json.hpp>

#include "server/http/header_table.h"

namespace commonground::server {

using core::ErrorCode;

Response ProblemOf(const core::Error& error) {
  switch (error.code) {
    case ErrorCode::kNewerSchema:
    case ErrorCode::kCorrupt:
    case ErrorCode::kIo:
      return ProblemOf(core::HttpStatus(error.code), core::Name(error.code),
                       "The study cannot be read or written just now. Nothing was changed. Whoever keeps the machine "
                       "can look: commonground status STUDY");
    case ErrorCode::kBusy: {
      Response response =
          ProblemOf(503, core::Name(error.code), "Somebody else writes the study. Nothing was changed. Try again.");
      response.fields.push_back({"Retry-After", "1"});
      return response;
    }
    case ErrorCode::kInvalidInput:
    case ErrorCode::kNotFound:
    case ErrorCode::kConflict:
    case ErrorCode::kNoConsent:
    case ErrorCode::kForbidden:
    case ErrorCode::kCancelled:
      break;
  }
  Response response = ProblemOf(core::HttpStatus(error.code), core::Name(error.code), error.message);
  if (error.about.kind.empty() && error.about.field.empty() && error.hint.action.empty()) return response;
  auto body = nlohmann::ordered_json::parse(response.body);
  if (!error.about.kind.empty() || !error.about.field.empty()) {
    body["about"] = {{"kind", error.about.kind}, {"id", error.about.id}, {"field", error.about.field}};
  }
  if (!error.hint.action.empty()) {
    body["hint"] = {{"action", error.hint.action}, {"arguments", nlohmann::ordered_json::object()}};
    for (const auto& [name, value] : error.hint.arguments) body["hint"]["arguments"][name] = value;
  }
  response.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return response;
}

Response ProblemOf(int status, std::string_view name, std::string_view detail,
                   const std::vector<FieldProblem>& problems) {
  nlohmann::ordered_json body{{"type", "urn:commonground:" + std::string(name)},
                              {"title", std::string(ReasonOf(status))},
                              {"status", status},
                              {"detail", std::string(detail)}};
  if (!problems.empty()) {
    body["errors"] = nlohmann::ordered_json::array();
    for (const FieldProblem& one : problems) {
      body["errors"].push_back({{"field", one.field}, {"message", one.message}});
    }
  }
  Response response;
  response.status = status;
  response.type = "application/problem+json";
  response.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return response;
}

}  // namespace commonground::server
