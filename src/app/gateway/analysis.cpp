// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Gives comparison only what consent to analyse covers.

#include "app/gateway/analysis.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <tuple>
#include <unordered_map>

#include "app/gateway/consent_book.h"
#include "core/text_range.h"

namespace commonground::app {

namespace {

using model::GroupingPlan;
using model::OrganisationId;
using model::Study;

constexpr std::array kLegalModels{"decriminalised",      "legalised_regulated", "depenalised",      "end_demand",
                                  "partly_criminalised", "fully_criminalised",  "mixed_subnational"};

// The models of METHODS 2 in their order, then those that only the study's own rule knows.
std::vector<std::string> LegalModelsOf(const Study& study) {
  std::vector<std::string> models(kLegalModels.begin(), kLegalModels.end());
  for (const model::LegalModelRule& rule : study.legal_model) {
    const bool listed = rule.model == "unknown" || std::ranges::find(models, rule.model) != models.end();
    if (!listed) models.push_back(rule.model);
  }
  return models;
}

template <typename List, typename Key>
auto IndexOf(const List& list, Key key) {
  std::unordered_map<std::string, std::int32_t> index;
  for (std::size_t i = 0; i < list.size(); ++i) index.emplace(key(list[i]).value, static_cast<std::int32_t>(i));
  return index;
}

std::int32_t Find(const std::unordered_map<std::string, std::int32_t>& index, const std::string& key) {
  const auto found = index.find(key);
  return found == index.end() ? -1 : found->second;
}

// Groups of values, "unknown" last; `value_of` gives a case's value.
template <typename ValueOf>
GroupingPlan PlanOf(std::string id, std::vector<std::string> values, std::size_t cases, ValueOf value_of) {
  GroupingPlan plan;
  plan.id = std::move(id);
  plan.ids = std::move(values);
  std::vector<std::string> of_case;
  for (std::size_t i = 0; i < cases; ++i) of_case.push_back(value_of(i));
  if (std::ranges::find(of_case, "disputed") != of_case.end()) plan.ids.emplace_back("disputed");
  plan.ids.emplace_back("unknown");
  plan.labels = plan.ids;
  for (const std::string& value : of_case) {
    const auto found = std::ranges::find(plan.ids, value);
    plan.group_of_case.push_back(found == plan.ids.end() ? static_cast<std::int32_t>(plan.ids.size()) - 1
                                                         : static_cast<std::int32_t>(found - plan.ids.begin()));
  }
  return plan;
}

enum class WithoutCountry { kUnknown, kInNoGroup };

std::vector<GroupingPlan> PlansOf(const Study& study, const model::ContextView& context,
                                  const std::vector<OrganisationId>& cases, WithoutCountry without_country) {
  const auto organisation_index = IndexOf(study.organisations, [](const auto& o) { return o.id; });
  const auto region_index = IndexOf(study.regions, [](const auto& r) { return r.id; });
  std::map<model::CountryCode, const model::CountryContext*> country_context;
  for (const auto& country : context.countries) country_context[country.country] = &country;

  std::vector<const model::CountryContext*> contexts;  // by case; null: no country
  std::vector<bool> has_country;                       // by case
  GroupingPlan regions;
  regions.id = "region";
  for (const auto& region : study.regions) {
    regions.ids.push_back(region.id.value);
    regions.labels.push_back(region.label);
  }
  for (const OrganisationId& id : cases) {
    const std::int32_t at = Find(organisation_index, id.value);
    const model::Organisation* organisation = at < 0 ? nullptr : &study.organisations[static_cast<std::size_t>(at)];
    const bool placed = organisation != nullptr && organisation->region.has_value();
    regions.group_of_case.push_back(placed ? Find(region_index, organisation->region->value) : -1);
    has_country.push_back(organisation != nullptr && organisation->country);
    const bool known = has_country.back() && country_context.contains(*organisation->country);
    contexts.push_back(known ? country_context.at(*organisation->country) : nullptr);
  }

  std::vector<GroupingPlan> plans{std::move(regions)};
  plans.push_back(PlanOf("legal_model", LegalModelsOf(study), cases.size(), [&](std::size_t i) {
    return contexts[i] == nullptr ? std::string("unknown") : contexts[i]->legal_model;
  }));
  for (std::size_t k = 0; k < study.indicators.size(); ++k) {
    const model::Indicator& indicator = study.indicators[k];
    if (indicator.type != model::IndicatorType::kChoice) continue;
    plans.push_back(PlanOf(indicator.id.value, indicator.values, cases.size(), [&](std::size_t i) {
      return contexts[i] == nullptr ? std::string("unknown") : contexts[i]->indicators[k].value;
    }));
  }
  if (without_country == WithoutCountry::kInNoGroup) {
    for (GroupingPlan& plan : std::span(plans).subspan(1)) {
      for (std::size_t i = 0; i < cases.size(); ++i) {
        if (!has_country[i]) plan.group_of_case[i] = -1;
      }
    }
  }
  return plans;
}

std::vector<model::FindingSupport> SupportOf(const Study& study,
                                             const std::unordered_map<std::string, std::int32_t>& case_index,
                                             const std::unordered_map<std::string, std::int32_t>& code_index) {
  std::vector<model::FindingSupport> support;
  for (const model::Finding& finding : study.findings) {
    if (!finding.confidence) continue;
    model::FindingSupport one;
    one.confidence = model::Word(*finding.confidence);
    for (const auto& code : finding.codes) {
      if (const std::int32_t at = Find(code_index, code.value); at >= 0) one.codes.push_back(at);
    }
    for (const auto& id : finding.cases_for) {
      if (const std::int32_t at = Find(case_index, id.value); at >= 0) one.cases.push_back(at);
    }
    support.push_back(std::move(one));
  }
  return support;
}

}  // namespace

CodingSet ColumnsOf(const Study& study) {
  const auto case_index = IndexOf(study.cases, [](const auto& c) { return c.organisation; });
  const auto code_index = IndexOf(study.codebook, [](const auto& c) { return c.id; });
  const auto document_index = IndexOf(study.documents, [](const auto& d) { return d.id; });
  CodingSet set;
  std::set<model::CoderId> coders;
  for (const auto& coding : study.codings) {
    if (coding.status == model::CodingStatus::kAccepted) coders.insert(coding.coder);
  }
  set.coders.assign(coders.begin(), coders.end());
  for (const auto& coding : study.codings) {
    if (coding.status != model::CodingStatus::kAccepted) continue;
    const std::int32_t document = Find(document_index, coding.document.value);
    const std::int32_t code = Find(code_index, coding.code.value);
    if (document < 0 || code < 0) continue;
    const std::int32_t at = Find(case_index, study.documents[static_cast<std::size_t>(document)].organisation.value);
    if (at < 0) continue;
    const auto coder = std::ranges::lower_bound(set.coders, coding.coder) - set.coders.begin();
    set.columns.push_back({at, document, code, static_cast<std::int32_t>(coder),
                           static_cast<std::int32_t>(coding.range.start), static_cast<std::int32_t>(coding.range.end)});
  }
  return set;
}

bool IsUnderEmbargo(const model::CaseStudy& one, const core::Date& today) {
  return one.embargo_until && today < one.embargo_until->Last();
}

std::set<model::DocumentId> StillCoded(const Study& study) {
  std::set<model::DocumentId> open;
  for (const auto& one : study.assignments) {
    if (one.state == model::AssignmentState::kOpen) open.insert(one.document);
  }
  return open;
}

std::set<OrganisationId> ComparedCases(const Study& study, const ConsentBook& book, const core::Date& today,
                                       Embargo embargo) {
  std::set<OrganisationId> open;
  for (const auto& one : study.cases) {
    const bool held_back = embargo == Embargo::kRespected && IsUnderEmbargo(one, today);
    if (!held_back) open.insert(one.organisation);
  }
  std::set<OrganisationId> compared;
  for (const auto& document : study.documents) {
    if (open.contains(document.organisation) && book.Allows(document, model::ConsentScope::kAnalyse)) {
      compared.insert(document.organisation);
    }
  }
  return compared;
}

namespace {

// Several codings of one place are one passage.
void CountPassages(model::Snapshot& snapshot) {
  using Place = std::tuple<std::int32_t, std::int32_t, std::int32_t, std::int32_t>;
  std::vector<Place> places;
  places.reserve(snapshot.codings.size());
  for (const auto& one : snapshot.codings) {
    places.emplace_back(one.document_index, one.start, one.end, one.case_index);
  }
  std::ranges::sort(places);
  const auto twice = std::ranges::unique(places);
  for (const Place& place : std::span(places.begin(), twice.begin())) {
    ++snapshot.material[static_cast<std::size_t>(std::get<3>(place))].passages;
  }
}

// Of the documents that are in, and their cases.
model::Snapshot SnapshotOfDocuments(const Study& study, const CodingSet& codings, const model::ContextView& context,
                                    const std::vector<bool>& document_in, WithoutCountry without_country) {
  const auto study_case = IndexOf(study.cases, [](const auto& c) { return c.organisation; });
  std::vector<bool> case_in(study.cases.size(), false);
  for (std::size_t d = 0; d < study.documents.size(); ++d) {
    if (!document_in[d]) continue;
    case_in[static_cast<std::size_t>(Find(study_case, study.documents[d].organisation.value))] = true;
  }

  model::Snapshot snapshot;
  std::vector<std::int32_t> new_case(study.cases.size(), -1);
  for (std::size_t c = 0; c < study.cases.size(); ++c) {
    if (!case_in[c]) continue;
    new_case[c] = static_cast<std::int32_t>(snapshot.cases.size());
    snapshot.cases.push_back(study.cases[c].organisation);
  }
  const auto code_index = IndexOf(study.codebook, [](const auto& c) { return c.id; });
  for (const auto& code : study.codebook) {
    snapshot.codes.push_back(code.id);
    snapshot.parent.push_back(code.parent ? Find(code_index, code.parent->value) : -1);
    snapshot.kinds.push_back(code.kind);
  }

  snapshot.material.resize(snapshot.cases.size());
  std::vector<std::set<std::string>> sources(snapshot.cases.size());
  for (std::size_t d = 0; d < study.documents.size(); ++d) {
    if (!document_in[d]) continue;
    const auto at = static_cast<std::size_t>(
        new_case[static_cast<std::size_t>(Find(study_case, study.documents[d].organisation.value))]);
    ++snapshot.material[at].documents;
    snapshot.material[at].code_points += core::CountCodePoints(study.documents[d].text);
    for (const auto& source : study.documents[d].sources) sources[at].insert(source.value);
  }
  const auto document_index = IndexOf(study.documents, [](const auto& d) { return d.id; });
  for (const auto& coding : study.codings) {  // empty when only columns were loaded
    const std::int32_t d = Find(document_index, coding.document.value);
    if (d < 0 || !document_in[static_cast<std::size_t>(d)] || coding.status != model::CodingStatus::kAccepted) continue;
    const auto& organisation = study.documents[static_cast<std::size_t>(d)].organisation;
    const auto at = static_cast<std::size_t>(new_case[static_cast<std::size_t>(Find(study_case, organisation.value))]);
    for (const auto& source : coding.sources) sources[at].insert(source.value);
  }
  for (std::size_t c = 0; c < sources.size(); ++c) {
    snapshot.material[c].sources = static_cast<std::int32_t>(sources[c].size());
  }

  // Coders of whom nothing is left are not counted.
  std::vector<std::int32_t> new_coder(codings.coders.size(), -1);
  snapshot.codings.reserve(codings.columns.size());
  const std::set<model::DocumentId> still_coded = StillCoded(study);
  std::vector<bool> counts(document_in);
  for (std::size_t d = 0; d < study.documents.size() && !still_coded.empty(); ++d) {
    if (still_coded.contains(study.documents[d].id)) counts[d] = false;
  }
  for (const model::CodingColumn& column : codings.columns) {
    if (!counts[static_cast<std::size_t>(column.document_index)]) continue;
    new_coder[static_cast<std::size_t>(column.coder)] = 0;
    model::CodingColumn kept = column;
    kept.case_index = new_case[static_cast<std::size_t>(column.case_index)];
    ++snapshot.material[static_cast<std::size_t>(kept.case_index)].codings;
    snapshot.codings.push_back(kept);
  }
  CountPassages(snapshot);
  for (std::size_t coder = 0; coder < new_coder.size(); ++coder) {
    if (new_coder[coder] < 0) continue;
    new_coder[coder] = static_cast<std::int32_t>(snapshot.coders.size());
    snapshot.coders.push_back(codings.coders[coder]);
  }
  for (model::CodingColumn& coding : snapshot.codings) coding.coder = new_coder[static_cast<std::size_t>(coding.coder)];

  snapshot.groupings = PlansOf(study, context, snapshot.cases, without_country);
  const auto snapshot_case = IndexOf(snapshot.cases, [](const auto& id) { return id; });
  snapshot.findings = SupportOf(study, snapshot_case, code_index);
  snapshot.common_ground_share = study.settings.common_ground_share;
  snapshot.most_regions_share = study.settings.most_regions_share;
  snapshot.gap_unit = study.settings.gap_unit;
  return snapshot;
}

}  // namespace

model::Snapshot SnapshotOf(const Study& study, const CodingSet& codings, const model::ContextView& context,
                           const core::Date& today, Embargo embargo) {
  const ConsentBook book(study.consents, today);
  const std::set<OrganisationId> compared = ComparedCases(study, book, today, embargo);
  std::vector<bool> document_in;
  for (const auto& document : study.documents) {
    document_in.push_back(compared.contains(document.organisation) &&
                          book.Allows(document, model::ConsentScope::kAnalyse));
  }
  return SnapshotOfDocuments(study, codings, context, document_in, WithoutCountry::kUnknown);
}

model::Snapshot SnapshotOfPublished(const Study& redacted, const model::ContextView& context) {
  return SnapshotOfDocuments(redacted, ColumnsOf(redacted), context, std::vector<bool>(redacted.documents.size(), true),
                             WithoutCountry::kInNoGroup);
}

}  // namespace commonground::app
