// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Texts of people inside messages, and the items of a text that is a list.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace commonground::rules {

// First 80 code points, control characters as spaces: safe to print on a terminal.  Any bytes may be given.
std::string Shown(std::string_view value);

// Items between semicolons, without the spaces around them.  A blank item and one that was there already are left out
// and told to `fault`, as message and fix.
std::vector<std::string_view> ItemsOf(std::string_view text,
                                      const std::function<void(std::string message, std::string fix)>& fault);

}  // namespace commonground::rules
