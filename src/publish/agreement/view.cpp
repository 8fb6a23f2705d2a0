// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "publish/agreement/view.h"

#include <fmt/format.h>

#include <algorithm>

namespace commonground::publish {

AgreementView::AgreementView(const model::Study& of_study, const model::Agreement& of_agreement)
    : study(of_study), agreement(of_agreement) {
  for (const model::Code& code : study.codebook) codes_.emplace(code.id.value, &code);
  for (const model::Document& document : study.documents) documents_.emplace(document.id.value, &document);
}

std::string AgreementView::CodeLabel(const model::CodeId& code) const {
  const auto at = codes_.find(code.value);
  return at == codes_.end() || at->second->label.empty() ? code.value : code.value + " " + at->second->label;
}

const model::Document* AgreementView::DocumentOf(const model::DocumentId& id) const {
  const auto at = documents_.find(id.value);
  return at == documents_.end() ? nullptr : at->second;
}

std::string AgreementView::UnitsWord() const {
  return std::string(model::Word(agreement.unit)) + "s";
}

std::string AgreementView::Coders() const {
  std::string text;
  for (std::size_t i = 0; i < agreement.coders.size(); ++i) {
    const bool last = i + 1 == agreement.coders.size();
    text += (i == 0 ? "" : last ? " and " : ", ") + agreement.coders[i].value;
  }
  return text;
}

model::AgreementMeasure AgreementView::Main() const {
  const auto& figures = agreement.pooled.figures;
  const auto alpha = std::ranges::find(figures, model::AgreementMeasure::kAlpha, &model::AgreementFigure::measure);
  if (alpha != figures.end() || figures.empty()) return model::AgreementMeasure::kAlpha;
  return figures.back().measure;
}

const model::AgreementFigure* AgreementView::MainOf(const model::AgreementRow& row) const {
  const auto at = std::ranges::find(row.figures, Main(), &model::AgreementFigure::measure);
  return at == row.figures.end() ? nullptr : &*at;
}

std::string AgreementView::NameOf(model::AgreementMeasure measure) {
  switch (measure) {
    case model::AgreementMeasure::kPercent:
      return "percent agreement";
    case model::AgreementMeasure::kCohen:
      return "Cohen's kappa";
    case model::AgreementMeasure::kFleiss:
      return "Fleiss' kappa";
    case model::AgreementMeasure::kAc1:
      return "Gwet's AC1";
    case model::AgreementMeasure::kBrennanPrediger:
      return "Brennan and Prediger's kappa";
    case model::AgreementMeasure::kAlpha:
      return "Krippendorff's alpha";
    case model::AgreementMeasure::kUAlpha2016:
      return "u-alpha of unitizing (2016)";
    case model::AgreementMeasure::kAlphaU1995:
      return "alpha_U of unitizing (1995)";
  }
  return "";
}

std::string AgreementView::ShortNameOf(model::AgreementMeasure measure) {
  switch (measure) {
    case model::AgreementMeasure::kPercent:
      return "Agreed";
    case model::AgreementMeasure::kAlpha:
      return "Alpha";
    case model::AgreementMeasure::kAc1:
      return "AC1";
    case model::AgreementMeasure::kUAlpha2016:
      return "u-alpha (2016)";
    case model::AgreementMeasure::kAlphaU1995:
      return "alpha_U (1995)";
    case model::AgreementMeasure::kCohen:
    case model::AgreementMeasure::kFleiss:
    case model::AgreementMeasure::kBrennanPrediger:
      break;
  }
  return NameOf(measure);
}

std::string AgreementView::Rounded(double value) {
  const std::string text = fmt::format("{:.2f}", value);
  return text == "-0.00" ? "0.00" : text;
}

std::string AgreementView::ValueText(const model::AgreementFigure& figure) {
  if (figure.value) return fmt::format("{:.3f}", *figure.value);
  return figure.undefined == model::Undefined::kNoVariation ? "undefined: no variation"
                                                            : std::string(model::Word(figure.undefined));
}

std::string AgreementView::IntervalText(const model::AgreementFigure& figure) const {
  if (!figure.interval) return "";
  return Rounded(figure.interval->low) + " to " + Rounded(figure.interval->high);
}

std::string AgreementView::PrevalenceText(const model::AgreementCounts& counts) {
  if (counts.ratings == 0) return "no ratings";
  return fmt::format("{:.1f}% ({} of {})",
                     100.0 * static_cast<double>(counts.present) / static_cast<double>(counts.ratings), counts.present,
                     counts.ratings);
}

Table AgreementTable(const AgreementView& view, const std::vector<model::AgreementRow>& rows, const std::string& id,
                     const std::string& caption, const std::string& of) {
  Table table{id, caption, {of, "All", "Some", "None", "Prevalence"}, {}};
  for (const model::AgreementFigure& figure : view.agreement.pooled.figures) {
    table.head.push_back(AgreementView::ShortNameOf(figure.measure));
  }
  table.head.push_back(AgreementView::ShortNameOf(view.Main()) +
                       fmt::format(", {:g}% interval", 100 * view.agreement.level));
  for (const model::AgreementRow& row : rows) {
    std::string name = "All codes";
    std::string href;
    if (row.code) {
      name = view.CodeLabel(*row.code);
      const bool seen = std::ranges::find(view.agreement.disagreements, *row.code, &model::Disagreement::code) !=
                        view.agreement.disagreements.end();
      if (seen) href = "#" + AgreementView::AnchorOf(*row.code);
    } else if (row.document) {
      name = row.document->value;
    } else if (view.agreement.by_pair.data() == rows.data()) {
      name = row.coders[0].value + " and " + row.coders[1].value;
    }
    auto& cells = table.rows.emplace_back();
    cells.push_back({{name, href, ""}});
    for (const std::int64_t count : {row.counts.all, row.counts.some, row.counts.none}) {
      cells.push_back({{std::to_string(count), "", "number"}});
    }
    cells.push_back({{AgreementView::PrevalenceText(row.counts), "", "number"}});
    for (const model::AgreementFigure& figure : row.figures) {
      cells.push_back({{AgreementView::ValueText(figure), "", figure.value ? "number" : "state"}});
    }
    const model::AgreementFigure* main = view.MainOf(row);
    cells.push_back({{main != nullptr && main->interval ? view.IntervalText(*main) : "none", "", "muted"}});
  }
  return table;
}

}  // namespace commonground::publish
