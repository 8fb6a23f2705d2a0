// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks up what a placeholder names, in what is published: what is not in the publication is nowhere here.
#include "publish/placed.h"

#include <algorithm>

#include "publish/indicator_words.h"
#include "publish/labels.h"
#include "publish/pages/finding_parts.h"
#include "publish/quote_line.h"

namespace commonground::publish {

namespace {

using rules::Places;

std::int32_t CodeOf(const model::Snapshot& snapshot, std::string_view id) {
  const auto found =
      std::ranges::find(snapshot.codes, id, [](const auto& code) { return std::string_view(code.value); });
  return found == snapshot.codes.end() ? -1 : static_cast<std::int32_t>(found - snapshot.codes.begin());
}

bool HasGroup(const model::Publication& data, std::string_view grouping, std::string_view group) {
  for (const auto& one : data.comparison.groupings) {
    if (one.id != grouping) continue;
    return std::ranges::any_of(one.groups, [&](const auto& of) { return of.id == group; });
  }
  return false;
}

const model::Finding* FindingOf(const model::Publication& data, const rules::Placeholder& one) {
  for (const model::Finding& finding : data.study.findings) {
    const bool is_advice = finding.kind == model::FindingKind::kRecommendation;
    if (finding.id.value == one.of && is_advice == (one.places == Places::kRecommendation)) return &finding;
  }
  return nullptr;
}

const model::CountryContext* CountryOf(const model::Publication& data, std::string_view code) {
  for (const auto& country : data.context.countries) {
    if (country.country.value == code) return &country;
  }
  return nullptr;
}

bool IsNumber(const model::Publication& data, const rules::Placeholder& one) {
  if (std::ranges::find(rules::kTotals, one.of) != rules::kTotals.end()) return true;
  if (CodeOf(data.snapshot, one.of) < 0) return false;
  if (one.detail.empty()) return true;
  const auto [key, value] = rules::PairOf(one.detail);
  return key == "with" ? CodeOf(data.snapshot, value) >= 0 : HasGroup(data, key, value);
}

Spans TotalOf(const Report& report, const std::string& name, const Words& t) {
  const auto& data = report.data;
  const auto link = [](int number, Target target) { return Spans{{std::to_string(number), std::move(target)}}; };
  if (name == "cases") return link(static_cast<int>(data.comparison.cases.size()), PageId{PageKind::kCases});
  if (name == "findings") return link(static_cast<int>(FindingsOf(report).size()), PageId{PageKind::kFindings});
  if (name == "passages") {
    int passages = 0;
    for (const auto& material : data.comparison.material) passages += material.passages;
    return link(passages, PlaceTarget{{PageKind::kMethodology}, "flow"});
  }
  const Report::Material regions = Report::MaterialOf(report.Regions());
  return {{t("{1} of {2}", regions.groups, regions.of), PageId{PageKind::kCoverage}}};
}

// Cases in which both codes are told.
int CasesWithBoth(const Report& report, std::int32_t code, std::int32_t with) {
  std::vector<std::int32_t> both;
  std::ranges::set_intersection(report.CasesWith(code), report.CasesWith(with), std::back_inserter(both));
  return static_cast<int>(both.size());
}

Spans NumberOfCases(const Report& report, const rules::Placeholder& one, const Words& t) {
  if (std::ranges::find(rules::kTotals, one.of) != rules::kTotals.end()) return TotalOf(report, one.of, t);
  const std::int32_t code = CodeOf(report.data.snapshot, one.of);
  const auto [key, value] = rules::PairOf(one.detail);
  if (key == "with") {
    const int of = report.Row(report.Regions(), code).overall.present;
    const int both = CasesWithBoth(report, code, CodeOf(report.data.snapshot, value));
    return {{CasesOf(t, both, of), of > 0 ? Target(report.Number(code)) : Target()}};
  }
  const model::Grouping* grouping = key.empty() ? &report.Regions() : report.Find(std::string(key));
  const model::CodeRow& row = report.Row(*grouping, code);
  model::Share share = row.overall;
  Target target = report.Number(code);
  if (!key.empty()) {
    const auto group = std::ranges::find(grouping->groups, value, [](const auto& g) { return std::string_view(g.id); });
    const auto g = static_cast<std::size_t>(group - grouping->groups.begin());
    share = row.by_group[g];
    target = report.Number(code, *grouping, g);
  }
  if (share.of == 0) return {{t("no case yet")}};
  return {{CasesOf(t, share.present, share.of), row.overall.present > 0 ? target : Target()}};
}

Spans ContextOf(const Report& report, const rules::Placeholder& one, const Words& t) {
  const model::CountryContext& country = *CountryOf(report.data, one.of);
  const Target page = Report::CountryPage(country.country);
  if (one.detail.empty()) return {{report.CountryName(country.country, t), page}};
  if (one.detail == "legal_model") return {{IndicatorValueLabel(country.legal_model, t), page}};
  for (const auto& value : country.indicators) {
    if (value.indicator.value != one.detail) continue;
    return {{value.facts.empty() ? t("not sourced") : IndicatorValueLabel(value.value, t), page}};
  }
  return {{t("not sourced"), page}};
}

}  // namespace

std::optional<Spans> Placed(const Report& report, const rules::Placeholder& one, const Words& t) {
  if (!one.places || !IsPlaced(report.data, one)) return std::nullopt;
  switch (*one.places) {
    case Places::kNumber:
      return NumberOfCases(report, one, t);
    case Places::kCase: {
      const model::OrganisationId id(one.of);
      return Spans{{report.OrganisationName(id), Report::CasePage(id)}};
    }
    case Places::kContext:
      return ContextOf(report, one, t);
    case Places::kFinding: {
      const model::Finding* finding = FindingOf(report.data, one);
      return Spans{{t("Finding {1}", NumberOf(report, finding->id)), PlaceOf(*finding)}};
    }
    case Places::kRecommendation: {
      const model::Finding* advice = FindingOf(report.data, one);
      return Spans{{advice->statement, PlaceTarget{{PageKind::kRecommendations}, "recommendation-" + one.of}}};
    }
    case Places::kFigure:
    case Places::kTable:
    case Places::kQuote:
      break;
  }
  return std::nullopt;
}

bool IsPlaced(const model::Publication& data, const rules::Placeholder& one) {
  if (!one.places || !one.closed) return false;
  switch (*one.places) {
    case Places::kFigure:
      return std::ranges::find(rules::kFigureNames, one.of) != rules::kFigureNames.end();
    case Places::kTable:
      return std::ranges::find(rules::kTableNames, one.of) != rules::kTableNames.end();
    case Places::kQuote:
      return FindQuote(data, {one.of, one.detail, one.line}) != nullptr;
    case Places::kNumber:
      return IsNumber(data, one);
    case Places::kCase: {
      // By its own name: a case under a pseudonym is placed by nobody.
      const auto named = data.named.find(model::OrganisationId(one.of));
      const auto& cases = data.comparison.cases;
      return named != data.named.end() && named->second &&
             std::ranges::find(cases, model::OrganisationId(one.of)) != cases.end();
    }
    case Places::kContext:
      return CountryOf(data, one.of) != nullptr;
    case Places::kFinding:
    case Places::kRecommendation:
      return FindingOf(data, one) != nullptr;
  }
  return false;
}

}  // namespace commonground::publish
