// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codings in the order of their passages: those of one passage stand together, and give its pairs.

#include "compare/same_passage.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace commonground::compare {

using model::CodingColumn;

std::vector<CodePair> CodesOnSamePassages(const model::Snapshot& snapshot) {
  const auto place = [](const CodingColumn& one) { return SharedPassage{one.document_index, one.start, one.end}; };
  std::vector<CodingColumn> codings = snapshot.codings;
  std::ranges::sort(codings, {}, [&](const CodingColumn& one) { return std::tuple(place(one), one.code); });
  struct Pair {
    std::vector<SharedPassage> passages;
    std::set<std::int32_t> cases;
  };
  std::map<std::pair<std::int32_t, std::int32_t>, Pair> pairs;
  for (auto begin = codings.begin(); begin != codings.end();) {
    const auto end = std::find_if(begin, codings.end(), [&](const auto& one) { return place(one) != place(*begin); });
    std::vector<std::int32_t> codes;
    for (auto one = begin; one != end; ++one) {
      if (codes.empty() || codes.back() != one->code) codes.push_back(one->code);
    }
    for (std::size_t i = 0; i < codes.size(); ++i) {
      for (std::size_t j = i + 1; j < codes.size(); ++j) {
        Pair& pair = pairs[{codes[i], codes[j]}];
        pair.passages.push_back(place(*begin));
        pair.cases.insert(begin->case_index);
      }
    }
    begin = end;
  }
  std::vector<CodePair> found;
  for (auto& [codes, pair] : pairs) {
    found.push_back(
        {codes.first, codes.second, static_cast<std::int32_t>(pair.cases.size()), std::move(pair.passages)});
  }
  std::ranges::stable_sort(found, [](const CodePair& one, const CodePair& other) {
    return std::tuple(one.passages.size(), one.cases) > std::tuple(other.passages.size(), other.cases);
  });
  return found;
}

}  // namespace commonground::compare
