// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// mc:AlternateContent says one thing in several wordings (ECMA-376, part 3): the first Choice whose Requires names only
// namespaces that a word processor of today understands is shown, else the Fallback, else nothing.
#pragma once

#include <libxml/tree.h>

#include <functional>
#include <string>
#include <string_view>

namespace commonground::ingest::parser {

// `namespace_of`: what a prefix stands for where the Choice stands; empty: nothing, and then
// only a usual one (wps, w14) is understood.
bool IsUnderstood(std::string_view required, const std::function<std::string(const std::string& prefix)>& namespace_of);

// The wording that is shown; nullptr: none.  Requires: `alternate` is an AlternateContent.
const xmlNode* Chosen(const xmlNode* alternate);

}  // namespace commonground::ingest::parser
