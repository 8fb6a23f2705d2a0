// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words of a study that are ours too, for readers: regions of the frame that comes with the program, usual kinds of
// sources and of facts.  A study's own stay as it writes them, in its own language.
#pragma once

#include <string>

#include "publish/text.h"
#include "publish/words.h"

namespace commonground::publish {

// "Afrique" for "Africa"; another label stays.
std::string RegionWords(const std::string& label, const Words& t);
// "page web" for "web page"; another stays, in `own_language`.
Span SourceKindWords(const std::string& kind, const Words& t, const std::string& own_language);
// "HIV prevention work since" for "hiv_prevention_work_since"; another with spaces for "_", in `own_language`.
Span FactWords(const std::string& property, const Words& t, const std::string& own_language);

}  // namespace commonground::publish
