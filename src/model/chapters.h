// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Names of chapters that are about one thing: practice-INT.3.1, case-lantern-collective.
#pragma once

#include <string_view>

namespace commonground::model {

inline constexpr std::string_view kPracticeChapter = "practice-";  // and a code
inline constexpr std::string_view kCaseChapter = "case-";          // and an organisation

}  // namespace commonground::model
