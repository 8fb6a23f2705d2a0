// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The fields of a thing, named once: beside each noun stands
//
//   template <typename Visit>
//   void Fields(Visit& visit, Is<Region> auto& region) {
//     visit.Key("region", region.id);
//     visit.Words("label", region.label);
//     visit("quota", region.quota);
//   }
//
// and rows of the store, the JSON of the history, of the exchange and of --json, the check of what leaves, versions and
// ids all run over it.  Names are stored and must not change; their order is that of the columns in the store.  A field
// is visited as one of
//
//   Key      what the thing is called by, under the noun's own word;
//   OwnId    the same where it is seldom written down: empty, it follows from what the thing says (model/identity.h);
//   Owner    the document that it belongs to: it goes when that goes;
//   Subject  the id of what it is about, of one kind of thing or of another;
//   Words    what a person wrote, and a report may show;
//   Remark   what a person wrote for who works on the study: it never leaves with an exchange;
//   Body     a whole text: its lines count;
//   OfText   what is known of a text, and Derived what follows from one: neither is said twice;
//   Range    a passage;
//   (visit)  all else: ids of other things, words of closed lists, dates, numbers, yes and no, GUIDs, colours.
#pragma once

#include <concepts>
#include <type_traits>

namespace commonground::model {

template <typename Value, typename Thing>
concept Is = std::same_as<std::remove_const_t<Value>, Thing>;

}  // namespace commonground::model
