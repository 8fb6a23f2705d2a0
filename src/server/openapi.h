// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The table of routes, told to programs and to people who write them.
#pragma once

#include <string>

#include "server/shape/writer.h"

namespace commonground::server {

// OpenAPI 3.1.  The same table gives the same bytes.
Json OpenApi();

// The same types for TypeScript: an interface for what each route takes and gives, and the list of routes.
std::string TypeScriptTypes();

}  // namespace commonground::server
