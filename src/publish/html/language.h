// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Says in which direction a language is written, for the attribute dir.

#pragma once

#include <string>

namespace commonground::publish {

// "rtl", "ltr", or "auto" where the language is not known ("und" or not a language); empty for "": as around it.
std::string DirectionOf(const std::string& language);

}  // namespace commonground::publish
