-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- A study.  Every table begins with `study`, so that a database can hold many; here it is 1.  Tables of things with a
-- name are keyed by it and keep their place in the list (`position`); the others are keyed by their place.  Lists in
-- one cell are JSON.  Dates are text: 2010, 2010-05 or 2010-05-25.  NULL means not sourced, or none.

CREATE TABLE digests (
  study INTEGER NOT NULL,
  name TEXT NOT NULL,    -- a table, or codings_accepted
  rows INTEGER NOT NULL,
  hash TEXT NOT NULL,    -- BLAKE2b-256 of the rows in the order of their key (src/store/digest.h)
  PRIMARY KEY (study, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  publisher TEXT NOT NULL,
  language TEXT NOT NULL,
  reference_date TEXT,
  invented INTEGER NOT NULL,
  frame_note TEXT NOT NULL,
  frame_sources TEXT NOT NULL,
  at_most_per_country INTEGER NOT NULL,
  definitions TEXT NOT NULL,
  record_months INTEGER NOT NULL,
  claims_about TEXT NOT NULL,
  common_ground_share TEXT NOT NULL,
  widespread_share TEXT NOT NULL,
  gap_unit TEXT NOT NULL,
  smallest_cell INTEGER NOT NULL,
  many_valued TEXT NOT NULL,
  licence TEXT NOT NULL,
  PRIMARY KEY (study, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE regions (
  study INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  aliases TEXT NOT NULL,
  quota INTEGER NOT NULL,
  PRIMARY KEY (study, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
  study INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  site TEXT NOT NULL,
  address TEXT NOT NULL,
  kind TEXT NOT NULL,
  accessed TEXT,
  note TEXT NOT NULL,
  PRIMARY KEY (study, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisations (
  study INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  country TEXT,
  region TEXT,
  languages TEXT NOT NULL,
  visibility TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (study, id),
  FOREIGN KEY (study, region) REFERENCES regions (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX organisations_by_region ON organisations (study, region);

CREATE TABLE slots (
  study INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  region TEXT NOT NULL,
  country TEXT,
  organisation TEXT,
  sources TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (study, id),
  FOREIGN KEY (study, region) REFERENCES regions (study, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (study, organisation) REFERENCES organisations (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX slots_by_region ON slots (study, region);
CREATE INDEX slots_by_organisation ON slots (study, organisation);

CREATE TABLE statements (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  subject TEXT NOT NULL,  -- an organisation, a country, or "study"
  property TEXT NOT NULL,
  value TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  as_of TEXT,
  grade TEXT NOT NULL,
  sources TEXT NOT NULL,
  validated_by TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (study, position)
) STRICT, WITHOUT ROWID;

-- Counts only: nobody is ever listed.
CREATE TABLE leadership (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  organisation TEXT NOT NULL,
  as_of TEXT NOT NULL,
  body TEXT NOT NULL,
  members INTEGER,
  sex_workers INTEGER,
  undisclosed INTEGER,
  at_least TEXT,  -- count 19, share 1/2, or more than a share >1/2
  at_most TEXT,
  basis TEXT NOT NULL,
  sources TEXT NOT NULL,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, organisation) REFERENCES organisations (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX leadership_by_organisation ON leadership (study, organisation);

CREATE TABLE definitions (
  study INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  version TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  summary TEXT NOT NULL,
  criteria TEXT NOT NULL,
  not_sourced TEXT NOT NULL,
  sources TEXT NOT NULL,
  PRIMARY KEY (study, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicators (
  study INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  label TEXT NOT NULL,
  side TEXT NOT NULL,
  type TEXT NOT NULL,
  allowed TEXT NOT NULL,
  sources TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (study, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE legal_rules (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  conditions TEXT NOT NULL,
  model TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (study, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE contexts (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  country TEXT NOT NULL,
  area TEXT NOT NULL,
  indicator TEXT NOT NULL,
  value TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  as_of TEXT,
  citation TEXT NOT NULL,
  sources TEXT NOT NULL,
  validated_by TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, indicator) REFERENCES indicators (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX contexts_by_indicator ON contexts (study, indicator);

-- `number` stands for the id in codings, and never changes while the id is there.
CREATE TABLE codes (
  study INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  parent TEXT,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  definition TEXT NOT NULL,
  basis TEXT NOT NULL,
  sources TEXT NOT NULL,
  PRIMARY KEY (study, id),
  UNIQUE (study, number),
  FOREIGN KEY (study, parent) REFERENCES codes (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX codes_by_parent ON codes (study, parent);

CREATE TABLE cases (
  study INTEGER NOT NULL,
  organisation TEXT NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  embargo_until TEXT,
  PRIMARY KEY (study, organisation),
  FOREIGN KEY (study, organisation) REFERENCES organisations (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  study INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  organisation TEXT NOT NULL,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  kind TEXT NOT NULL,
  date TEXT,
  sources TEXT NOT NULL,
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,  -- of its text
  PRIMARY KEY (study, id),
  UNIQUE (study, number),
  FOREIGN KEY (study, organisation) REFERENCES organisations (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX documents_by_organisation ON documents (study, organisation);

CREATE TABLE document_texts (
  study INTEGER NOT NULL,
  document TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,  -- canonical text
  PRIMARY KEY (study, document),
  FOREIGN KEY (study, document) REFERENCES documents (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE coders (
  study INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (study, id),
  UNIQUE (study, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE codings (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  document INTEGER NOT NULL,
  code INTEGER NOT NULL,
  coder INTEGER NOT NULL,
  range_start INTEGER NOT NULL,  -- code points of the canonical text
  range_end INTEGER NOT NULL,    -- excluded
  status TEXT NOT NULL,
  grade TEXT NOT NULL,
  created TEXT,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  sources TEXT NOT NULL,
  memo TEXT NOT NULL,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, document) REFERENCES documents (study, number) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (study, code) REFERENCES codes (study, number) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (study, coder) REFERENCES coders (study, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX codings_by_document ON codings (study, document);

-- The subject is an organisation (all of its case) or one document.
CREATE TABLE consents (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  organisation TEXT,
  document TEXT,
  scope TEXT NOT NULL,
  basis TEXT NOT NULL,
  given TEXT,
  expires TEXT,
  withdrawn TEXT,
  evidence TEXT NOT NULL,
  PRIMARY KEY (study, position),
  CHECK ((organisation IS NULL) <> (document IS NULL)),
  FOREIGN KEY (study, organisation) REFERENCES organisations (study, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (study, document) REFERENCES documents (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX consents_by_organisation ON consents (study, organisation);
CREATE INDEX consents_by_document ON consents (study, document);

CREATE TABLE partners (
  study INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  sector TEXT NOT NULL,
  country TEXT,
  note TEXT NOT NULL,
  PRIMARY KEY (study, id),
  FOREIGN KEY (study, sector) REFERENCES codes (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX partners_by_sector ON partners (study, sector);

CREATE TABLE ties (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  organisation TEXT NOT NULL,
  partner TEXT NOT NULL,
  kind TEXT NOT NULL,
  since TEXT,
  sources TEXT NOT NULL,
  publish INTEGER NOT NULL,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, organisation) REFERENCES organisations (study, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (study, partner) REFERENCES partners (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX ties_by_organisation ON ties (study, organisation);
CREATE INDEX ties_by_partner ON ties (study, partner);

CREATE TABLE findings (
  study INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  statement TEXT NOT NULL,
  codes TEXT NOT NULL,
  cases_for TEXT NOT NULL,
  cases_against TEXT NOT NULL,
  confidence TEXT NOT NULL,
  reasons TEXT NOT NULL,
  graded_by TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (study, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE chapters (
  study INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (study, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE imported_files (
  study INTEGER NOT NULL,
  path TEXT NOT NULL,
  position INTEGER NOT NULL,
  hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (study, path)
) STRICT, WITHOUT ROWID;
