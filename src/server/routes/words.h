// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Closed lists of words that routes take and give.
#pragma once

#include <array>
#include <string_view>

namespace commonground::server {

struct RoleWords {
  static constexpr std::array<std::string_view, 5> kWords{"coordinator", "researcher", "reviewer", "member", "reader"};
};
struct StatusWords {
  static constexpr std::array<std::string_view, 4> kWords{"draft", "submitted", "accepted", "rejected"};
};

}  // namespace commonground::server
