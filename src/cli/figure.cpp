// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command figure: one figure of the report by itself.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "app/figure_study.h"
#include "cli/command.h"
#include "cli/study_argument.h"
#include "core/files.h"

namespace commonground::cli {

namespace {

struct FigureWords {
  app::FigureRequest request;
  std::string output;
};

core::Status KeepFigure(const app::FigureDrawn& figure, const std::string& output) {
  const bool svg = output.ends_with(".svg");
  if (!svg && !output.ends_with(".csv")) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "a figure is a picture or its numbers. Nothing was written. Fix: name a file that ends with .svg "
                      "or .csv",
                      output);
  }
  return core::WriteFile(output, svg ? figure.svg : figure.csv);
}

}  // namespace

Run AddFigure(CLI::App& command) {
  auto study = AddStudyArgument(command);
  auto words = std::make_shared<FigureWords>();
  command
      .add_option("FIGURE", words->request.figure,
                  "practices, barriers, outcomes, gap-barriers, gap-outcomes or coalitions")
      ->required();
  command
      .add_option("--by", words->request.by,
                  "of practices, barriers and outcomes: region, legal_model, or an indicator such as law_selling")
      ->capture_default_str();
  command.add_option("--language", words->request.language, "en, fr, es, ru or zh; the study's if not given");
  command.add_option("-o,--output", words->output, "a file that ends with .svg (the picture) or .csv (its numbers)")
      ->type_name("FILE");
  return [=](Console& session) {
    if (words->output.empty() && !session.json) {
      return session.Fail({core::ErrorCode::kInvalidInput,
                           "say where the figure goes. Fix: -o FILE.svg, -o FILE.csv, or --json", "--output"});
    }
    return WithStudy(
        session, *study, app::Caller::Owner(), app::Purpose::kPublish, [&](const app::Workspace& workspace) {
          const auto drawn = app::DrawFigure(workspace, words->request, session.progress());
          if (!drawn) return session.Fail(drawn.error());
          if (!words->output.empty()) {
            if (const core::Status kept = KeepFigure(*drawn, words->output); !kept) return session.Fail(kept.error());
          }
          if (session.json) {
            session.Print(
                nlohmann::ordered_json{
                    {"figure", drawn->name}, {"title", drawn->title}, {"svg", drawn->svg}, {"csv", drawn->csv}}
                    .dump(2) +
                "\n");
          } else {
            session.Say(fmt::format("{}: {}\n", words->output, drawn->title));
          }
          return 0;
        });
  };
}

}  // namespace commonground::cli
