// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// REFI-QDA gives a code one description; a code of ours has a definition and examples.  They are put together so that a
// person can read them in any program, and taken apart again:
//
//     Definition.
//
//     Include: an example
//
//     Exclude: an example
#pragma once

#include <string>
#include <string_view>

#include "model/study.h"

namespace commonground::coding {

struct CodeDescription {
  std::string definition;
  std::string include;
  std::string exclude;
};

std::string WriteCodeDescription(const model::Code& code);
CodeDescription ReadCodeDescription(std::string_view description);

}  // namespace commonground::coding
