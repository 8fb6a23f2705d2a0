-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The search index (src/store/search), as 0003-search.sqlite.sql: the same tokens, in a tsvector.

CREATE TABLE passages (
  study BIGINT NOT NULL,
  document BIGINT NOT NULL,  -- its number
  range_start BIGINT NOT NULL,
  range_end BIGINT NOT NULL,
  words TSVECTOR NOT NULL    -- tokens with their places, and facets: of the passage, its document and its study
);
CREATE INDEX passages_by_document ON passages (study, document);
CREATE INDEX passages_by_word ON passages USING gin (words);

CREATE TABLE indexed_documents (
  study BIGINT NOT NULL,
  document BIGINT NOT NULL,
  hash TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (study, document)
);

-- In how many passages a word is: for "did you mean".
CREATE TABLE vocabulary (
  study BIGINT NOT NULL,
  word TEXT COLLATE "C" NOT NULL,
  passages BIGINT NOT NULL,
  PRIMARY KEY (study, word)
);
