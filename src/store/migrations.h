// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Schema versions: version N is what the first N files of src/store/schema make.  NAME.sql is for both databases and
// written for SQLite; NAME.sqlite.sql and NAME.postgres.sql are one version in their words.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace commonground::store {

// SQL of the migrations, in order.
using Migrations = std::span<const std::string_view>;

Migrations SqliteMigrations();
Migrations PostgresMigrations();

// The five words in which the table definitions differ.  Exposed for its test.
std::string InPostgresWords(std::string_view sqlite);

}  // namespace commonground::store
