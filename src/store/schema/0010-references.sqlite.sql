-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- SQLite checks a reference for little: nothing to do.  (0010-references.postgres.sql)
SELECT 1;
