-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The same as 0020-findings.sqlite.sql; the tables are guarded as all others are.

CREATE TABLE outcomes (
  study BIGINT NOT NULL,
  position BIGINT NOT NULL,
  organisation TEXT COLLATE "C" NOT NULL,
  codes TEXT COLLATE "C" NOT NULL,
  measure TEXT COLLATE "C" NOT NULL,
  before TEXT COLLATE "C" NOT NULL,
  after TEXT COLLATE "C" NOT NULL,
  unit TEXT COLLATE "C" NOT NULL,
  before_when TEXT COLLATE "C",
  after_when TEXT COLLATE "C",
  evidence_type TEXT COLLATE "C" NOT NULL,
  sources TEXT COLLATE "C" NOT NULL,
  how TEXT COLLATE "C" NOT NULL,
  note TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, organisation) REFERENCES organisations (study, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX outcomes_by_organisation ON outcomes (study, organisation);
CALL commonground.guard('commonground.outcomes');

CREATE TABLE answers (
  study BIGINT NOT NULL,
  position BIGINT NOT NULL,
  practice TEXT COLLATE "C" NOT NULL,
  barrier TEXT COLLATE "C" NOT NULL,
  organisation TEXT COLLATE "C",
  sources TEXT COLLATE "C" NOT NULL,
  text TEXT COLLATE "C" NOT NULL,
  note TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (study, position),
  FOREIGN KEY (study, organisation) REFERENCES organisations (study, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX answers_by_organisation ON answers (study, organisation);
CALL commonground.guard('commonground.answers');

CREATE TABLE targets (
  study BIGINT NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  position BIGINT NOT NULL,
  series TEXT COLLATE "C" NOT NULL,
  statement TEXT COLLATE "C" NOT NULL,
  value TEXT COLLATE "C" NOT NULL,
  unit TEXT COLLATE "C" NOT NULL,
  due TEXT COLLATE "C",
  sources TEXT COLLATE "C" NOT NULL,
  note TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (study, id)
);
CALL commonground.guard('commonground.targets');

CREATE TABLE translations (
  study BIGINT NOT NULL,
  position BIGINT NOT NULL,
  document TEXT COLLATE "C" NOT NULL,
  exact TEXT COLLATE "C" NOT NULL,
  language TEXT COLLATE "C" NOT NULL,
  text TEXT COLLATE "C" NOT NULL,
  translator TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (study, position)
);
CALL commonground.guard('commonground.translations');

CREATE TABLE editions (
  study BIGINT NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  position BIGINT NOT NULL,
  date TEXT COLLATE "C",
  text TEXT COLLATE "C" NOT NULL,
  corrections TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (study, id)
);
CALL commonground.guard('commonground.editions');

-- No word is no grade.
ALTER TABLE findings NO FORCE ROW LEVEL SECURITY;
ALTER TABLE findings ALTER COLUMN confidence DROP NOT NULL;
UPDATE findings SET confidence = nullif(confidence, '');
ALTER TABLE findings FORCE ROW LEVEL SECURITY;
ALTER TABLE findings ADD COLUMN kind TEXT COLLATE "C";
ALTER TABLE findings ADD COLUMN concerns TEXT COLLATE "C" NOT NULL DEFAULT '[]';
ALTER TABLE findings ADD COLUMN addressees TEXT COLLATE "C" NOT NULL DEFAULT '[]';
ALTER TABLE findings ADD COLUMN rests_on TEXT COLLATE "C" NOT NULL DEFAULT '[]';
ALTER TABLE findings ADD COLUMN looked_at TEXT COLLATE "C";
CALL commonground.take_no_samples('commonground.findings'::REGCLASS);

-- Of all studies, which nobody sees at once but the owner of the tables while no policy holds them.
ALTER TABLE digests NO FORCE ROW LEVEL SECURITY;
UPDATE digests SET rows = -1, hash = '' WHERE name = 'findings';
ALTER TABLE digests FORCE ROW LEVEL SECURITY;
