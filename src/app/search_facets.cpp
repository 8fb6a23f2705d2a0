// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// All facets but codes belong to whole documents: one count by document, with codes alone narrowing it, gives them all.

#include "app/search_facets.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "app/gateway/seen_in_store.h"

namespace commonground::app {

namespace {

using PassageCounts = std::map<model::DocumentId, std::int64_t>;

// The facets of documents, in this order everywhere below.
enum DocumentFacet : std::size_t { kByRegion, kByCountry, kByLanguage, kByCase, kByKind, kFacetsOfDocuments };
using FacetValues = std::array<std::string, kFacetsOfDocuments>;  // empty: the document has none
using WantedValues = std::array<std::set<std::string>, kFacetsOfDocuments>;

// As the index has them.
std::map<model::DocumentId, FacetValues> ValuesOf(const FacetScope& scope) {
  std::map<model::OrganisationId, const model::Organisation*> organisations;
  for (const auto& one : scope.study.organisations) organisations[one.id] = &one;
  std::map<model::DocumentId, FacetValues> values;
  for (const auto& document : scope.study.documents) {
    if (!scope.readable.contains(document.id)) continue;
    FacetValues& of = values[document.id];
    of[kByLanguage] = document.language.substr(0, document.language.find('-'));
    of[kByCase] = document.organisation.value;
    of[kByKind] = std::string(model::Word(document.kind));
    const auto found = organisations.find(document.organisation);
    if (found == organisations.end()) continue;
    if (found->second->region) of[kByRegion] = found->second->region->value;
    if (found->second->country) of[kByCountry] = found->second->country->value;
  }
  return values;
}

WantedValues WantedOf(const model::SearchRequest& request) {
  const auto set_of = [](const std::vector<std::string>& values) {
    return std::set<std::string>(values.begin(), values.end());
  };
  WantedValues wanted{
      set_of(request.regions), set_of(request.countries), {}, set_of(request.cases), set_of(request.kinds)};
  for (const std::string& language : request.languages)
    wanted[kByLanguage].insert(language.substr(0, language.find('-')));
  return wanted;
}

// `but`: the facet that does not narrow here.
bool PassesFacets(const FacetValues& values, const WantedValues& wanted, std::size_t but) {
  for (std::size_t facet = 0; facet < kFacetsOfDocuments; ++facet) {
    if (facet != but && !wanted[facet].empty() && !wanted[facet].contains(values[facet])) return false;
  }
  return true;
}

std::vector<FacetCount> MostFirst(std::map<std::string, std::int64_t> counts) {
  std::vector<FacetCount> list;
  for (auto& [value, passages] : counts) list.push_back({value, passages});
  std::ranges::stable_sort(list, std::ranges::greater{}, &FacetCount::passages);
  return list;
}

std::vector<FacetCount> CountsOf(std::size_t facet, const PassageCounts& counts,
                                 const std::map<model::DocumentId, FacetValues>& values, const WantedValues& wanted) {
  std::map<std::string, std::int64_t> by_value;
  for (const std::string& one : wanted[facet]) by_value[one] = 0;
  for (const auto& [document, passages] : counts) {
    const auto of = values.find(document);
    if (of == values.end() || of->second[facet].empty() || !PassesFacets(of->second, wanted, facet)) continue;
    by_value[of->second[facet]] += passages;
  }
  return MostFirst(std::move(by_value));
}

// At the top, right below it, or asked for; codes that were merged or retired only when asked for.
std::vector<model::CodeId> CodesCounted(const model::Study& study, const model::SearchRequest& request) {
  std::map<model::CodeId, const model::Code*> codes;
  for (const auto& code : study.codebook) codes[code.id] = &code;
  std::vector<model::CodeId> counted;
  for (const auto& code : study.codebook) {
    const auto above = code.parent ? codes.find(*code.parent) : codes.end();
    const bool near_top = above == codes.end() || !above->second->parent;
    const bool asked = std::ranges::find(request.codes, code.id.value) != request.codes.end();
    if (asked || (near_top && !code.retired)) counted.push_back(code.id);
  }
  return counted;
}

}  // namespace

core::Result<FacetCounts> CountFacets(const store::StudyStore& store, const model::SearchRequest& request,
                                      const FacetScope& scope) {
  const auto values = ValuesOf(scope);
  const WantedValues wanted = WantedOf(request);
  model::SearchRequest by_words;
  by_words.question = request.question;
  by_words.codes = request.codes;
  CG_ASSIGN_OR_RETURN(const PassageCounts counts, store.CountByDocument(by_words, scope.languages, scope.readable));
  FacetCounts facets;
  facets.regions = CountsOf(kByRegion, counts, values, wanted);
  facets.countries = CountsOf(kByCountry, counts, values, wanted);
  facets.languages = CountsOf(kByLanguage, counts, values, wanted);
  facets.cases = CountsOf(kByCase, counts, values, wanted);
  facets.kinds = CountsOf(kByKind, counts, values, wanted);

  std::set<model::DocumentId> narrowed;
  for (const auto& document : scope.told_by_codes) {
    const auto of = values.find(document);
    if (of != values.end() && PassesFacets(of->second, wanted, kFacetsOfDocuments)) narrowed.insert(document);
  }
  std::map<std::string, std::int64_t> by_code;
  for (const model::CodeId& code : CodesCounted(scope.study, request)) {
    by_words.codes = {code.value};
    CG_ASSIGN_OR_RETURN(const PassageCounts of_code, store.CountByDocument(by_words, scope.languages, narrowed));
    std::int64_t passages = 0;
    for (const auto& [document, count] : of_code) passages += count;
    const bool asked = std::ranges::find(request.codes, code.value) != request.codes.end();
    if (passages > 0 || asked) by_code[code.value] = passages;
  }
  facets.codes = MostFirst(std::move(by_code));
  return facets;
}

}  // namespace commonground::app
