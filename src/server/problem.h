// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What went wrong, as application/problem+json (RFC 9457): one form for every route, from the one table of errors.
#pragma once

#include <string>
#include <vector>

#include "core/error.h"
#include "server/http/message.h"
#include "server/shape/reader.h"

namespace commonground::server {

// {"type": "urn:commonground:not_found", "title": ..., "status": 404, "detail": ..., "errors": [...],
// "about": {...}, "hint": {...}}, the status by core::HttpStatus.  What is about the machine is told by its kind only.
Response ProblemOf(const core::Error& error);
Response ProblemOf(int status, std::string_view name, std::string_view detail,
                   const std::vector<FieldProblem>& problems = {});

}  // namespace commonground::server
