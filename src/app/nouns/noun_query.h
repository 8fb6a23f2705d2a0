// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What all editors share: which things a list holds and in which order, under which circumstances a value is checked,
// and what is said when it cannot be done.  For app alone.
#pragma once

#include <optional>
#include <string>

#include "app/edit_noun.h"
#include "rules/check.h"

namespace commonground::app {

// Errors: InvalidInput: there is no such field.
core::Status CheckQuery(const NounKind& kind, const NounQuery& query);
// Requires: CheckQuery.
void Apply(const NounQuery& query, std::vector<NounShown>& things);

// Values of fields, and apart from them the place, if it is asked for.
struct AskedFor {
  AskedFor(const NounKind& kind, const FieldValues& given);
  FieldValues values;
  std::optional<std::string> place;
};
// From 0; blank: the last.  `about`: what is placed.  Errors: InvalidInput: it is not one of `count`.
core::Result<std::int64_t> ReadPlace(const NounKind& kind, const std::string& cell, std::size_t count,
                                     rules::About about);
// With an id that nobody has, where none is named and the kind gives one.
FieldValues WithGivenId(const NounKind& kind, FieldValues values);

rules::Circumstances CircumstancesOn(const core::Date& today);
std::vector<rules::Problem> ErrorsIn(std::vector<rules::Problem> problems);

// Of all that is in it: which things, in which order, in which version.
std::string VersionOfList(const NounsShown& shown);

core::Error NoSuch(const NounKind& kind, const std::string& id);
core::Error MoreThanOne(const NounKind& kind, const std::string& beginning);
core::Error NotYours(const NounKind& kind, const std::string& id);
core::Error IsThereAlready(const NounKind& kind, const std::string& id);
core::Error Stays(const NounKind& kind, const std::string& id);
core::Error CannotBeRenamed(const NounKind& kind, const std::string& id);
// `both`: fields that both changed, one below the other; empty: the history does not know the version.
core::Error ChangedByOthers(const NounKind& kind, const std::string& id, const std::string& version,
                            const std::string& both);
std::string BothChanged(const std::string& field, const std::string& seen, const std::string& now,
                        const std::string& yours);
core::Error NeededBy(const NounKind& kind, const std::string& id, const std::vector<rules::Problem>& problems);

}  // namespace commonground::app
