-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The search index again, smaller: what a document's passages have in common is kept once (docs/decisions, 0017).  What
-- was in it follows from the other tables: `commonground reindex` or the next change of the study fills it.

DROP TABLE passage_index;
DROP TABLE passages;
DROP TABLE indexed_documents;

-- What a document was indexed with: it is done again when this changes.
CREATE TABLE indexed_documents (
  study INTEGER NOT NULL,
  document INTEGER NOT NULL,       -- its number
  hash TEXT NOT NULL,
  facets TEXT NOT NULL,            -- of all its passages: tokens, each after a 0x1F
  first_passage INTEGER NOT NULL,  -- the index's rows of it follow one another
  last_passage INTEGER NOT NULL,   -- before the first: it has none
  PRIMARY KEY (study, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX indexed_documents_by_row ON indexed_documents (last_passage);

-- Rows of numbers: seven bits a byte, the lowest first; the eighth bit: there is more.  One study a file.
CREATE TABLE passages (
  document INTEGER PRIMARY KEY,
  words BLOB NOT NULL,  -- how many each passage has
  places BLOB NOT NULL  -- in code points: each one's start, from the end of the one before (0, -1, 1, -2 ... as
) STRICT;               -- 0, 1, 2, 3 ...), and its length

-- Keeps no text.  A row is taken out by handing over what it was made of, and 'optimize' then removes what is left.
CREATE VIRTUAL TABLE passage_index USING fts5(body, codes, content='', columnsize=0, tokenize='commonground');
