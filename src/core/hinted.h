// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Failures that name what would mend them: a use case and its arguments (core/error.h), never a command or a button,
// which are for whoever shows them (cli/hints.h).
#pragma once

#include <utility>

#include "core/result.h"

namespace commonground::core {

inline Error Hinted(ErrorCode code, std::string message, std::string where, Hint hint) {
  return {code, std::move(message), std::move(where), {}, std::move(hint)};
}
inline tl::unexpected<Error> FailWithHint(ErrorCode code, std::string message, std::string where, Hint hint) {
  return Fail(Hinted(code, std::move(message), std::move(where), std::move(hint)));
}

}  // namespace commonground::core
