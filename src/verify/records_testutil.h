// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Definitions and records as tests write them.
#pragma once

#include <string>
#include <vector>

#include "core/check.h"
#include "model/study.h"

namespace commonground::verify {

inline core::Date Day(std::string_view text) {
  const auto date = core::Date::Parse(text);
  CG_CHECK(date.has_value(), "a test writes a date");
  return *date;
}

inline model::Criterion Ask(std::string body, core::Fraction share,
                            model::Comparator comparison = model::Comparator::kAtLeast,
                            model::EmptyBody when_empty = model::EmptyBody::kUndetermined) {
  return {std::move(body), share, comparison, when_empty};
}

inline model::Definition Define(std::string id, std::vector<model::Criterion> criteria) {
  model::Definition definition;
  definition.id = model::DefinitionId(std::move(id));
  definition.version = "1";
  definition.criteria = std::move(criteria);
  return definition;
}

// The three numeric definitions of data/definitions.
inline model::Definition Nswp2013() {
  return Define("nswp-2013",
                {Ask("decision_making_body", {50, 100}), Ask("spokespeople", {50, 100}),
                 Ask("paid_staff", {33, 100}, model::Comparator::kAtLeast, model::EmptyBody::kNotApplicable)});
}
inline model::Definition Ruf2018() {
  return Define("ruf-2018",
                {Ask("decision_making_body", {60, 100}), Ask("spokespeople", {60, 100}),
                 Ask("paid_staff", {33, 100}, model::Comparator::kAtLeast, model::EmptyBody::kNotApplicable)});
}
inline model::Definition UnaidsClo() {
  constexpr auto kMore = model::Comparator::kMoreThan;
  return Define("unaids-clo",
                {Ask("decision_making_body", {1, 2}, kMore), Ask("leadership", {1, 2}, kMore),
                 Ask("paid_staff", {1, 2}, kMore, model::EmptyBody::kNotApplicable), Ask("spokespeople", {1, 2}, kMore),
                 Ask("members", {1, 2}, kMore), Ask("volunteers", {1, 2}, kMore)});
}

inline model::LeadershipRecord Record(std::string body, std::string_view as_of = "2013-06-01") {
  model::LeadershipRecord record;
  record.organisation = model::OrganisationId("example");
  record.as_of = Day(as_of);
  record.body = std::move(body);
  return record;
}
inline model::LeadershipRecord Counted(std::string body, std::int64_t sex_workers, std::int64_t members,
                                       std::string_view as_of = "2013-06-01") {
  model::LeadershipRecord record = Record(std::move(body), as_of);
  record.members = members;
  record.sex_workers = sex_workers;
  return record;
}
inline model::LeadershipRecord Claim(std::string body, std::string_view as_of = "2013-06-01") {
  model::LeadershipRecord record = Record(std::move(body), as_of);
  record.basis = model::Basis::kPublishedClaim;
  record.sources = {model::SourceId("report")};
  return record;
}

inline model::Bound CountBound(std::int64_t count) {
  return {model::Bound::Kind::kCount, count, {}, false};
}
inline model::Bound ShareBound(core::Fraction share) {
  return {model::Bound::Kind::kShare, 0, share, false};
}
inline model::Bound StrictBound(core::Fraction share) {
  return {model::Bound::Kind::kShare, 0, share, true};
}

}  // namespace commonground::verify
