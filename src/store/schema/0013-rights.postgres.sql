-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- A person is who logged in (session_user), whatever they set; only a login of the service role names another one, for
-- the coming server.  No function looks anything up where its caller says.  Nobody learns a value of a study from what
-- the planner expects.  (docs/databases.md, "Who sees which study")

-- Cheap, so that policies ask it before they ask a table.
CREATE OR REPLACE FUNCTION current_person() RETURNS TEXT LANGUAGE sql STABLE COST 1
  SET search_path = pg_catalog, pg_temp AS
  $$ SELECT CASE WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_roles r WHERE r.rolname = 'commonground_service'
                              AND pg_has_role(session_user, r.oid, 'MEMBER'))
                 THEN nullif(current_setting('commonground.person', true), '')
                 ELSE session_user::TEXT END $$;
ALTER FUNCTION is_member(BIGINT) SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION is_founder(BIGINT) SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION readable_study() SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION writable_study() SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION codings_refer() SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION stays_while_coded() SET search_path = pg_catalog, pg_temp;

-- Everybody reads the version; who owns the tables writes it.
ALTER TABLE schema_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON schema_version FOR SELECT USING (true);

-- What a role needs to work on studies, and no more: which ones, members says.
CREATE PROCEDURE open_to(who NAME) LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA commonground TO %I', who);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA commonground TO %I', who);
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA commonground TO %I', who);
END $$;

-- Whoever made a study lets somebody work on it, or takes that back.  Row-level security checks that it is theirs.
CREATE PROCEDURE admit(name TEXT, person TEXT, may TEXT) LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  which BIGINT := (SELECT s.study FROM commonground.studies s WHERE s.name = admit.name
                   AND s.founder = commonground.current_person());
BEGIN
  IF which IS NULL THEN
    RAISE EXCEPTION 'you made no study with the id "%". Fix: ask whoever made it', admit.name;
  END IF;
  DELETE FROM commonground.members m WHERE m.study = which AND m.person = admit.person;
  INSERT INTO commonground.members VALUES (which, admit.person, admit.may);
  IF EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = admit.person) THEN
    CALL commonground.open_to(admit.person::NAME);
  ELSE
    RAISE NOTICE 'no role "%" can log in here yet. Fix: createuser "%", then admit again', admit.person, admit.person;
  END IF;
END $$;
CREATE PROCEDURE dismiss(name TEXT, person TEXT) LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM commonground.members m USING commonground.studies s
    WHERE s.name = dismiss.name AND m.study = s.study AND m.person = dismiss.person AND s.founder <> m.person;
  IF NOT FOUND THEN
    RAISE EXCEPTION '"%" does not work on a study "%" that you made. Fix: see commonground.members', person, name;
  END IF;
END $$;

-- Numbers of acts pass those of a study that is copied in, and never go back.
CREATE FUNCTION pass_act(number BIGINT) RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF number NOT BETWEEN 0 AND 1000000000000 THEN RAISE EXCEPTION 'acts are not numbered %', number; END IF;
  PERFORM setval('commonground.act_numbers', greatest(number, (SELECT last_value FROM commonground.act_numbers)));
END $$;

-- The planner takes samples of no column: EXPLAIN would tell everybody its likeliest values.  A large table is planned by
-- how many rows a study has.
CREATE PROCEDURE take_no_samples(guarded REGCLASS) LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  sampled NAME;
BEGIN
  FOR sampled IN SELECT attname FROM pg_attribute WHERE attrelid = guarded AND attnum > 0 AND NOT attisdropped LOOP
    EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET STATISTICS %s', guarded, sampled,
                   CASE WHEN sampled = 'study' AND guarded IN ('commonground.codings'::REGCLASS,
                        'commonground.passages'::REGCLASS) THEN 100 ELSE 0 END);
  END LOOP;
END $$;

-- The same as before (0006-network.postgres.sql); and whoever has rights has them on the new table.
CREATE OR REPLACE PROCEDURE guard(guarded REGCLASS) LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  who NAME;
BEGIN
  CALL commonground.take_no_samples(guarded);
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format('CREATE POLICY seen ON %s FOR SELECT USING (study = (SELECT commonground.readable_study()))', guarded);
  EXECUTE format('CREATE POLICY added ON %s FOR INSERT WITH CHECK (study = (SELECT commonground.writable_study()))',
                 guarded);
  EXECUTE format('CREATE POLICY changed ON %s FOR UPDATE USING (study = (SELECT commonground.writable_study()))',
                 guarded);
  EXECUTE format('CREATE POLICY removed ON %s FOR DELETE USING (study = (SELECT commonground.writable_study()))',
                 guarded);
  FOR who IN SELECT DISTINCT r.rolname FROM pg_namespace n, aclexplode(n.nspacl) a JOIN pg_roles r ON r.oid = a.grantee
             WHERE n.nspname = 'commonground' AND a.privilege_type = 'USAGE' AND a.grantee <> n.nspowner LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I', guarded, who);
  END LOOP;
END $$;

-- Samples of numbers that were taken before go when the type of their column is set, to what it is.  (`number` is asked
-- for by triggers, which refuse that, and says nothing.)
DO $$
DECLARE
  guarded REGCLASS;
  sampled NAME;
BEGIN
  FOR guarded IN SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'commonground'::regnamespace AND c.relkind = 'r'
                   AND c.relname <> 'schema_version' LOOP
    CALL commonground.take_no_samples(guarded);
    FOR sampled IN SELECT attname FROM pg_attribute WHERE attrelid = guarded AND attnum > 0 AND NOT attisdropped
                   AND atttypid = 'bigint'::REGTYPE AND attname NOT IN ('study', 'number') LOOP
      EXECUTE format('ALTER TABLE %s ALTER COLUMN %I TYPE BIGINT', guarded, sampled);
    END LOOP;
  END LOOP;
END $$;
