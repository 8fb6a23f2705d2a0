// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The block that the page has, drawn once more, and its values as the open data has them.
#include "publish/figures/figure_file.h"

#include <algorithm>
#include <array>
#include <variant>
#include <vector>

#include "publish/data/figure_tables.h"
#include "publish/dates.h"
#include "publish/figures/drawn.h"
#include "publish/figures/figures.h"
#include "publish/html/svg_file.h"
#include "publish/pages/pages.h"
#include "publish/pages/squares.h"

namespace commonground::publish {

namespace {

constexpr std::array<std::string_view, 6> kFigureNames{"practices",    "barriers",     "outcomes",
                                                       "gap-barriers", "gap-outcomes", "coalitions"};

std::optional<model::CodeKind> KindOfFigure(const std::string& name) {
  if (name == "practices") return model::CodeKind::kPractice;
  if (name == "barriers") return model::CodeKind::kBarrier;
  if (name == "outcomes") return model::CodeKind::kOutcome;
  return std::nullopt;
}

std::string TitleOfFigure(const Words& t, model::CodeKind kind) {
  if (kind == model::CodeKind::kBarrier) return t("Barriers: cases in which each is told");
  if (kind == model::CodeKind::kOutcome) return t("Outcomes: cases in which each is told");
  return t("Practices: cases in which each is told");
}

std::string HeadOfFigure(const Words& t, model::CodeKind kind) {
  if (kind == model::CodeKind::kBarrier) return t("Barrier");
  return kind == model::CodeKind::kOutcome ? t("Outcome") : t("Practice");
}

std::optional<Matrix> MatrixOfFigure(const Report& report, model::CodeKind kind, const std::string& by) {
  const model::Grouping* grouping = report.Find(by);
  if (grouping == nullptr) return std::nullopt;
  const Words& t = report.t;
  const bool is_page = kind != model::CodeKind::kOutcome && grouping == &report.Regions();
  Matrix matrix = is_page ? RegionMatrix(report, kind, "figure")
                          : LawMatrix(report, *grouping, report.CodesOf(kind), "figure", TitleOfFigure(t, kind));
  matrix.head = HeadOfFigure(t, kind);
  if (!is_page) {
    matrix.subtitle =
        grouping == &report.Regions()
            ? t("Case studies with a passage about each, of the case studies in the region. 0/5 means that no passage "
                "was found, never that it is not done.")
            : t("Case studies with a passage about each, of those in each group on {1}. What is not sourced stands "
                "apart. 0/5 means that no passage was found, never that it is not done.",
                InWords(report.data.context.on, t));
  }
  return matrix;
}

std::vector<std::string> FootOfFigure(const Report& report) {
  const Words& t = report.t;
  const model::Settings& settings = report.data.study.settings;
  std::vector<std::string> foot{t("{1}. The study on {2}, as far as consent allows; not a published edition.",
                                  settings.title, InWords(report.data.context.on, t))};
  if (settings.invented) foot.push_back(t("Invented example: no organisation here is real."));
  return foot;
}

}  // namespace

std::string CsvOfFigure(const Block& block, const Words& words) {
  Page page;
  page.blocks.push_back(block);
  FigureTables tables(words);
  tables.Add(page);
  const auto all = tables.Take();
  return all.empty() ? std::string() : CsvOf(all.front(), CsvFor::kSpreadsheets);
}

std::span<const std::string_view> FigureNames() {
  return kFigureNames;
}

std::optional<FigureFiles> FigureFilesOf(const Report& report, const std::string& name, const std::string& by) {
  const Words& t = report.t;
  std::optional<Block> block;
  if (const auto kind = KindOfFigure(name)) {
    auto matrix = MatrixOfFigure(report, *kind, by);
    if (matrix) block = std::move(*matrix);
  } else if (name == "coalitions") {
    block = CoalitionDots(report);
  } else if (name.starts_with("gap-")) {
    block = FigureByName(report, name);
  }
  if (!block) return std::nullopt;
  const Figure figure = std::visit(
      [&](const auto& one) -> Figure {
        if constexpr (requires { Drawn(one, t); }) return Drawn(one, t);
        return {};
      },
      *block);
  return FigureFiles{figure.title, SvgFileOf(figure, FootOfFigure(report), t.language()), CsvOfFigure(*block, t)};
}

}  // namespace commonground::publish
