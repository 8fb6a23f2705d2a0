-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- A coding refers to its document, code and coder.  PostgreSQL checks foreign keys by three questions a row, a third of
-- the work of a copy; here it is one question for all rows of a statement: what is referred to must be there, and is not
-- removed while a coding refers to it at the end of the transaction.  A removal waits for those who are coding, whose
-- lock it takes, instead of each coding locking three rows.  (docs/decisions/0018-references-of-codings.md)

DO $$
DECLARE
  replaced NAME;
BEGIN
  FOR replaced IN SELECT conname FROM pg_constraint
                  WHERE conrelid = 'commonground.codings'::regclass AND contype = 'f' LOOP
    EXECUTE format('ALTER TABLE commonground.codings DROP CONSTRAINT %I', replaced);
  END LOOP;
END $$;

-- The questions are written so that each thing is looked up by its key, however many there are.
CREATE FUNCTION codings_refer() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM (SELECT DISTINCT w.study, w.document FROM written w) c
             WHERE (SELECT d.number FROM commonground.documents d
                    WHERE d.study = c.study AND d.number = c.document) IS NULL)
     OR EXISTS (SELECT 1 FROM (SELECT DISTINCT w.study, w.code FROM written w) c
                WHERE (SELECT d.number FROM commonground.codes d
                       WHERE d.study = c.study AND d.number = c.code) IS NULL)
     OR EXISTS (SELECT 1 FROM (SELECT DISTINCT w.study, w.coder FROM written w) c
                WHERE (SELECT d.number FROM commonground.coders d
                       WHERE d.study = c.study AND d.number = c.coder) IS NULL) THEN
    RAISE foreign_key_violation USING MESSAGE = 'a coding names a document, a code or a coder that is not there';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER added_refer AFTER INSERT ON codings REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION codings_refer();
CREATE TRIGGER changed_refer AFTER UPDATE ON codings REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION codings_refer();

-- The argument is the column of codings that names it.
CREATE FUNCTION stays_while_coded() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  missed BOOLEAN;
BEGIN
  PERFORM pg_advisory_xact_lock(1128768627, OLD.study::INTEGER);  -- postgres_database.cpp: kStudyLocks
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM commonground.codings c WHERE c.study = $1 AND c.%I = $2)
                  AND NOT EXISTS (SELECT 1 FROM %s d WHERE d.study = $1 AND d.number = $2)', TG_ARGV[0], TG_RELID::regclass)
    INTO missed USING OLD.study, OLD.number;
  IF missed THEN
    RAISE foreign_key_violation USING MESSAGE = format('a coding names a %s that is to be removed', TG_ARGV[0]);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER removed_is_not_coded AFTER DELETE ON documents DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION stays_while_coded('document');
CREATE CONSTRAINT TRIGGER removed_is_not_coded AFTER DELETE ON codes DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION stays_while_coded('code');
CREATE CONSTRAINT TRIGGER removed_is_not_coded AFTER DELETE ON coders DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION stays_while_coded('coder');
CREATE CONSTRAINT TRIGGER renumbered_is_not_coded AFTER UPDATE ON documents DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.study, OLD.number) <> (NEW.study, NEW.number)) EXECUTE FUNCTION stays_while_coded('document');
CREATE CONSTRAINT TRIGGER renumbered_is_not_coded AFTER UPDATE ON codes DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.study, OLD.number) <> (NEW.study, NEW.number)) EXECUTE FUNCTION stays_while_coded('code');
CREATE CONSTRAINT TRIGGER renumbered_is_not_coded AFTER UPDATE ON coders DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.study, OLD.number) <> (NEW.study, NEW.number)) EXECUTE FUNCTION stays_while_coded('coder');
