// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The law of a country over time: a strip an indicator, each value from when its source says that it holds.  Before
// that, and where a source does not say since when, nothing is said.
#include <algorithm>
#include <map>

#include "publish/indicator_words.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

namespace {

constexpr int kBefore = 6;  // years drawn before the first date, so that its beginning is seen

// More of it is a crime: darker.
int ShadeOf(const std::string& value) {
  static const std::map<std::string, int> shades{{"criminalised", 4},     {"partly", 3}, {"administrative_offence", 2},
                                                 {"not_criminalised", 0}, {"none", 0},   {"no", 0}};
  const auto found = shades.find(value);
  return found == shades.end() ? 1 : found->second;
}

struct Value {
  std::string text;
  std::string note;
  int shade = 0;
};

// What is known of one indicator year by year; two values in a year are a change or a dispute, and both are said.
Timeline::Row RowOf(const Report& report, const std::vector<const model::ContextFact*>& facts, std::string label,
                    int first, int last) {
  const Words& t = report.t;
  Timeline::Row row{std::move(label), false, {}};
  const auto add = [&](int years, const Value* value) {
    if (value == nullptr) {
      row.segments.push_back({years, t("not sourced"), {}, 0, false});
    } else {
      row.segments.push_back({years, value->text, value->note, value->shade, true});
    }
  };
  std::vector<Value> values;
  std::vector<int> of_year(static_cast<std::size_t>(last - first + 1), -1);
  for (const model::ContextFact* fact : facts) {
    if (!fact->valid_from || fact->valid_from->year() > last) continue;
    const int from = std::max(first, fact->valid_from->year());
    const int to = fact->valid_to ? std::clamp(fact->valid_to->year(), from, last) : last;
    values.push_back({report.ValueLabel(fact->value), From(*fact->valid_from, t), ShadeOf(fact->value)});
    const int own = static_cast<int>(values.size()) - 1;
    for (int year = from; year <= to; ++year) {
      int& at = of_year[static_cast<std::size_t>(year - first)];
      const Value before = at < 0 ? Value() : values[static_cast<std::size_t>(at)];
      const bool changes = at >= 0 && year == from;  // the old value ends in the year in which the new one begins
      if (at < 0 || changes) {
        at = own;
      } else if (before.text != values[static_cast<std::size_t>(own)].text) {
        values.push_back({before.text + " · " + values[static_cast<std::size_t>(own)].text, t("disputed"), 1});
        at = static_cast<int>(values.size()) - 1;
      }
    }
  }
  for (std::size_t y = 0; y < of_year.size();) {
    std::size_t end = y + 1;
    const auto same = [&](int a, int b) {
      if (a < 0 || b < 0) return a == b;
      return values[static_cast<std::size_t>(a)].text == values[static_cast<std::size_t>(b)].text;
    };
    while (end < of_year.size() && same(of_year[y], of_year[end])) ++end;
    add(static_cast<int>(end - y), of_year[y] < 0 ? nullptr : &values[static_cast<std::size_t>(of_year[y])]);
    y = end;
  }
  return row;
}

}  // namespace

std::optional<Timeline> LawTimeline(const Report& report, const model::CountryContext& country) {
  const Words& t = report.t;
  const model::Study& study = report.data.study;
  const int last = report.data.context.on.year();
  int first = last;
  bool dated = false;
  std::vector<std::vector<const model::ContextFact*>> facts(study.indicators.size());
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < study.indicators.size(); ++i) index.emplace(study.indicators[i].id.value, i);
  std::vector<model::SourceId> sources;
  for (const model::ContextFact& fact : study.contexts) {
    const auto found = index.find(fact.indicator.value);
    if (fact.country != country.country || found == index.end() || !fact.area.empty()) continue;
    const model::Indicator& indicator = study.indicators[found->second];
    if (indicator.side != model::IndicatorSide::kLaw || indicator.type == model::IndicatorType::kDerived) continue;
    facts[found->second].push_back(&fact);
    if (!fact.valid_from || fact.valid_from->year() > last) continue;
    dated = true;
    first = std::min(first, fact.valid_from->year());
    for (const auto& source : fact.sources) {
      if (std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
    }
  }
  if (!dated) return std::nullopt;
  first = std::max(first - kBefore, last - kMaxYears + 1);
  Timeline line;
  line.id = "figure-law-over-time";
  line.title = t("The law on paper, {1} to {2}", first, last);
  line.subtitle = t(
      "A strip begins where a source says since when, and ends on {1}, never where we stopped looking. Darker: more of "
      "it is a crime. Hatched: no source, or a source without a date.",
      InWords(report.data.context.on, t));
  const int years = last - first + 1;
  const int step = std::max(1, (years + 4) / 5);
  for (int year = first; year <= last; year += step) {
    line.axis.push_back({std::min(step, last - year + 1), std::to_string(year)});
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (facts[i].empty()) continue;
    Timeline::Row row = RowOf(report, facts[i], IndicatorLabel(study.indicators[i], report.t), first, last);
    const bool none = std::ranges::none_of(row.segments, &Timeline::Segment::sourced);
    if (none) row.segments = {{years, t("known, but not since when"), {}, 0, false}};
    line.rows.push_back(std::move(row));
  }
  line.foot = report.SourceLinks(sources);
  return line;
}

}  // namespace commonground::publish
