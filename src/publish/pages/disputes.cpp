// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where sources differ about a country: all values beside each other, none chosen, no average.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "publish/indicator_words.h"
#include "publish/labels.h"
#include "publish/pages/pages.h"
#include "rules/values.h"

namespace commonground::publish {

namespace {

// The end of the line: the least of 1, 2, 5, 10, 20, 25, 50, ... that no value lies above; of percentages 100.
double EndOf(double most, bool percent) {
  if (percent) return 100;
  for (double decade = 1;; decade *= 10) {
    for (const double step : {1.0, 2.0, 2.5, 5.0}) {
      const double end = step * decade;
      if (end >= most && std::floor(end) == end) return end;
    }
  }
}

void Draw(const Report& report, const std::vector<std::string>& plain, bool percent, Disputed::Item& item) {
  item.drawn = std::ranges::all_of(plain, [](const std::string& value) { return rules::IsAmount(value); });
  if (!item.drawn) return;
  double most = 0;
  for (const std::string& value : plain) most = std::max(most, std::strtod(value.c_str(), nullptr));
  const double end = EndOf(most, percent);
  item.end = report.t.Amount(std::to_string(static_cast<long long>(end)), percent ? "%" : "");
  for (std::size_t i = 0; i < plain.size(); ++i) {
    item.values[i].place = static_cast<int>(std::lround(100 * std::strtod(plain[i].c_str(), nullptr) / end));
    item.values[i].value = report.t.Amount(plain[i], percent ? "%" : "");
  }
}

// "[4] measured, as of 2026-06", behind the title of the source.
template <typename Fact>
Spans SourceOf(const Report& report, const Fact& fact) {
  const Words& t = report.t;
  Spans spans;
  for (const model::SourceId& id : fact.sources) {
    for (const model::Source& source : report.data.study.sources) {
      if (source.id == id) spans.push_back({source.title + " ", {}, "strong"});
    }
    spans.push_back(report.SourceLink(id));
    spans.push_back({" "});
  }
  if (fact.as_of)
    spans.push_back({AsOf(*fact.as_of, t)});
  else if (fact.valid_from)
    spans.push_back({From(*fact.valid_from, t)});
  return spans;
}

std::string Joined(const Words& t, const std::vector<Disputed::Value>& values) {
  std::string words;
  for (const auto& one : values) words += (words.empty() ? "" : " " + t("or") + " ") + one.value;
  return words;
}

}  // namespace

void AddDisputes(const Report& report, const model::CountryContext& country, Page& page) {
  const Words& t = report.t;
  const model::Study& study = report.data.study;
  Disputed disputed;
  for (std::size_t i = 0; i < country.indicators.size(); ++i) {
    const model::IndicatorValue& value = country.indicators[i];
    const model::Indicator& indicator = study.indicators[i];
    if (value.state != model::ContextState::kDisputed || value.facts.empty()) continue;
    Disputed::Item item;
    std::vector<std::string> plain;
    for (const std::size_t f : value.facts) {
      plain.push_back(study.contexts[f].value);
      item.values.push_back({report.ValueLabel(plain.back()), 0, SourceOf(report, study.contexts[f])});
    }
    Draw(report, plain, indicator.type == model::IndicatorType::kPercent, item);
    item.title = t("{1}: {2}", IndicatorLabel(indicator, report.t), Joined(t, item.values));
    disputed.items.push_back(std::move(item));
  }
  for (const model::StatementGroup& group : report.data.context.statements) {
    if (!group.disputed || group.subject != country.country.value) continue;
    Disputed::Item item;
    std::vector<std::string> plain;
    for (const std::size_t s : group.statements) {
      plain.push_back(study.statements[s].value);
      item.values.push_back({plain.back(), 0, SourceOf(report, study.statements[s])});
    }
    Draw(report, plain, false, item);
    std::string property = group.property;
    std::ranges::replace(property, '_', ' ');
    item.title = t("{1}: {2}", property, Joined(t, item.values));
    disputed.items.push_back(std::move(item));
  }
  if (disputed.items.empty()) return;
  Heading heading{t("Where sources differ"), "disputed", 2};
  heading.cap = {
      {t("All values are shown, with where they come from. The report does not choose, and no average is "
         "made.")}};
  page.blocks.emplace_back(std::move(heading));
  page.blocks.emplace_back(std::move(disputed));
}

}  // namespace commonground::publish
