// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The codebook, the codes of codings, and partners, whose sector is a code.

#include <fmt/format.h>

#include <unordered_map>

#include "ingest/folder/checks/checks.h"
#include "model/code_limits.h"

namespace commonground::ingest {

namespace {

constexpr std::string_view kCodebook = "codebook.csv";
constexpr std::string_view kCodings = "codings.csv";
constexpr std::string_view kPartners = "partners.csv";
constexpr std::string_view kTies = "ties.csv";

using RowsById = std::unordered_map<std::string, std::size_t>;

// Walks up from every code once; a code that is met again on the same walk is above itself.
void CheckCycles(const Checked& checked, const RowsById& rows) {
  const std::vector<model::Code>& codes = checked.study.codebook;
  std::vector<std::size_t> walk(codes.size(), 0);  // number of the walk that met the code; 0: none yet
  for (std::size_t i = 0; i < codes.size(); ++i) {
    std::size_t at = i;
    while (walk[at] == 0) {
      walk[at] = i + 1;
      const auto above = codes[at].parent ? rows.find(codes[at].parent->value) : rows.end();
      if (above == rows.end()) break;
      at = above->second;
      if (walk[at] != i + 1) continue;
      std::string circle = codes[at].id.value;
      for (std::size_t next = rows.at(codes[at].parent->value); next != at; next = rows.at(codes[next].parent->value)) {
        circle += " < " + codes[next].id.value;
      }
      checked.Row(kCodebook, at, "parent")
          .Bad(codes[at].parent->value, fmt::format("makes a circle: {} < {}", circle, codes[at].id.value),
               "a code cannot be below itself; leave the parent of the topmost code blank");
      break;
    }
  }
}

}  // namespace

void CheckCodes(const Checked& checked) {
  const std::vector<model::Code>& codes = checked.study.codebook;
  RowsById rows;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    rows.emplace(codes[i].id.value, i);
    CheckReference(checked.codes, codes[i].parent, checked.Row(kCodebook, i, "parent"));
    CheckReference(checked.sources, codes[i].sources, checked.Row(kCodebook, i, "source"));
  }
  CheckCycles(checked, rows);
  if (codes.size() > model::kMaxCodes) {
    checked.Row(kCodebook, model::kMaxCodes, "code")
        .Bad({}, fmt::format("the codebook has {} codes; at most {} are read", codes.size(), model::kMaxCodes),
             "remove codes that are not used");
  }
  if (const auto deep = model::FirstTooDeep(codes)) {
    checked.Row(kCodebook, *deep, "parent")
        .Bad(codes[*deep].id.value, fmt::format("is more than {} codes deep", model::kMaxCodeDepth),
             "put it, or a code above it, below a higher one");
  }

  for (std::size_t i = 0; i < checked.study.codings.size(); ++i) {
    const model::Coding& coding = checked.study.codings[i];
    CheckReference(checked.codes, coding.code, checked.Row(kCodings, i, "code"));
    CheckReference(checked.sources, coding.sources, checked.Row(kCodings, i, "source"));
  }
  for (std::size_t i = 0; i < checked.study.partners.size(); ++i) {
    const model::CodeId& sector = checked.study.partners[i].sector;
    const Spot spot = checked.Row(kPartners, i, "sector");
    CheckReference(checked.codes, sector, spot);
    const auto found = rows.find(sector.value);
    if (found != rows.end() && codes[found->second].kind != model::CodeKind::kSector) {
      spot.Bad(sector.value, "is a code, but not one of the kind sector",
               "write a code whose kind in codebook.csv is sector");
    }
  }
  for (std::size_t i = 0; i < checked.study.ties.size(); ++i) {
    const model::Tie& tie = checked.study.ties[i];
    CheckReference(checked.organisations, tie.organisation, checked.Row(kTies, i, "organisation"));
    CheckReference(checked.partners, tie.partner, checked.Row(kTies, i, "partner"));
    CheckReference(checked.sources, tie.sources, checked.Row(kTies, i, "source"));
  }
}

}  // namespace commonground::ingest
