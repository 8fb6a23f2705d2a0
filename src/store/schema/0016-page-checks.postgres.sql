-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- From here on every page of a study file ends in a checksum (src/store/sqlite/page_checks.h): the tables stay as they
-- are, and the program writes the file anew.  A database looks after its own pages (docs/databases.md).
SELECT 1;
