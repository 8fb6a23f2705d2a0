// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where things lie in the site.  No value of a study becomes a path or an anchor but through SafeName.
#pragma once

#include <string>
#include <string_view>

#include "publish/book.h"

namespace commonground::publish {

// Which ids are plain and stay as they are, for people to read in addresses.
enum class Plain {
  kLower,  // "lantern-collective"
  kUpper,  // "INT.3.1", "KEN"
};

// A file name or anchor for any id: at most 64 of the characters a-z, A-Z, 0-9, '.', '_' and '-'; never empty, "..",
// hidden, or a name that some system keeps for itself.  A plain id is its own name; any other gets 16 hex digits of its
// hash, after "--", which no plain id has.  So names differ, also where capital letters do not count, and the name of
// an id depends on nothing but the id.
std::string SafeName(std::string_view id, Plain plain);

// "cases/lantern-collective.html", relative to the root of the site.
std::string PathOf(const PageId& page);

// The id of a place on its page.
std::string AnchorOf(std::string_view name);         // of a heading, table or figure
std::string AnchorOf(const SourceTarget& source);    // "source-s1"
std::string AnchorOf(const PassageTarget& passage);  // "d1-p3"
std::string AnchorOf(const NumberTarget& number);    // "all", "region-africa", "with-BAR.1"

// What a link on page `from` says; empty: leads nowhere.
std::string HrefOf(const Target& target, const PageId& from);

}  // namespace commonground::publish
