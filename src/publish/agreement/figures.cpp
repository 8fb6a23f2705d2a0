// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Draws the figures of the agreement page.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

#include "publish/agreement/view.h"

namespace commonground::publish {

namespace {

constexpr double kLabels = 184;  // with the axis as wide as a phone
constexpr double kAxis = 170;
constexpr double kValues = 184;  // the value beside the axis, and its interval; "intervalo del 99,5 %" is the longest
constexpr double kBars = 90;
constexpr double kRow = 26;
constexpr double kTop = 34;
constexpr std::size_t kLinesOfAFigure = 20;  // fits a printed page below the title
constexpr double kMatrixLabels = 240;
constexpr double kCell = 60;
constexpr double kCellHeight = 30;
constexpr std::size_t kMaxCodes = 12;  // of a matrix; the table below it has all

void AddText(Figure& figure, double x, double y, const std::string& text, const std::string& style = "",
             const std::string& anchor = "start") {
  figure.shapes.push_back(Shape::Text(x, y, style, text, anchor));
}

// Lowest agreement first: that is where to talk; what is undefined comes last.
std::vector<const model::AgreementRow*> Sorted(const AgreementView& view) {
  std::vector<const model::AgreementRow*> rows;
  for (const auto& row : view.agreement.by_code) rows.push_back(&row);
  std::ranges::stable_sort(rows, {}, [&](const model::AgreementRow* row) {
    const auto* figure = view.MainOf(*row);
    return figure != nullptr && figure->value ? *figure->value : 2.0;
  });
  return rows;
}

}  // namespace

namespace {

// Lines `from` up to, not with, `to` of all.
Figure DrawLines(const AgreementView& view, const std::vector<const model::AgreementRow*>& all, std::size_t from,
                 std::size_t to) {
  const std::span rows = std::span(all).subspan(from, to - from);
  const Words& t = view.t;
  Figure figure;
  figure.id = fmt::format("figure-agreement-{}", from + 1);
  double least = 0;  // the same axis in every part
  for (const auto* row : all) {
    const auto* main = view.MainOf(*row);
    if (main == nullptr || !main->value) continue;
    least = std::min({least, *main->value, main->interval ? main->interval->low : 0.0});
  }
  least = std::max(-1.0, std::floor(least * 5) / 5);
  const auto x_of = [&](double value) {
    return kLabels + kAxis * (std::clamp(value, least, 1.0) - least) / (1 - least);
  };
  const double bottom = kTop + kRow * static_cast<double>(rows.size());
  const auto tick = [&](double value, const std::string& text, const std::string& anchor = "middle") {
    figure.shapes.push_back(Shape::Line(x_of(value), kTop - 8, 0, bottom - kTop + 8, "axis"));
    AddText(figure, x_of(value), kTop - 14, text, "small", anchor);
  };
  if (least < 0) tick(least, t.Number(fmt::format("{:.1f}", least)));
  AddText(figure, kLabels + kAxis + 54, kTop - 14, t("{1} interval", view.LevelText()), "small");
  tick(0, "0");
  if (view.Main() == model::AgreementMeasure::kAlpha) {
    tick(kTentative, t.Number("0.667"), "end");
    tick(kReliable, t.Number("0.8"), "start");
  }
  tick(1, "1");
  AddText(figure, kLabels + kAxis + kValues, kTop - 14, t("Prevalence"), "small");
  std::int64_t most = 1;
  for (const auto* row : all) most = std::max(most, row->counts.present);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const model::AgreementRow& row = *rows[i];
    const double middle = kTop + kRow * (static_cast<double>(i) + 0.5);
    AddText(figure, 0, middle + 5, Fit(view.CodeLabel(*row.code), kLabels - 12));
    const auto* main = view.MainOf(row);
    const bool has = main != nullptr && main->value.has_value();
    if (has && main->interval) {
      const double low = x_of(main->interval->low);
      figure.shapes.push_back(Shape::Line(low, middle, x_of(main->interval->high) - low, 0, "whisker"));
    }
    if (has) {
      const Target href = row.counts.some > 0 && !view.agreement.disagreements.empty()
                              ? Target(AgreementView::PassagesOf(*row.code))
                              : Target();
      figure.shapes.push_back(Shape::Rect(x_of(*main->value) - 5, middle - 5, 10, 10, "dot", href,
                                          t("{1}: {2}", view.CodeLabel(*row.code), view.ValueText(*main))));
      AddText(figure, kLabels + kAxis + 44, middle + 5, view.Rounded(*main->value), "small", "end");
      AddText(figure, kLabels + kAxis + 54, middle + 5, view.IntervalText(*main), "small");
    } else {
      AddText(figure, kLabels + kAxis + 12, middle + 5, t("undefined"), "small");
    }
    const double share = static_cast<double>(row.counts.present) / static_cast<double>(most);
    figure.shapes.push_back(Shape::Rect(kLabels + kAxis + kValues, middle - 7, std::max(1.0, kBars * share), 14, "q2"));
    AddText(figure, kLabels + kAxis + kValues + std::max(1.0, kBars * share) + 6, middle + 5,
            view.ShareText(row.counts), "small");
  }
  const std::string name = view.ShortNameOf(view.Main());
  figure.title = rows.size() == all.size()
                     ? t("{1} by code, lowest first", name)
                     : t("{1} by code, lowest first: codes {2} to {3} of {4}", name, from + 1, to, all.size());
  figure.subtitle =
      t("Dots: {1}. Coders: {2}. Units: {3}. Documents: {4}. Lines: {5} interval. Bars: share of ratings that say "
        "\"present\".",
        view.NameOf(view.Main()), view.Coders(), view.UnitsWord(), view.agreement.documents.size(), view.LevelText());
  figure.description =
      t("Codes at the top are those that the coders see most differently. Where a line is long, too little is coded to "
        "tell. The table below has the same numbers.");
  figure.width = kLabels + kAxis + kValues + kBars + 60;
  figure.height = bottom + 8;
  return figure;
}

Table TwinOfAgreement(const AgreementView& view) {
  auto rows = view.agreement.by_code;
  rows.push_back(view.agreement.pooled);
  return AgreementTable(view, rows, "table-agreement",
                        view.t("Agreement by code, in the order of the codebook. All, some, none: how often all, some "
                               "or none of the coders gave the code (units: {1})",
                               view.UnitsWord()),
                        view.t("Code"));
}

}  // namespace

std::vector<Figure> DrawAgreement(const AgreementView& view) {
  const auto rows = Sorted(view);
  std::vector<Figure> figures;
  for (std::size_t from = 0; from < rows.size(); from += kLinesOfAFigure) {
    figures.push_back(DrawLines(view, rows, from, std::min(rows.size(), from + kLinesOfAFigure)));
  }
  if (!figures.empty()) figures.back().twin = TwinOfAgreement(view);
  return figures;
}

Figure DrawAllAgreement(const AgreementView& view, std::size_t most) {
  const auto rows = Sorted(view);
  Figure figure = DrawLines(view, rows, 0, std::min(rows.size(), most));
  figure.twin = TwinOfAgreement(view);
  return figure;
}

Figure DrawConfusions(const AgreementView& view, const model::CoderId& first, const model::CoderId& second,
                      const std::string& id) {
  const Words& t = view.t;
  std::vector<const model::Confusion*> taken;  // different codes only
  std::map<std::string, std::int64_t> weight;
  for (const model::Confusion& one : view.agreement.confusions) {
    if (one.first != first || one.second != second || !one.first_code || !one.second_code) continue;
    if (*one.first_code == *one.second_code) continue;
    taken.push_back(&one);
    weight[one.first_code->value] += one.units;
    weight[one.second_code->value] += one.units;
  }
  std::ranges::stable_sort(taken, std::ranges::greater{}, &model::Confusion::units);
  std::vector<std::string> codes;
  for (const auto& [code, units] : weight) codes.push_back(code);
  std::ranges::stable_sort(codes, std::ranges::greater{}, [&](const std::string& code) { return weight.at(code); });
  if (codes.size() > kMaxCodes) codes.resize(kMaxCodes);
  std::ranges::sort(codes);
  Figure figure;
  figure.id = id;
  figure.title = taken.empty() ? t("{1} and {2} took no code for another", first.value, second.value)
                               : t("Most frequent: {1} coded {2} where {3} coded {4}", first.value,
                                   view.CodeLabel(*taken.front()->first_code), second.value,
                                   view.CodeLabel(*taken.front()->second_code));
  figure.subtitle = t("Units ({1}) where each gave a code that the other did not; down: {2}, across: {3}.",
                      view.UnitsWord(), first.value, second.value);
  if (weight.size() > kMaxCodes) {
    figure.subtitle = t("{1} {2}", figure.subtitle, t("The {1} codes most often taken for others.", kMaxCodes));
  }
  figure.description = t(
      "A dark cell is a pair of codes that are confused with each other: their definitions may need an example each.");
  std::int64_t most = 1;
  for (const auto* one : taken) most = std::max(most, one->units);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const double at = kTop + kCellHeight * static_cast<double>(i);
    AddText(figure, 0, at + 20, Fit(view.CodeLabel(model::CodeId(codes[i])), kMatrixLabels - 8));
    AddText(figure, kMatrixLabels + kCell * (static_cast<double>(i) + 0.5), kTop - 8, Fit(codes[i], kCell - 2), "small",
            "middle");
    for (std::size_t j = 0; j < codes.size(); ++j) {
      std::int64_t units = 0;
      for (const auto* one : taken) {
        if (one->first_code->value == codes[i] && one->second_code->value == codes[j]) units = one->units;
      }
      const auto shade = units == 0 ? 0 : 1 + static_cast<int>(4 * units / most);
      figure.shapes.push_back(Shape::Rect(kMatrixLabels + kCell * static_cast<double>(j), at, kCell, kCellHeight,
                                          i == j ? "empty" : "q" + std::to_string(shade)));
      if (units > 0) {
        AddText(figure, kMatrixLabels + kCell * (static_cast<double>(j) + 0.5), at + 20, std::to_string(units),
                shade >= 4 ? "on-dark" : "", "middle");
      }
    }
  }
  figure.width = kMatrixLabels + kCell * static_cast<double>(codes.size()) + 4;
  figure.height = kTop + kCellHeight * static_cast<double>(codes.size()) + 8;
  figure.twin = {"table-" + id, t("Which code was taken for which"), {first.value, second.value, t("Units")}, {}};
  for (const auto* one : taken) {
    figure.twin.rows.push_back(
        {{{view.CodeLabel(*one->first_code)}}, {{view.CodeLabel(*one->second_code)}}, {{std::to_string(one->units)}}});
  }
  return figure;
}

}  // namespace commonground::publish
