-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Coding together: what a code and a coding have besides, notes, assignments, what was decided, and the history of it
-- all.  Lists are keyed by their place, which may have gaps; things with an id are found by it.

ALTER TABLE codes ADD COLUMN include TEXT NOT NULL DEFAULT '';
ALTER TABLE codes ADD COLUMN exclude TEXT NOT NULL DEFAULT '';
ALTER TABLE codes ADD COLUMN colour TEXT NOT NULL DEFAULT '';
ALTER TABLE codes ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE codes ADD COLUMN merged_into TEXT;
ALTER TABLE codes ADD COLUMN guid TEXT NOT NULL DEFAULT '';

ALTER TABLE codings ADD COLUMN id TEXT NOT NULL DEFAULT '';  -- empty: it follows from the row (model/guids.h)
ALTER TABLE codings ADD COLUMN made_at TEXT;
ALTER TABLE codings ADD COLUMN hint TEXT NOT NULL DEFAULT '';
ALTER TABLE orphans ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE orphans ADD COLUMN made_at TEXT;
ALTER TABLE orphans ADD COLUMN hint TEXT NOT NULL DEFAULT '';

-- Their rows say more now; the next save writes their digests anew.
UPDATE digests SET rows = -1, hash = '' WHERE name IN ('codes', 'codings', 'orphans');

CREATE TABLE memos (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  subject TEXT NOT NULL,
  document TEXT,
  coder TEXT NOT NULL,
  made_at TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, document) REFERENCES documents (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX memos_by_id ON memos (study, id);
CREATE INDEX memos_by_document ON memos (study, document);

CREATE TABLE assignments (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  coder TEXT NOT NULL,
  state TEXT NOT NULL,
  given TEXT,
  submitted TEXT,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, document) REFERENCES documents (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX assignments_by_id ON assignments (study, id);
CREATE INDEX assignments_by_document ON assignments (study, document, coder);

CREATE TABLE adjudications (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  code TEXT NOT NULL,
  range_start INTEGER NOT NULL,
  range_end INTEGER NOT NULL,
  originals TEXT NOT NULL,  -- JSON: ids of codings
  result TEXT,              -- the id of a coding
  decided_by TEXT NOT NULL,
  why TEXT NOT NULL,
  made_at TEXT,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, document) REFERENCES documents (study, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (study, code) REFERENCES codes (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX adjudications_by_id ON adjudications (study, id);
CREATE INDEX adjudications_by_document ON adjudications (study, document);
CREATE INDEX adjudications_by_code ON adjudications (study, code);

CREATE TABLE decisions (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  document TEXT NOT NULL,
  code TEXT,
  range_start INTEGER NOT NULL,
  range_end INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  coder TEXT NOT NULL,
  made_at TEXT,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, document) REFERENCES documents (study, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (study, code) REFERENCES codes (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_by_id ON decisions (study, id);
CREATE INDEX decisions_by_document ON decisions (study, document);
CREATE INDEX decisions_by_code ON decisions (study, code);

-- What was done, without any text.  It names what may be gone, so it refers to nothing.
CREATE TABLE events (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,  -- of the act; rows of one act share it
  made_at TEXT NOT NULL,
  person TEXT NOT NULL,
  action TEXT NOT NULL,
  undoes INTEGER NOT NULL,
  thing TEXT NOT NULL,
  subject TEXT NOT NULL,
  document TEXT,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (study, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX events_by_number ON events (study, number);
CREATE INDEX events_by_person ON events (study, person, number);

-- Texts that events speak of.  They are erased with their document.
CREATE TABLE wordings (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  document TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, document) REFERENCES documents (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX wordings_by_id ON wordings (study, id);
CREATE INDEX wordings_by_document ON wordings (study, document);

-- Every code knows its codings.
CREATE INDEX codings_by_code ON codings (study, code);
CREATE INDEX codings_by_id ON codings (study, id) WHERE id <> '';
