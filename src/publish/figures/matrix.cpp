// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codes down, sorted by balanced prevalence; groups across; k/n in the cell, shade by share; hatched where a group has
// no case yet; reach, class and robustness in the table.
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "publish/figures/figures.h"

namespace commonground::publish {

namespace {
constexpr double kLabels = 370;
constexpr double kCellWidth = 108;
constexpr double kCellHeight = 26;
constexpr double kTop = 78;

// Five steps; nothing is shaded q0 but none.
std::string Shade(const model::Share& share) {
  if (share.of == 0) return "hatched";
  if (share.present == 0) return "q0";
  return "q" + std::to_string(std::clamp((share.present * 5 + share.of - 1) / share.of, 1, 5));
}

// A bold label as at most three lines, cut at spaces.
std::vector<std::string> Lines(const std::string& label, double width) {
  constexpr double kBold = 0.85;  // bold letters are wider than Fit takes them to be
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at < label.size()) {
    std::size_t end = label.size();
    while (end != std::string::npos && end > at) {
      const std::string line = label.substr(at, end - at);
      if (Fit(line, width * kBold) == line) break;
      const std::size_t space = label.rfind(' ', end - 1);
      if (space == std::string::npos || space <= at) break;  // one long word is cut
      end = space;
    }
    const bool last = lines.size() == 2;
    lines.push_back(Fit(label.substr(at, last ? std::string::npos : end - at), width * kBold));
    if (last) break;
    at = end == label.size() ? end : end + 1;
  }
  return lines;
}

}  // namespace

std::string Fit(const std::string& text, double width) {
  constexpr double kNarrow = 7.2;  // generous mean width of a letter at 13 px
  double used = 0;
  std::int32_t at = 0;
  const auto length = static_cast<std::int32_t>(text.size());
  while (at < length) {
    const std::int32_t before = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, length, c);
    const int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    used += wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 13 : kNarrow;
    if (used > width) return text.substr(0, static_cast<std::size_t>(before)) + "…";
  }
  return text;
}

Figure DrawMatrix(const Report& report, const model::Grouping& grouping, model::CodeKind kind, std::string id) {
  const Words& t = report.t;
  std::vector<std::size_t> shown;  // every region; of legal models those with a case
  for (std::size_t g = 0; g < grouping.groups.size(); ++g) {
    if (grouping.id == "region" || grouping.groups[g].cases > 0) shown.push_back(g);
  }
  std::vector<std::int32_t> codes = report.CodesOf(kind);
  if (codes.size() > kMaxShown) codes.resize(kMaxShown);
  const auto everywhere = static_cast<int>(report.CommonGround(grouping, kind).size());
  const Report::Material material = Report::MaterialOf(grouping);

  Figure figure;
  figure.id = "figure-" + id;
  const auto cases = static_cast<int>(report.data.comparison.cases.size());
  figure.title =
      kind == model::CodeKind::kBarrier
          ? t.Plural("{1} barrier is named in every group with material ({2} of {3}) and in at least {4} of {5} cases",
                     "{1} barriers are named in every group with material ({2} of {3}) and in at least {4} of {5} "
                     "cases",
                     everywhere, everywhere, material.groups, material.of, report.LeastCases(), cases)
          : t.Plural("{1} practice is found in every group with material ({2} of {3}) and in at least {4} of {5} cases",
                     "{1} practices are found in every group with material ({2} of {3}) and in at least {4} of {5} "
                     "cases",
                     everywhere, everywhere, material.groups, material.of, report.LeastCases(), cases);
  figure.subtitle =
      t("Cases in which each is coded, of the cases with material. Hatched: no case yet, so not sourced.");
  if (grouping.id != "region") {
    figure.title += " – " + (grouping.id == "legal_model" ? t("By legal model") : t("By the law on selling sex"));
  }
  figure.description = t("The table below has the same numbers; each leads to its passages.");
  figure.twin.id = "table-" + id;
  figure.twin.caption = t("Table: {1}", figure.title);
  figure.twin.head = {t("Code")};
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const std::string label = report.GroupLabel(grouping, shown[i]);
    const double x = kLabels + kCellWidth * static_cast<double>(i);
    double line_y = 14;
    for (const std::string& line : Lines(label, kCellWidth - 8)) {
      figure.shapes.push_back(Shape::Text(x + 4, line_y, "bold", line));
      line_y += 16;
    }
    figure.shapes.push_back(Shape::Text(
        x + 4, kTop - 12, "small",
        t.Plural("{1} case", "{1} cases", grouping.groups[shown[i]].cases, grouping.groups[shown[i]].cases)));
    figure.twin.head.push_back(label);
  }
  for (const std::string& head :
       {t("All cases"), t("Class"), t("Holds without any one case"), t("Without any one coder")}) {
    figure.twin.head.push_back(head);
  }

  for (std::size_t r = 0; r < codes.size(); ++r) {
    const std::int32_t code = codes[r];
    const model::CodeRow& row = report.Row(grouping, code);
    const std::string label = report.CodeLabel(code);
    const double y = kTop + kCellHeight * static_cast<double>(r);
    figure.shapes.push_back(Shape::Text(0, y + 18, "", Fit(label, kLabels - 8)));
    std::vector<Spans> cells{{{label, report.Number(code), ""}}};
    for (std::size_t i = 0; i < shown.size(); ++i) {
      const model::Share& share = row.by_group[shown[i]];
      const double x = kLabels + kCellWidth * static_cast<double>(i);
      const std::string numbers = std::to_string(share.present) + "/" + std::to_string(share.of);
      const Target page = share.of > 0 ? Target(report.Number(code, grouping, shown[i])) : Target();
      const std::string shade = Shade(share);
      figure.shapes.push_back(Shape::Rect(
          x, y, kCellWidth - 2, kCellHeight - 2, shade, page,
          label + ", " + report.GroupLabel(grouping, shown[i]) + ": " + t("{1} of {2}", share.present, share.of)));
      if (share.of > 0) {
        figure.shapes.push_back(Shape::Text(x + kCellWidth / 2 - 1, y + 17,
                                            shade == "q4" || shade == "q5" ? "on-dark" : "", numbers, "middle"));
      }
      cells.push_back(share.of > 0 ? Spans{Count(share, report, page)} : Spans{{t("no case yet"), {}, "state"}});
    }
    cells.push_back({Count(row.overall, report, report.Number(code))});
    cells.push_back({{report.ClassLabel(row, grouping)}});
    cells.push_back({{t("{1} of {2}", row.by_case.holds, row.by_case.of)}});
    cells.push_back(  // Without the only coder nothing is left: that says nothing about robustness.
        {{row.by_coder.of < 2 ? "–" : t("{1} of {2}", row.by_coder.holds, row.by_coder.of)}});
    figure.twin.rows.push_back(std::move(cells));
  }
  figure.width = kLabels + kCellWidth * static_cast<double>(shown.size());
  figure.height = kTop + kCellHeight * static_cast<double>(codes.size()) + 4;
  return figure;
}

}  // namespace commonground::publish
