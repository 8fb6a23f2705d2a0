-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The search index of a study file changed its tables: nothing to do here.  (0009-passages.sqlite.sql)
SELECT 1;
