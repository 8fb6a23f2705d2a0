// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The page numbers of the contents are known when everything was printed.  So the front (title and contents) is printed
// once more, alone, and takes the place of the first pages: printing all of it twice would take twice the time.
#pragma once

#include <optional>
#include <string>

#include "core/result.h"

namespace commonground::publish {

// `whole` with what the pages of `front` show on its first pages; links and the tag tree stay those of `whole`.
// Nothing: the two do not lie alike (another size, other marks of the tag tree), so that all must be printed again.
// Errors: Io (one is no PDF).  Cost: O(bytes).
core::Result<std::optional<std::string>> ReplaceFront(const std::string& whole, const std::string& front);

}  // namespace commonground::publish
