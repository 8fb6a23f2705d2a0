// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Practices down, barriers or outcomes across; a square by the number of cases with both; an empty cell is drawn empty,
// because what is missing is the message.
#include <algorithm>

#include "publish/figures/figures.h"
#include "publish/labels.h"

namespace commonground::publish {

namespace {
constexpr double kLabels = 370;
constexpr double kCell = 34;
constexpr double kTop = 78;
}  // namespace

Figure DrawGapMap(const Report& report, const model::GapMap& map, std::string id, std::string title) {
  const Words& t = report.t;
  // Codes with a case, without the top of the tree, which every case has.
  const auto shown = [&](const std::vector<std::int32_t>& codes) {
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < codes.size(); ++i) {
      if (!report.IsHeading(codes[i]) && report.Row(report.Regions(), codes[i]).overall.present > 0) kept.push_back(i);
    }
    return kept;
  };
  const std::vector<std::size_t> rows = shown(map.rows);
  const std::vector<std::size_t> columns = shown(map.columns);
  const auto cell_at = [&](std::size_t r, std::size_t c) -> const model::GapCell& {
    return map.cells[r * map.columns.size() + c];
  };
  int empty = 0;
  for (const std::size_t r : rows) {
    for (const std::size_t c : columns) empty += cell_at(r, c).cases == 0 ? 1 : 0;
  }
  Figure figure;
  figure.id = "figure-" + id;
  figure.title = std::move(title);
  figure.subtitle =
      t("Distinct cases with both, of {1}. Empty: no case has both; that is a gap in what is sourced.", map.cases);
  figure.description = t("{1} of {2} pairs have no case yet.", empty, static_cast<int>(rows.size() * columns.size()));
  figure.twin.id = "table-" + id;
  figure.twin.caption = t("Pairs with at least one case, of {1} cases", map.cases);
  figure.twin.head = {t("Practice"), t("With"), t("Cases with both"), t("Confidence")};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string code = report.data.snapshot.codes[static_cast<std::size_t>(map.columns[columns[i]])].value;
    const double x = kLabels + kCell * static_cast<double>(i);
    // Three heights, so that neighbours do not run into each other.
    figure.shapes.push_back(
        {Shape::Kind::kText, x + 2, 18.0 + 20.0 * static_cast<double>(i % 3), 0, 0, "small", code, "start", "", ""});
    figure.shapes.push_back({Shape::Kind::kLine, x + 1, 22.0 + 20.0 * static_cast<double>(i % 3), 0,
                             kTop - 24 - 20.0 * static_cast<double>(i % 3), "tick", "", "", "", ""});
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::int32_t row_code = map.rows[rows[r]];
    const double y = kTop + kCell * static_cast<double>(r);
    figure.shapes.push_back(
        {Shape::Kind::kText, 0, y + 22, 0, 0, "", Fit(report.CodeLabel(row_code), kLabels - 8), "start", "", ""});
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const model::GapCell& cell = cell_at(rows[r], columns[c]);
      const std::int32_t column_code = map.columns[columns[c]];
      const double x = kLabels + kCell * static_cast<double>(c);
      const std::string page = cell.cases > 0 ? report.GapPage(row_code, column_code) : "";
      const std::string style =
          cell.cases == 0 ? "empty"
                          : "q" + std::to_string(std::clamp((cell.cases * 5 + map.cases - 1) / map.cases, 1, 5));
      figure.shapes.push_back({Shape::Kind::kRect, x, y, kCell - 2, kCell - 2, style, "", "", page,
                               report.CodeLabel(row_code) + " + " + report.CodeLabel(column_code) + ": " +
                                   t("{1} of {2}", cell.cases, map.cases)});
      if (cell.cases == 0) continue;
      figure.shapes.push_back({Shape::Kind::kText, x + kCell / 2 - 1, y + 21, 0, 0,
                               style == "q4" || style == "q5" ? "on-dark" : "", std::to_string(cell.cases), "middle",
                               "", ""});
      figure.twin.rows.push_back({{{report.CodeLabel(row_code), "", ""}},
                                  {{report.CodeLabel(column_code), "", ""}},
                                  {{t("{1} of {2}", cell.cases, map.cases), page, ""}},
                                  {{ConfidenceLabel(cell.confidence, t), "", cell.confidence.empty() ? "state" : ""}}});
    }
  }
  figure.width = kLabels + kCell * static_cast<double>(columns.size()) + 40;
  figure.height = kTop + kCell * static_cast<double>(rows.size()) + 4;
  return figure;
}

}  // namespace commonground::publish
