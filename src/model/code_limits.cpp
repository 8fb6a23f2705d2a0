// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Walks up from each code, no farther than a code whose depth is known already or than the limit.
#include "model/code_limits.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace commonground::model {

std::optional<std::size_t> FirstTooDeep(std::span<const Code> codebook) {
  std::unordered_map<std::string_view, std::size_t> rows;
  for (std::size_t i = 0; i < codebook.size(); ++i) rows.emplace(codebook[i].id.value, i);
  std::vector<int> depths(codebook.size(), 0);  // 0: not known yet
  std::vector<std::size_t> walk;
  for (std::size_t i = 0; i < codebook.size(); ++i) {
    walk.clear();
    int above = 0;
    std::size_t steps = 0;
    for (std::size_t at = i;;) {
      if (depths[at] > 0) {
        above = depths[at];
        break;
      }
      walk.push_back(at);
      if (++steps > codebook.size()) break;  // a circle
      const auto& parent = codebook[at].parent;
      const auto found = parent ? rows.find(parent->value) : rows.end();
      if (found == rows.end()) break;
      at = found->second;
    }
    if (steps > codebook.size()) {
      for (const std::size_t one : walk) depths[one] = 1;
      continue;
    }
    for (auto one = walk.rbegin(); one != walk.rend(); ++one) {
      depths[*one] = ++above;
      if (above > kMaxCodeDepth) return *one;
    }
  }
  return std::nullopt;
}

}  // namespace commonground::model
