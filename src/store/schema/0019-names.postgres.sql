-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The same as 0019-names.sqlite.sql; the rows are those of all studies, which nobody sees at once but the owner of the
-- tables while no policy holds them.

ALTER TABLE statements RENAME COLUMN grade TO evidence_type;
ALTER TABLE codings RENAME COLUMN grade TO evidence_type;
ALTER TABLE orphans RENAME COLUMN grade TO evidence_type;
ALTER TABLE events RENAME COLUMN thing TO record_type;

ALTER TABLE places RENAME TO invented_countries;
ALTER TABLE ties RENAME TO partnerships;
ALTER TABLE wordings RENAME TO history_texts;
ALTER TABLE digests NO FORCE ROW LEVEL SECURITY;
UPDATE digests SET name = 'invented_countries' WHERE name = 'places';
UPDATE digests SET name = 'partnerships' WHERE name = 'ties';
UPDATE digests SET name = 'history_texts' WHERE name = 'wordings';
UPDATE digests SET rows = -1, hash = '' WHERE name IN ('events', 'indicators');
ALTER TABLE digests FORCE ROW LEVEL SECURITY;

-- Words of the history: what a record is.
ALTER TABLE events NO FORCE ROW LEVEL SECURITY;
UPDATE events SET record_type = 'invented-country' WHERE record_type = 'place';
UPDATE events SET record_type = 'partnership' WHERE record_type = 'tie';
ALTER TABLE events FORCE ROW LEVEL SECURITY;

-- What a survey found, beside laws, their practice and services.
ALTER TABLE indicators NO FORCE ROW LEVEL SECURITY;
UPDATE indicators SET side = 'survey' WHERE side = 'measure';
ALTER TABLE indicators FORCE ROW LEVEL SECURITY;
