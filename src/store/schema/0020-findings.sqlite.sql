-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Outcomes, answers to barriers, targets, translations, editions; and findings with levels of concern, addressees and
-- what they rest on.

CREATE TABLE outcomes (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  organisation TEXT NOT NULL,
  codes TEXT NOT NULL,
  measure TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  unit TEXT NOT NULL,
  before_when TEXT,
  after_when TEXT,
  evidence_type TEXT NOT NULL,
  sources TEXT NOT NULL,
  how TEXT NOT NULL,
  note TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, organisation) REFERENCES organisations (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX outcomes_by_organisation ON outcomes (study, organisation);

CREATE TABLE answers (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  practice TEXT NOT NULL,
  barrier TEXT NOT NULL,
  organisation TEXT,
  sources TEXT NOT NULL,
  text TEXT NOT NULL,
  note TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, organisation) REFERENCES organisations (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_organisation ON answers (study, organisation);

CREATE TABLE targets (
  study INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  series TEXT NOT NULL,
  statement TEXT NOT NULL,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  due TEXT,
  sources TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (study, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE translations (
  study INTEGER NOT NULL,
  position INTEGER NOT NULL,
  document TEXT NOT NULL,
  exact TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  translator TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (study, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE editions (
  study INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  date TEXT,
  text TEXT NOT NULL,
  corrections TEXT NOT NULL,
  PRIMARY KEY (study, id)
) STRICT, WITHOUT ROWID;

-- No word is no grade.
ALTER TABLE findings ADD COLUMN graded TEXT;
UPDATE findings SET graded = nullif(confidence, '');
ALTER TABLE findings DROP COLUMN confidence;
ALTER TABLE findings RENAME COLUMN graded TO confidence;
ALTER TABLE findings ADD COLUMN kind TEXT;
ALTER TABLE findings ADD COLUMN concerns TEXT NOT NULL DEFAULT '[]';
ALTER TABLE findings ADD COLUMN addressees TEXT NOT NULL DEFAULT '[]';
ALTER TABLE findings ADD COLUMN rests_on TEXT NOT NULL DEFAULT '[]';
ALTER TABLE findings ADD COLUMN looked_at TEXT;

-- Their rows say more now; the next save writes their digest anew.
UPDATE digests SET rows = -1, hash = '' WHERE name = 'findings';
