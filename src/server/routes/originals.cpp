// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Originals, through the use case of app.

#include "server/routes/originals.h"

#include <algorithm>

#include "app/originals.h"
#include "core/progress.h"
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

// `open` gives the bytes of what `input` asks for, `dress` says what they are.
template <typename Input>
Response Give(RouteContext& asked, const std::map<std::string, std::string>& path, const Target& target, auto open,
              auto dress) {
  const auto json = BodyOf(asked.request);
  if (!json) return ProblemOf(400, "bad_request", json.error().message);
  Input input;
  const auto problems = ReadFields(*json, path, target, input);
  if (!problems.empty()) {
    return ProblemOf(422, core::Name(core::ErrorCode::kInvalidInput), "Some fields cannot be taken.", problems);
  }
  const auto study = asked.Study();
  if (!study) return RefusalOf(asked, false, study.error());
  core::Result<std::string> bytes = open(*study, input);
  if (!bytes) return RefusalOf(asked, false, bytes.error());
  Response response;
  response.body = std::move(*bytes);
  response.fields.push_back({"Content-Security-Policy", "default-src 'none'; sandbox"});
  dress(response, input);
  return response;
}

Response GiveOriginal(RouteContext& asked, const std::map<std::string, std::string>& path, const Target& target) {
  return Give<FetchOriginal::Input>(
      asked, path, target,
      [](const app::Workspace& study, const FetchOriginal::Input& input) {
        return app::ReadOriginal(study, input.passphrase, input.document);
      },
      [](Response& response, const FetchOriginal::Input& input) {
        response.type = "application/octet-stream";
        response.fields.push_back(
            {"Content-Disposition", "attachment; filename=\"" + AttachedAs(input.document) + "\""});
      });
}

constexpr std::int64_t kMaxPages = 10'000;

Response GivePagePicture(RouteContext& asked, const std::map<std::string, std::string>& path, const Target& target) {
  return Give<SeePage::Input>(
      asked, path, target,
      [](const app::Workspace& study, const SeePage::Input& input) {
        core::NoProgress silent;
        const auto page = static_cast<int>(std::clamp<std::int64_t>(input.page, 0, kMaxPages));
        return app::SeePage(study, input.passphrase, input.document, page, silent);
      },
      [](Response& response, const SeePage::Input&) { response.type = "image/jpeg"; });
}

Json OriginalBytes() {
  return {{"type", "string"}, {"format", "binary"}, {"properties", Json::object()}};
}

}  // namespace

Route FetchOriginalRoute() {
  return {FetchOriginal::kRules, GiveOriginal, BodySchema<FetchOriginal>, AddressSchema<FetchOriginal>, OriginalBytes};
}

Route SeePageRoute() {
  return {SeePage::kRules, GivePagePicture, BodySchema<SeePage>, AddressSchema<SeePage>, OriginalBytes};
}

}  // namespace commonground::server
