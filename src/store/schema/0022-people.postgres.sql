-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The same as 0022-people.sqlite.sql.  Whoever works on a study in the database does not see who signs in to its server:
-- only whoever made the study does, and the server, which logs in as that role or as one that names it.

CREATE TABLE people (
  study BIGINT NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  organisation TEXT COLLATE "C" NOT NULL,
  passphrase TEXT COLLATE "C" NOT NULL,
  second_key TEXT COLLATE "C" NOT NULL,
  second_step BIGINT NOT NULL,
  recovery TEXT COLLATE "C" NOT NULL,
  since BIGINT NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (study, name)
);
CREATE TABLE invitations (
  study BIGINT NOT NULL,
  hash TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  organisation TEXT COLLATE "C" NOT NULL,
  invited_by TEXT COLLATE "C" NOT NULL,
  expires BIGINT NOT NULL,
  PRIMARY KEY (study, hash)
);
CREATE TABLE sign_ins (
  study BIGINT NOT NULL,
  hash TEXT COLLATE "C" NOT NULL,
  person TEXT COLLATE "C" NOT NULL,
  began BIGINT NOT NULL,
  used BIGINT NOT NULL,
  fresh BIGINT NOT NULL,
  awaits TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (study, hash)
);
CREATE TABLE audit (
  study BIGINT NOT NULL,
  number BIGINT NOT NULL,
  at BIGINT NOT NULL,
  person TEXT COLLATE "C" NOT NULL,
  action TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  salt TEXT COLLATE "C" NOT NULL,
  subject_hash TEXT COLLATE "C" NOT NULL,
  chain TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (study, number)
);
DO $$
DECLARE
  named TEXT;
BEGIN
  FOREACH named IN ARRAY ARRAY['people', 'invitations', 'sign_ins', 'audit'] LOOP
    CALL commonground.guard(('commonground.' || named)::REGCLASS);
    EXECUTE format('ALTER POLICY seen ON commonground.%I USING (study = (SELECT commonground.readable_study()) AND '
                   'commonground.is_founder(study))', named);
    EXECUTE format('ALTER POLICY added ON commonground.%I WITH CHECK (study = (SELECT commonground.writable_study()) AND '
                   'commonground.is_founder(study))', named);
    EXECUTE format('ALTER POLICY changed ON commonground.%I USING (study = (SELECT commonground.writable_study()) AND '
                   'commonground.is_founder(study))', named);
    EXECUTE format('ALTER POLICY removed ON commonground.%I USING (study = (SELECT commonground.writable_study()) AND '
                   'commonground.is_founder(study))', named);
  END LOOP;
END $$;
