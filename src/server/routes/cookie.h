// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The cookie of a session, and the token that only our pages can send with a change.
#pragma once

#include <string>
#include <string_view>

namespace commonground::server {

inline constexpr std::string_view kCookieName = "__Host-session";
// Ends it in the browser.
inline constexpr const char* kNoSession = "__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict";

std::string SessionCookie(const std::string& token);

// Made from the session's token: it need not be kept, and whoever has it does not have the other.
std::string CsrfOf(const std::string& token);

}  // namespace commonground::server
