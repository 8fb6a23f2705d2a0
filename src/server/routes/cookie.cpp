// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A cookie that no other host, path, script or plain connection gets.

#include "server/routes/cookie.h"

#include "core/keyed_hash.h"

namespace commonground::server {

std::string SessionCookie(const std::string& token) {
  return std::string(kCookieName) + "=" + token + "; Path=/; Secure; HttpOnly; SameSite=Strict";
}

std::string CsrfOf(const std::string& token) {
  return core::KeyedHash(token, "csrf");
}

}  // namespace commonground::server
