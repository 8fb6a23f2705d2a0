// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One figure of the report by itself, as a picture or as numbers, of what may be published and nothing else.
#pragma once

#include "server/route.h"

namespace commonground::server {

inline constexpr std::array<const char*, 2> kFigureTypes{"image/svg+xml", "text/csv"};
struct FigureForms {
  static constexpr std::array<std::string_view, 2> kWords{"svg", "csv"};
};
struct FigureLanguages {
  static constexpr std::array<std::string_view, 5> kWords{"en", "fr", "es", "ru", "zh"};
};
// A picture or its numbers as an attachment.  A picture may be shown in our own pages: no script runs in it, and it
// asks for nothing.
struct FigureBytesOf {
  std::string svg;
  std::string csv;
};
Response FigureFile(const std::string& name, const std::optional<OneOf<FigureForms>>& form, FigureBytesOf bytes);
Json FigureBytes();

// Reads what the address says; the answer when it cannot be taken.
template <typename Input>
std::optional<Response> RefusalOfFields(const RouteContext& asked, const std::map<std::string, std::string>& path,
                                        const Target& target, Input& input) {
  const auto json = BodyOf(asked.request);
  if (!json) return ProblemOf(400, "bad_request", json.error().message);
  const auto problems = ReadFields(*json, path, target, input);
  if (problems.empty()) return std::nullopt;
  return ProblemOf(422, core::Name(core::ErrorCode::kInvalidInput), "Some fields cannot be taken.", problems);
}

struct DrawFigure {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/figures/{figure}",
                                .name = "drawFigure",
                                .summary =
                                    "One figure of the report by itself, an SVG or a CSV, as an attachment: what may "
                                    "be published today, and nothing else",
                                .use_case = app::UseCase::kDrawFigure,
                                .gives_file = true,
                                .file_types = kFigureTypes};
  struct Figures {
    static constexpr std::array<std::string_view, 6> kWords{"practices",    "barriers",     "outcomes",
                                                            "gap-barriers", "gap-outcomes", "coalitions"};
  };
  struct Input {
    OneOf<Figures> figure;
    std::optional<OneOf<FigureForms>> form;
    std::optional<std::string> by;
    std::optional<OneOf<FigureLanguages>> language;
  };
};
void Describe(auto& visit, Is<DrawFigure::Input> auto& in) {
  visit.Path("figure", in.figure, "which");
  visit.Query("form", in.form, "svg, if it is not said");
  visit.Query("by", in.by,
              "region (if it is not said), legal_model, or an indicator: of practices, barriers, outcomes");
  visit.Query("language", in.language, "of the words that are ours; the study's, if it is not said");
}
Route DrawFigureRoute();

}  // namespace commonground::server
