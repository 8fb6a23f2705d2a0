// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codebook, the codes of codings, and partners, whose sector is a code.
#include <fmt/format.h>

#include <unordered_map>

#include "model/code_limits.h"
#include "rules/checked.h"

namespace commonground::rules {

namespace {

void CheckCircles(const Checked& checked) {
  const std::vector<model::Code>& codes = checked.study.codebook;
  for (const std::vector<std::size_t>& circle : Circles(codes)) {
    std::string ids;
    for (const std::size_t code : circle) ids += codes[code].id.value + " < ";
    const model::Code& first = codes[circle.front()];
    checked.Of(Kind::kCode, circle.front(), "parent")
        .Bad(first.parent->value, fmt::format("makes a circle: {}{}", ids, first.id.value),
             "a code cannot be below itself; leave the parent of the topmost code blank");
  }
}

void CheckSectors(const Checked& checked) {
  std::unordered_map<std::string_view, model::CodeKind> kinds;
  for (const model::Code& code : checked.study.codebook) kinds.emplace(code.id.value, code.kind);
  for (std::size_t i = 0; i < checked.study.partners.size(); ++i) {
    CheckReferences(checked, i, checked.study.partners[i]);
    const std::string& sector = checked.study.partners[i].sector.value;
    const auto found = kinds.find(sector);
    if (found == kinds.end() || found->second == model::CodeKind::kSector) continue;
    checked.Of(Kind::kPartner, i, "sector")
        .Bad(sector, "is a code, but not one of the kind sector", "write a code whose kind in {1} is sector",
             {All(Kind::kCode)});
  }
}

}  // namespace

void CheckCodes(const Checked& checked) {
  const std::vector<model::Code>& codes = checked.study.codebook;
  for (std::size_t i = 0; i < codes.size(); ++i) CheckReferences(checked, i, codes[i], "merged_into");
  CheckCircles(checked);
  if (codes.size() > model::kMaxCodes) {
    checked.Of(Kind::kCode, model::kMaxCodes, "code")
        .Bad({}, fmt::format("the codebook has {} codes; at most {} are read", codes.size(), model::kMaxCodes),
             "remove codes that are not used");
  }
  if (const auto deep = model::FirstTooDeep(codes)) {
    checked.Of(Kind::kCode, *deep, "parent")
        .Bad(codes[*deep].id.value, fmt::format("is more than {} codes deep", model::kMaxCodeDepth),
             "put it, or a code above it, below a higher one");
  }
  // Whether its document and its words are there is seen when its place is looked for.
  for (std::size_t i = 0; i < checked.study.codings.size(); ++i) {
    CheckReferences(checked, i, checked.study.codings[i], "document");
  }
  CheckSectors(checked);
  for (std::size_t i = 0; i < checked.study.partnerships.size(); ++i)
    CheckReferences(checked, i, checked.study.partnerships[i]);
}

}  // namespace commonground::rules
