// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Originals, through the use case of app.

#include "server/routes/originals.h"

#include <algorithm>

#include "app/originals.h"
#include "core/small_ascii.h"

namespace commonground::server {

namespace {

// "original.pdf": what the file was called stays out of a folder of downloads.
std::string AttachedAs(const model::DocumentId& document) {
  const std::size_t dot = document.value.rfind('.');
  const std::string ending = dot == std::string::npos ? std::string() : core::SmallAscii(document.value.substr(dot));
  const bool is_plain = ending.size() > 1 && ending.size() < 8 && std::ranges::all_of(ending.substr(1), [](char one) {
                          return (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9');
                        });
  return "original" + (is_plain ? ending : std::string());
}

Response GiveOriginal(RouteContext& asked, const std::map<std::string, std::string>& path, const Target& target) {
  const auto json = BodyOf(asked.request);
  if (!json) return ProblemOf(400, "bad_request", json.error().message);
  FetchOriginal::Input input;
  const auto problems = ReadFields(*json, path, target, input);
  if (!problems.empty()) {
    return ProblemOf(422, core::Name(core::ErrorCode::kInvalidInput), "Some fields cannot be taken.", problems);
  }
  const auto study = asked.Study();
  if (!study) return RefusalOf(asked, false, study.error());
  auto bytes = app::ReadOriginal(*study, input.passphrase, input.document);
  if (!bytes) return RefusalOf(asked, false, bytes.error());
  Response response;
  response.type = "application/octet-stream";
  response.body = std::move(*bytes);
  response.fields.push_back({"Content-Disposition", "attachment; filename=\"" + AttachedAs(input.document) + "\""});
  response.fields.push_back({"Content-Security-Policy", "default-src 'none'; sandbox"});
  return response;
}

Json OriginalBytes() {
  return {{"type", "string"}, {"format", "binary"}, {"properties", Json::object()}};
}

}  // namespace

Route FetchOriginalRoute() {
  return {FetchOriginal::kRules, GiveOriginal, BodySchema<FetchOriginal>, AddressSchema<FetchOriginal>, OriginalBytes};
}

}  // namespace commonground::server
