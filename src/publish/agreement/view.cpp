// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Prepares agreement figures for the page.

#include "publish/agreement/view.h"

#include <fmt/format.h>

#include <algorithm>

namespace commonground::publish {

AgreementView::AgreementView(const model::Study& of_study, const model::Agreement& of_agreement, const Words& words)
    : study(of_study), agreement(of_agreement), t(words) {
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
  switch (agreement.unit) {
    case model::AgreementUnit::kCharacter:
      return t("characters");
    case model::AgreementUnit::kSentence:
      return t("sentences");
    case model::AgreementUnit::kParagraph:
      return t("paragraphs");
    case model::AgreementUnit::kSegment:
      return t("segments");
    case model::AgreementUnit::kDocument:
      return t("documents");
  }
  return "";
}

std::string AgreementView::Coders() const {
  const auto& coders = agreement.coders;
  if (coders.empty()) return "";
  std::string text = coders[0].value;
  for (std::size_t i = 1; i < coders.size(); ++i) {
    text = i + 1 == coders.size() ? t("{1} and {2}", text, coders[i].value) : t("{1}, {2}", text, coders[i].value);
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

std::string AgreementView::NameOf(model::AgreementMeasure measure) const {
  switch (measure) {
    case model::AgreementMeasure::kPercent:
      return t("percent agreement");
    case model::AgreementMeasure::kCohen:
      return t("Cohen's kappa");
    case model::AgreementMeasure::kFleiss:
      return t("Fleiss' kappa");
    case model::AgreementMeasure::kAc1:
      return t("Gwet's AC1");
    case model::AgreementMeasure::kBrennanPrediger:
      return t("Brennan and Prediger's kappa");
    case model::AgreementMeasure::kAlpha:
      return t("Krippendorff's alpha");
    case model::AgreementMeasure::kUAlpha2016:
      return t("u-alpha of unitizing (2016)");
    case model::AgreementMeasure::kAlphaU1995:
      return t("alpha_U of unitizing (1995)");
  }
  return "";
}

std::string AgreementView::ShortNameOf(model::AgreementMeasure measure) const {
  switch (measure) {
    case model::AgreementMeasure::kPercent:
      return t("Agreed");
    case model::AgreementMeasure::kAlpha:
      return t("Alpha");
    case model::AgreementMeasure::kAc1:
      return "AC1";
    case model::AgreementMeasure::kUAlpha2016:
      return t("u-alpha (2016)");
    case model::AgreementMeasure::kAlphaU1995:
      return t("alpha_U (1995)");
    case model::AgreementMeasure::kCohen:
    case model::AgreementMeasure::kFleiss:
    case model::AgreementMeasure::kBrennanPrediger:
      break;
  }
  return NameOf(measure);
}

std::string AgreementView::Rounded(double value) const {
  const std::string text = fmt::format("{:.2f}", value);
  return t.Number(text == "-0.00" ? "0.00" : text);
}

std::string AgreementView::ValueText(const model::AgreementFigure& figure) const {
  if (figure.value) return t.Number(fmt::format("{:.3f}", *figure.value));
  switch (figure.undefined) {
    case model::Undefined::kNo:
      return "";
    case model::Undefined::kNoVariation:
      return t("undefined: no variation");
    case model::Undefined::kNoPairs:
      return t("no unit with two coders");
    case model::Undefined::kTwoOnly:
      return t("for two coders only");
    case model::Undefined::kPerCode:
      return t("for one code only");
  }
  return "";
}

std::string AgreementView::IntervalText(const model::AgreementFigure& figure) const {
  if (!figure.interval) return "";
  return t("{1} to {2}", Rounded(figure.interval->low), Rounded(figure.interval->high));
}

std::string AgreementView::LevelText() const {
  return t("{1}%", t.Number(fmt::format("{:g}", 100 * agreement.level)));
}

std::string AgreementView::ShareText(const model::AgreementCounts& counts) const {
  const double share =
      counts.ratings == 0 ? 0.0 : static_cast<double>(counts.present) / static_cast<double>(counts.ratings);
  return t("{1}%", t.Number(fmt::format("{:.1f}", 100 * share)));
}

std::string AgreementView::PrevalenceText(const model::AgreementCounts& counts) const {
  if (counts.ratings == 0) return t("no ratings");
  return t("{1} ({2} of {3})", ShareText(counts), counts.present, counts.ratings);
}

Table AgreementTable(const AgreementView& view, const std::vector<model::AgreementRow>& rows, const std::string& id,
                     const std::string& caption, const std::string& of) {
  const Words& t = view.t;
  Table table{id, caption, {of, t("All"), t("Some"), t("None"), t("Prevalence")}, {}};
  for (const model::AgreementFigure& figure : view.agreement.pooled.figures) {
    table.head.push_back(view.ShortNameOf(figure.measure));
  }
  table.head.push_back(t("{1}, {2} interval", view.ShortNameOf(view.Main()), view.LevelText()));
  for (const model::AgreementRow& row : rows) {
    std::string name = t("All codes");
    Target href;
    if (row.code) {
      name = view.CodeLabel(*row.code);
      const bool seen = std::ranges::find(view.agreement.disagreements, *row.code, &model::Disagreement::code) !=
                        view.agreement.disagreements.end();
      if (seen) href = AgreementView::PassagesOf(*row.code);
    } else if (row.document) {
      name = row.document->value;
    } else if (view.agreement.by_pair.data() == rows.data()) {
      name = t("{1} and {2}", row.coders[0].value, row.coders[1].value);
    }
    auto& cells = table.rows.emplace_back();
    cells.push_back({{name, href, ""}});
    for (const std::int64_t count : {row.counts.all, row.counts.some, row.counts.none}) {
      cells.push_back({{std::to_string(count), {}, "number"}});
    }
    cells.push_back({{view.PrevalenceText(row.counts), {}, "number"}});
    for (const model::AgreementFigure& figure : row.figures) {
      cells.push_back({{view.ValueText(figure), {}, figure.value ? "number" : "state"}});
    }
    const model::AgreementFigure* main = view.MainOf(row);
    cells.push_back(
        {{main != nullptr && main->interval ? view.IntervalText(*main) : t("no interval"), {}, "number muted"}});
  }
  return table;
}

}  // namespace commonground::publish
