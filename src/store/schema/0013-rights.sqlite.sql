-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Who may see which study is a matter of files here: nothing to do.  (0013-rights.postgres.sql)
SELECT 1;
