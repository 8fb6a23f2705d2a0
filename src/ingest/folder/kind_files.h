// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which file of a study folder holds each kind of thing: the one place that knows, for whoever names a file to a
// person.
#pragma once

#include <string>
#include <string_view>

#include "rules/problem.h"

namespace commonground::ingest {

// The table of a kind, or the file that all of them are in ("organisations.csv"); empty: each has a file of its own.
std::string_view FileOf(rules::Kind kind);

// What is spoken of, as the person of a folder knows it: "organisations.csv", "definitions/nswp-2013.toml".
std::string NameInFolder(const rules::About& about);

// The problem as the person of a folder reads it, at the file of its thing; the line is only known of texts.
core::Problem InFolder(const rules::Problem& problem);

// The file of one thing: "definitions/nswp-2013.toml", or that of its kind.  A document's is that which describes it.
std::string FileOf(rules::Kind kind, std::string_view id);

}  // namespace commonground::ingest
