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

Figure DrawGapMap(const Report& report, const Report::Gaps& gaps, std::string id, std::string title) {
  const Words& t = report.t;
  const model::GapMap& map = *gaps.map;
  const auto& rows = gaps.rows;
  const auto& columns = gaps.columns;
  int empty = 0;
  for (const std::size_t r : rows) {
    for (const std::size_t c : columns) empty += gaps.Cell(r, c).cases == 0 ? 1 : 0;
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
    figure.shapes.push_back(Shape::Text(x + 2, 18.0 + 20.0 * static_cast<double>(i % 3), "small", code));
    figure.shapes.push_back(Shape::Line(x + 1, 22.0 + 20.0 * static_cast<double>(i % 3), 0,
                                        kTop - 24 - 20.0 * static_cast<double>(i % 3), "tick"));
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::int32_t row_code = map.rows[rows[r]];
    const double y = kTop + kCell * static_cast<double>(r);
    figure.shapes.push_back(Shape::Text(0, y + 22, "", Fit(report.CodeLabel(row_code), kLabels - 8)));
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const model::GapCell& cell = gaps.Cell(rows[r], columns[c]);
      const std::int32_t column_code = map.columns[columns[c]];
      const double x = kLabels + kCell * static_cast<double>(c);
      const Target page = cell.cases > 0 ? Target(report.Gap(row_code, column_code)) : Target();
      const std::string style =
          cell.cases == 0 ? "empty"
                          : "q" + std::to_string(std::clamp((cell.cases * 5 + map.cases - 1) / map.cases, 1, 5));
      figure.shapes.push_back(Shape::Rect(x, y, kCell - 2, kCell - 2, style, page,
                                          report.CodeLabel(row_code) + " + " + report.CodeLabel(column_code) + ": " +
                                              t("{1} of {2}", cell.cases, map.cases)));
      if (cell.cases == 0) continue;
      figure.shapes.push_back(Shape::Text(x + kCell / 2 - 1, y + 21, style == "q4" || style == "q5" ? "on-dark" : "",
                                          std::to_string(cell.cases), "middle"));
      figure.twin.rows.push_back({{{report.CodeLabel(row_code)}},
                                  {{report.CodeLabel(column_code)}},
                                  {{t("{1} of {2}", cell.cases, map.cases), page, ""}},
                                  {{ConfidenceLabel(cell.confidence, t), {}, cell.confidence.empty() ? "state" : ""}}});
    }
  }
  figure.width = kLabels + kCell * static_cast<double>(columns.size()) + 40;
  figure.height = kTop + kCell * static_cast<double>(rows.size()) + 4;
  return figure;
}

}  // namespace commonground::publish
