// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How often coders who read the same document gave the same code to the same place: a count, beside which the measures
// of agreement (docs/methods/agreement.md) stand on a page of their own, which is not published.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "publish/figures/figures.h"

namespace commonground::publish {

namespace {

using Key = std::pair<std::int32_t, std::int32_t>;  // document, code

struct Counts {
  int several = 0;
  std::map<std::int32_t, int> alone;  // by coder
};

// Codings of one code that overlap are one place.
void CountPlaces(std::vector<const model::CodingColumn*>& codings, Counts& counts) {
  std::ranges::sort(codings, {}, [](const auto* one) { return std::tuple(one->start, one->end); });
  std::set<std::int32_t> coders;
  std::int32_t end = -1;
  const auto close = [&] {
    if (coders.size() > 1) ++counts.several;
    if (coders.size() == 1) ++counts.alone[*coders.begin()];
    coders.clear();
  };
  for (const model::CodingColumn* one : codings) {
    if (one->start >= end) close();
    end = std::max(end, one->end);
    coders.insert(one->coder);
  }
  close();
}

}  // namespace

std::optional<Parts> AgreementBar(const Report& report) {
  const Words& t = report.t;
  const auto& snapshot = report.data.snapshot;
  std::map<std::int32_t, std::set<std::int32_t>> coders_of;  // by document
  for (const auto& one : snapshot.codings) coders_of[one.document_index].insert(one.coder);
  std::map<Key, std::vector<const model::CodingColumn*>> places;
  std::set<std::int32_t> codes;
  std::set<std::int32_t> documents;
  for (const auto& one : snapshot.codings) {
    if (coders_of[one.document_index].size() < 2) continue;
    places[{one.document_index, one.code}].push_back(&one);
    codes.insert(one.code);
    documents.insert(one.document_index);
  }
  if (places.empty()) return std::nullopt;
  Counts counts;
  for (auto& [key, codings] : places) CountPlaces(codings, counts);
  int alone = 0;
  for (const auto& [coder, count] : counts.alone) alone += count;
  Parts parts{"figure-agreement",
              t.Plural("Of {1} times that a code was given to a place, {2} was given by more than one coder",
                       "Of {1} times that a code was given to a place, {2} were given by more than one coder",
                       counts.several, counts.several + alone, counts.several),
              t("{1}; {2}",
                t.Plural("{1} document that several coders read", "{1} documents that several coders read",
                         static_cast<int>(documents.size()), static_cast<int>(documents.size())),
                t.Plural("{1} code", "{1} codes", static_cast<int>(codes.size()), static_cast<int>(codes.size()))),
              {t("Who gave the code"), t("Number")},
              {{t("several coders"), counts.several}}};
  if (counts.alone.size() <= 2) {
    for (const auto& [coder, count] : counts.alone) parts.parts.push_back({t("only coder {1}", coder + 1), count});
  } else {
    parts.parts.push_back({t("one coder only"), alone});
  }
  return parts;
}

}  // namespace commonground::publish
