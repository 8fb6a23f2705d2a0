-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- What each person sees of the codebook's counts (src/store/counts.h).

-- How many codings each code has itself.  It follows from the codings; where it does not add up to them, they are
-- counted.
CREATE TABLE code_counts (
  study INTEGER NOT NULL,
  code INTEGER NOT NULL,  -- its number
  codings INTEGER NOT NULL,
  PRIMARY KEY (study, code)
) STRICT, WITHOUT ROWID;
INSERT INTO code_counts (study, code, codings) SELECT study, code, count(*) FROM codings GROUP BY study, code;

-- Codings of a document are counted without being read.
DROP INDEX codings_by_document;
CREATE INDEX codings_by_document ON codings (study, document, coder, code, status);
CREATE INDEX codings_drafts ON codings (study, coder, code, status) WHERE status = 'draft';

-- SQLite takes a study for a good way to tell codings apart, and so read all of them to find those of one document:
-- here it is told how many there are of each, about.  (These are not counted by ANALYZE, so that plans stay the same.)
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('codings', 'codings', '1000000 1000000 1 sz=30'),
  ('codings', 'codings_by_document', '1000000 1000000 50 20 2 1'),
  ('codings', 'codings_by_code', '1000000 1000000 2000 1'),
  ('codings', 'codings_by_id', '1000000 1000000 1 1'),
  ('codings', 'codings_drafts', '10000 10000 500 10 10 1');
