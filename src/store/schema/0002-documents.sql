-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- What is known about a text besides its words: its parts, the file it was taken from, the texts before it changed, and
-- codings whose passage is gone.  Invented places of invented examples.

CREATE TABLE places (
  study INTEGER NOT NULL,
  code TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (study, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_parts (
  study INTEGER NOT NULL,
  document TEXT NOT NULL,
  position INTEGER NOT NULL,
  original_hash TEXT NOT NULL,
  parts TEXT NOT NULL,  -- JSON: [kind, level, start, end, page, confidence or null], in code points of the text
  PRIMARY KEY (study, document),
  FOREIGN KEY (study, document) REFERENCES documents (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE old_versions (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, document) REFERENCES documents (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX old_versions_by_document ON old_versions (study, document);

CREATE TABLE orphans (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  code TEXT NOT NULL,
  coder TEXT NOT NULL,
  range_start INTEGER NOT NULL,
  range_end INTEGER NOT NULL,
  status TEXT NOT NULL,
  grade TEXT NOT NULL,
  created TEXT,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  sources TEXT NOT NULL,
  memo TEXT NOT NULL,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, document) REFERENCES documents (study, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (study, code) REFERENCES codes (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX orphans_by_document ON orphans (study, document);
CREATE INDEX orphans_by_code ON orphans (study, code);
