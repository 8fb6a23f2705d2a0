-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Columns get the names of the field: a grade is a rating of certainty, but these words say what kind of evidence there
-- is; and a "thing" of the history is a record of some type.

ALTER TABLE statements RENAME COLUMN grade TO evidence_type;
ALTER TABLE codings RENAME COLUMN grade TO evidence_type;
ALTER TABLE orphans RENAME COLUMN grade TO evidence_type;
ALTER TABLE events RENAME COLUMN thing TO record_type;

ALTER TABLE places RENAME TO invented_countries;
ALTER TABLE ties RENAME TO partnerships;
ALTER TABLE wordings RENAME TO history_texts;
UPDATE digests SET name = 'invented_countries' WHERE name = 'places';
UPDATE digests SET name = 'partnerships' WHERE name = 'ties';
UPDATE digests SET name = 'history_texts' WHERE name = 'wordings';
UPDATE digests SET rows = -1, hash = '' WHERE name IN ('events', 'indicators');

-- Words of the history: what a record is.
UPDATE events SET record_type = 'invented-country' WHERE record_type = 'place';
UPDATE events SET record_type = 'partnership' WHERE record_type = 'tie';

-- What a survey found, beside laws, their practice and services.
UPDATE indicators SET side = 'survey' WHERE side = 'measure';
