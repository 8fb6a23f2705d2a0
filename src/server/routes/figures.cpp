// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Figures, through the use case of app.

#include "server/routes/figures.h"

#include "app/figure_study.h"

namespace commonground::server {

namespace {

Response GiveFigure(RouteContext& asked, const std::map<std::string, std::string>& path, const Target& target) {
  DrawFigure::Input input;
  if (auto refused = RefusalOfFields(asked, path, target, input)) return std::move(*refused);
  app::FigureRequest request;
  request.figure = input.figure.value;
  request.by = input.by.value_or(request.by);
  if (input.language) request.language = input.language->value;
  const auto study = asked.Study(app::Purpose::kPublish);
  if (!study) return RefusalOf(asked, false, study.error());
  core::NoProgress progress;
  auto drawn = app::DrawFigure(*study, request, progress);
  if (!drawn) {
    // A label holds a name that may not appear: somebody changes the label.
    if (drawn.error().code == core::ErrorCode::kNoConsent) asked.refused_as = 422;
    return RefusalOf(asked, false, drawn.error());
  }
  return FigureFile(drawn->name, input.form, {std::move(drawn->svg), std::move(drawn->csv)});
}

}  // namespace

Response FigureFile(const std::string& name, const std::optional<OneOf<FigureForms>>& form, FigureBytesOf bytes) {
  const bool csv = form && form->value == "csv";
  Response response;
  response.type = csv ? "text/csv; charset=utf-8" : "image/svg+xml";
  response.body = std::move(csv ? bytes.csv : bytes.svg);
  response.fields.push_back({"Content-Disposition", "attachment; filename=\"" + name + (csv ? ".csv" : ".svg") + "\""});
  response.fields.push_back({"Content-Security-Policy", "default-src 'none'; sandbox"});
  return response;
}

Json FigureBytes() {
  return {{"type", "string"}, {"format", "binary"}, {"properties", Json::object()}};
}

Route DrawFigureRoute() {
  return {DrawFigure::kRules, GiveFigure, BodySchema<DrawFigure>, AddressSchema<DrawFigure>, FigureBytes};
}

}  // namespace commonground::server
