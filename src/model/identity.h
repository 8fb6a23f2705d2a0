// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What each thing of model/nouns.h is called by, and which version of it somebody saw.
//
// A thing has an id of its own, or one that follows from all that it says.  The latter is written down (OwnId in
// model/fields.h) when the thing comes to say something else, so that it stays; a study that nobody edited holds none.
// It follows from the fields that say something, under their names: a field that a later program adds changes no id.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/nouns.h"

namespace commonground::model {

// Never empty for a thing that a study can hold.  An id of its own, or the derived one.  Cost: linear in the thing.
template <typename Thing>
std::string IdOf(const Thing& thing);

// Those of a whole list, each another one: things that say the same, and have no id of their own, are told apart by how
// many came before.  The same things in another order have the same ids.  Cost: linear.
template <typename Thing>
std::vector<std::string> IdsOf(const std::vector<Thing>& list);

// Has the noun ids that are seldom written down?
template <typename Thing>
constexpr bool kHasOwnId = requires(Thing thing) {
  thing.id = {};
}
&&(std::same_as<Thing, Statement> || std::same_as<Thing, LeadershipRecord> || std::same_as<Thing, LegalModelRule> ||
   std::same_as<Thing, ContextFact> || std::same_as<Thing, Consent> || std::same_as<Thing, Partnership> ||
   std::same_as<Thing, Outcome> || std::same_as<Thing, Answer> || std::same_as<Thing, Translation>);

// The thing at `place` of its list, with its id written down, as a person sees it.
template <typename Thing>
Thing WithId(const Thing& thing, const std::string& id) {
  Thing named = thing;
  if constexpr (kHasOwnId<Thing>) named.id.value = id;
  return named;
}

// Eight hex digits that follow from what the thing says, its id left out: whoever says the same has the same version.
// Shown to people and kept by them: must not change.
template <typename Thing>
std::string VersionOf(const Thing& thing);

}  // namespace commonground::model
