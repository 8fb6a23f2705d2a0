// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every list of a report that holds pseudonyms keeps the order that is made here, before anything is renamed, so that
// no list can give away where a hidden id stood.

#include "app/gateway/appearances.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/content_hash.h"

namespace commonground::app {

namespace {

using model::ConsentScope;
using model::OrganisationId;

int NumberOf(const Appearances& appearances, const OrganisationId& id) {
  const auto found = appearances.find(id);
  return found == appearances.end() ? 0 : found->second.number;
}

}  // namespace

Appearances AppearancesOf(const model::Study& study, const ConsentBook& book, const HiddenPassages& hidden,
                          const std::set<OrganisationId>& compared, const Pseudonyms& pseudonyms) {
  Appearances appearances;
  std::set<OrganisationId> read;  // something of it may be read
  for (const auto& document : study.documents) {
    if (book.Allows(document, ConsentScope::kAnalyse) && hidden.MayBeRead(document)) {
      read.insert(document.organisation);
    }
  }
  std::vector<std::tuple<bool, std::string, OrganisationId>> unnamed;
  for (const auto& organisation : study.organisations) {
    const bool named = book.Allows(organisation.id, ConsentScope::kNameOrganisation);
    if (!named && !compared.contains(organisation.id)) continue;
    const bool placed = book.Allows(organisation.id, ConsentScope::kNamePlace);
    const bool counted_only = !named && !placed && !read.contains(organisation.id) &&
                              !book.Allows(organisation.id, ConsentScope::kPublishVerdict);
    appearances[organisation.id] = {organisation.id, named, placed, 0, counted_only};
    if (named) continue;
    unnamed.emplace_back(counted_only, pseudonyms.Rank("organisation", organisation.id.value), organisation.id);
  }
  std::ranges::sort(unnamed);
  for (std::size_t i = 0; i < unnamed.size(); ++i) {
    Appearance& appearance = appearances[std::get<OrganisationId>(unnamed[i])];
    appearance.number = static_cast<int>(i) + 1;
    appearance.id = OrganisationId(fmt::format("organisation-{}", appearance.number));
  }
  return appearances;
}

std::string EditionOf(const model::Study& study, const ConsentBook& book, const HiddenPassages& hidden,
                      const std::set<OrganisationId>& compared) {
  std::string published = study.settings.title;
  for (const OrganisationId& id : compared) {
    published += fmt::format("\n{} {} {}", id.value, book.Allows(id, ConsentScope::kNameOrganisation),
                             book.Allows(id, ConsentScope::kNamePlace));
  }
  published += hidden.Account();
  struct Known {
    std::uint64_t number;
    bool shown;
  };
  std::unordered_map<std::string, Known> documents;
  for (const auto& document : study.documents) {
    if (!compared.contains(document.organisation) || !book.Allows(document, ConsentScope::kAnalyse)) continue;
    const bool shown = hidden.MayBeRead(document);
    documents.emplace(document.id.value, Known{documents.size(), shown});
    published += fmt::format("\n{} {}", document.id.value, shown ? document.hash : "");
  }
  // Each coding by itself and all added up: their order in the files is nothing that is published.
  std::unordered_map<std::string, std::size_t> codes;
  for (const auto& code : study.codebook) codes.emplace(code.id.value, codes.size());
  std::uint64_t codings = 0;
  for (const auto& coding : study.codings) {
    const auto document = documents.find(coding.document.value);
    const auto code = codes.find(coding.code.value);
    if (coding.status != model::CodingStatus::kAccepted || document == documents.end() || code == codes.end()) continue;
    std::uint64_t mixed = document->second.number * 0x9E3779B97F4A7C15ULL + code->second;
    for (const auto part : {coding.range.start, coding.range.end}) {
      if (!document->second.shown) break;
      mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9ULL + static_cast<std::uint64_t>(part);
    }
    codings += (mixed ^ (mixed >> 32)) * 0x94D049BB133111EBULL;
  }
  return core::ContentHash(published + fmt::format("\n{}", codings));
}

void PutInOrder(model::Study& study, const Appearances& appearances, const Pseudonyms& pseudonyms) {
  const auto number = [&](const OrganisationId& id) { return NumberOf(appearances, id); };
  std::ranges::stable_sort(study.organisations, {}, [&](const auto& one) { return number(one.id); });
  std::ranges::stable_sort(study.cases, {}, [&](const auto& one) { return number(one.organisation); });
  std::unordered_map<std::string, std::string> rank;  // of documents of pseudonyms
  for (const auto& one : study.documents) {
    if (number(one.organisation) > 0) rank[one.id.value] = pseudonyms.Rank("document", one.id.value);
  }
  if (rank.empty()) return;
  std::ranges::stable_sort(study.documents, {}, [&](const model::Document& one) {
    const auto found = rank.find(one.id.value);
    return std::tuple(number(one.organisation), found == rank.end() ? std::string() : found->second);
  });

  std::unordered_map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < study.documents.size(); ++i) {
    if (number(study.documents[i].organisation) > 0) place.emplace(study.documents[i].id.value, i);
  }
  const auto hidden = std::ranges::stable_partition(
      study.codings, [&](const model::Coding& coding) { return !place.contains(coding.document.value); });
  std::ranges::stable_sort(hidden, {}, [&](const model::Coding& coding) {
    return std::tuple(place.at(coding.document.value), coding.range.start, coding.range.end, coding.code.value);
  });
}

}  // namespace commonground::app
