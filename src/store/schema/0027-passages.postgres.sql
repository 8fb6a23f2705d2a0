-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The same as 0027-passages.sqlite.sql; the planner takes no samples of the new column.

ALTER TABLE consents ADD COLUMN passage TEXT COLLATE "C" NOT NULL DEFAULT '';
CALL commonground.take_no_samples('commonground.consents'::REGCLASS);

-- Of all studies, which nobody sees at once but the owner of the tables while no policy holds them.
ALTER TABLE digests NO FORCE ROW LEVEL SECURITY;
UPDATE digests SET rows = -1, hash = '' WHERE name = 'consents';
ALTER TABLE digests FORCE ROW LEVEL SECURITY;
