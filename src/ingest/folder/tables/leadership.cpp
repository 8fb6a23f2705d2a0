// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of leadership.csv.

#include <fmt/format.h>

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

namespace {

using model::Bound;
using model::LeadershipRecord;

// "19", "all", "none", "50%", "1/3"; `strict` is '>' or '<', which makes a share strict.
void ReadBound(std::string_view text, const SourceLocation& spot, char strict, std::optional<Bound>& value) {
  const std::size_t before = spot.problems->size();
  std::string_view rest = Bare(text);
  Bound bound;
  if (rest.starts_with(strict)) {
    bound.strict = true;
    rest = Bare(rest.substr(1));
  }
  const bool share = rest.find_first_of("%/") != std::string_view::npos;
  if (rest == "all" || rest == "none") {
    bound.kind = Bound::Kind::kShare;
    bound.share = {rest == "all" ? 1 : 0, 1};
  } else if (share) {
    bound.kind = Bound::Kind::kShare;
    ReadValue(rest, spot, bound.share);
  } else if (!bound.strict) {
    ReadValue(rest, spot, bound.count);
  }
  if (bound.strict && !share) {
    spot.Bad(text, "is not a bound that can be read",
             fmt::format("after {} write a share, such as {}50% or {}1/3", strict, strict, strict));
  }
  if (!ErrorsSince(before, spot)) value = bound;
}

std::string WriteBound(const std::optional<Bound>& bound, char strict) {
  if (!bound) return {};
  if (bound->kind == Bound::Kind::kCount) return WriteValue(bound->count);
  const core::Fraction& share = bound->share;
  if (!bound->strict && share == core::Fraction{1, 1}) return "all";
  if (!bound->strict && share == core::Fraction{0, 1}) return "none";
  const std::string text = share.q == 100 ? fmt::format("{}%", share.p) : share.Text();
  return bound->strict ? strict + text : text;
}

}  // namespace

const Table<model::LeadershipRecord>& LeadershipTable() {
  static const Table<LeadershipRecord> table{
      "leadership.csv",
      &model::Study::leadership,
      {
          ColumnOf<&LeadershipRecord::organisation>("organisation", kKey),
          ColumnOf<&LeadershipRecord::as_of>("as_of", kKey),
          ColumnOf<&LeadershipRecord::body>("body", kKey),
          ColumnOf<&LeadershipRecord::members>("members"),
          ColumnOf<&LeadershipRecord::sex_workers>("sex_workers"),
          ColumnOf<&LeadershipRecord::undisclosed>("undisclosed"),
          {"at_least", kOptional,
           [](std::string_view text, const SourceLocation& spot, LeadershipRecord& row) {
             ReadBound(text, spot, '>', row.at_least);
           },
           [](const LeadershipRecord& row) { return WriteBound(row.at_least, '>'); }},
          {"at_most", kOptional,
           [](std::string_view text, const SourceLocation& spot, LeadershipRecord& row) {
             ReadBound(text, spot, '<', row.at_most);
           },
           [](const LeadershipRecord& row) { return WriteBound(row.at_most, '<'); }},
          {"basis", kOptional,
           [](std::string_view text, const SourceLocation& spot, LeadershipRecord& row) {
             ReadValue(text, spot, row.basis);
           },
           [](const LeadershipRecord& row) { return WriteValue(row.basis); },
           [](const SourceLocation& spot, LeadershipRecord& row) {
             row.basis = model::Basis::kSelfDeclared;
             spot.Note({}, "is blank, which is read as self-declared", {});
           },
           &model::AllWords<model::Basis>},
          ColumnOf<&LeadershipRecord::sources>("source"),
          ColumnOf<&LeadershipRecord::id>("id", kSparse),
      }};
  return table;
}

}  // namespace commonground::ingest
