// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The header fields that every answer carries, errors and downloads too: one table.
#pragma once

#include <string>
#include <string_view>

#include "server/http/message.h"

namespace commonground::server {

// The head of an answer as bytes, with its framing and all fields of the table that it does not set itself.
// `keep_alive`: whether the connection goes on after it.
std::string HeadOf(const Response& response, const Request& request, bool keep_alive);

// The head of an answer to something that could not be read as a request.
std::string HeadOf(const Response& response, bool secure);

// "Not Found".
std::string_view ReasonOf(int status);

}  // namespace commonground::server
