-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The same as 0030-formats.sqlite.sql; the planner takes no samples of the new column.

ALTER TABLE document_parts ADD COLUMN format TEXT COLLATE "C" NOT NULL DEFAULT '';
CALL commonground.take_no_samples('commonground.document_parts'::REGCLASS);

-- Of all studies, which nobody sees at once but the owner of the tables while no policy holds them.
ALTER TABLE digests NO FORCE ROW LEVEL SECURITY;
UPDATE digests SET rows = -1, hash = '' WHERE name = 'document_parts';
ALTER TABLE digests FORCE ROW LEVEL SECURITY;
