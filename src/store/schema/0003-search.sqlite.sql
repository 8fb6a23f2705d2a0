-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The search index (src/store/search).  It follows from the other tables: Save brings it up to date in its transaction.

-- A million of them: no column more than is needed.  One study a file.
CREATE TABLE passages (
  passage INTEGER PRIMARY KEY,  -- the index's row
  document INTEGER NOT NULL,    -- its number
  range_start INTEGER NOT NULL,
  range_end INTEGER NOT NULL
) STRICT;

-- What a document was indexed with: it is done again when this changes.
CREATE TABLE indexed_documents (
  study INTEGER NOT NULL,
  document INTEGER NOT NULL,
  hash TEXT NOT NULL,
  first_passage INTEGER NOT NULL,  -- its passages follow one another
  last_passage INTEGER NOT NULL,   -- before the first: it has none
  PRIMARY KEY (study, document)
) STRICT, WITHOUT ROWID;

-- Keeps no text.  A row is taken out by handing over what it was made of, and 'optimize' then removes what is left.
CREATE VIRTUAL TABLE passage_index USING fts5(body, facets, content='', tokenize='commonground');
INSERT INTO passage_index(passage_index, rank) VALUES ('rank', 'bm25(1.0, 0.0)');
