// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Indicators of the frame that comes with the program, and their values, for readers.  Those of a study's own stay as
// the study writes them, with spaces for "_".
#pragma once

#include <string>

#include "model/context.h"
#include "publish/words.h"

namespace commonground::publish {

// Its label in the language of the report if it is ours, else as it is written; its id where it has none.
std::string IndicatorLabel(const model::Indicator& indicator, const Words& t);
// "used_in_court" gives "used in court"; "unknown" is "not sourced".
std::string IndicatorValueLabel(const std::string& value, const Words& t);

}  // namespace commonground::publish
