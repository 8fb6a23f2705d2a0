// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Brings the schema `commonground` of a database up to date: in one transaction, under a lock, so that a cut leaves it
// as it was and two programs do not do it at once.  Throws soci_error; Failure: NewerSchema, NotFound (there is none
// and `may_create` is false), Io (the database may only be read).
#pragma once

#include <libpq-fe.h>

#include "store/migrations.h"

namespace commonground::store {

void BringDatabaseUpToDate(PGconn* link, bool may_create, Migrations migrations = PostgresMigrations());

}  // namespace commonground::store
