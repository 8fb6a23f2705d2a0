-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Many studies in one database, and who may see which.  Every transaction names its study and its person
-- (commonground.study, commonground.person); without them no row is there.  A second wall behind the read gateway: it
-- holds for the owner of the tables too, but not for a superuser, as whom the program does not work.

CREATE TABLE studies (
  study BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name TEXT COLLATE "C" NOT NULL UNIQUE,
  founder TEXT COLLATE "C" NOT NULL
);

CREATE TABLE members (
  study BIGINT NOT NULL REFERENCES studies (study) ON DELETE CASCADE,
  person TEXT COLLATE "C" NOT NULL,
  may TEXT COLLATE "C" NOT NULL CHECK (may IN ('read', 'write')),
  PRIMARY KEY (study, person)
);

-- When the readers of a study were told last that it changed.
CREATE TABLE notices (
  study BIGINT PRIMARY KEY REFERENCES studies (study) ON DELETE CASCADE,
  told TIMESTAMPTZ NOT NULL DEFAULT '-infinity'
) WITH (fillfactor = 10);

-- Past every position that a study saved as a whole has.
CREATE SEQUENCE coding_positions MINVALUE 1000000000;

CREATE FUNCTION current_person() RETURNS TEXT LANGUAGE sql STABLE AS
  $$ SELECT current_setting('commonground.person', true) $$;
CREATE FUNCTION is_member(which BIGINT) RETURNS BOOLEAN LANGUAGE plpgsql STABLE AS
  $$ BEGIN RETURN EXISTS (SELECT 1 FROM commonground.members m
                          WHERE m.study = which AND m.person = commonground.current_person()); END $$;
CREATE FUNCTION is_founder(which BIGINT) RETURNS BOOLEAN LANGUAGE plpgsql STABLE AS
  $$ BEGIN RETURN EXISTS (SELECT 1 FROM commonground.studies s
                          WHERE s.study = which AND s.founder = commonground.current_person()); END $$;
CREATE FUNCTION readable_study() RETURNS BIGINT LANGUAGE plpgsql STABLE AS
  $$ BEGIN RETURN (SELECT m.study FROM commonground.members m
                   WHERE m.study = nullif(current_setting('commonground.study', true), '')::BIGINT
                     AND m.person = commonground.current_person()); END $$;
CREATE FUNCTION writable_study() RETURNS BIGINT LANGUAGE plpgsql STABLE AS
  $$ BEGIN RETURN (SELECT m.study FROM commonground.members m
                   WHERE m.study = nullif(current_setting('commonground.study', true), '')::BIGINT
                     AND m.person = commonground.current_person() AND m.may = 'write'); END $$;

-- Every table that holds rows of studies is guarded; a later migration calls this for its own.  The planner's statistics
-- would keep samples of texts, also of those that were taken out long ago: none are made.
CREATE PROCEDURE guard(guarded REGCLASS) LANGUAGE plpgsql AS $$
DECLARE
  sampled NAME;
BEGIN
  FOR sampled IN SELECT attname FROM pg_attribute WHERE attrelid = guarded AND attnum > 0
                 AND atttypid IN ('text'::regtype, 'tsvector'::regtype, 'bytea'::regtype) LOOP
    EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET STATISTICS 0', guarded, sampled);
  END LOOP;
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format('CREATE POLICY seen ON %s FOR SELECT USING (study = (SELECT commonground.readable_study()))', guarded);
  EXECUTE format('CREATE POLICY added ON %s FOR INSERT WITH CHECK (study = (SELECT commonground.writable_study()))',
                 guarded);
  EXECUTE format('CREATE POLICY changed ON %s FOR UPDATE USING (study = (SELECT commonground.writable_study()))',
                 guarded);
  EXECUTE format('CREATE POLICY removed ON %s FOR DELETE USING (study = (SELECT commonground.writable_study()))',
                 guarded);
END $$;

DO $$
DECLARE
  guarded REGCLASS;
BEGIN
  FOR guarded IN SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'study'
                 WHERE c.relnamespace = 'commonground'::regnamespace AND c.relkind = 'r'
                   AND c.relname NOT IN ('studies', 'members') LOOP
    CALL commonground.guard(guarded);
  END LOOP;
END $$;

-- A person sees the studies they made or work on, and their own membership of the others.  Who made a study says who
-- works on it.
ALTER TABLE studies ENABLE ROW LEVEL SECURITY;
ALTER TABLE studies FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON studies FOR SELECT USING (founder = current_person() OR is_member(study));
CREATE POLICY added ON studies FOR INSERT WITH CHECK (founder = current_person());
CREATE POLICY removed ON studies FOR DELETE USING (founder = current_person());
ALTER TABLE members ENABLE ROW LEVEL SECURITY;
ALTER TABLE members FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON members FOR SELECT USING (person = current_person() OR is_founder(study));
CREATE POLICY added ON members FOR INSERT WITH CHECK (is_founder(study));
CREATE POLICY removed ON members FOR DELETE USING (is_founder(study));
