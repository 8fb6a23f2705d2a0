-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The same as 0018-ids.sqlite.sql; the planner takes no samples of the new columns.

DO $$
DECLARE
  named TEXT;
BEGIN
  FOREACH named IN ARRAY ARRAY['statements', 'leadership', 'legal_rules', 'contexts', 'consents', 'ties'] LOOP
    EXECUTE format('ALTER TABLE commonground.%I ADD COLUMN id TEXT COLLATE "C" NOT NULL DEFAULT ''''', named);
    CALL commonground.take_no_samples(('commonground.' || named)::REGCLASS);
  END LOOP;
END $$;

-- Of all studies, which nobody sees at once but the owner of the tables while no policy holds them.
ALTER TABLE digests NO FORCE ROW LEVEL SECURITY;
UPDATE digests SET rows = -1, hash = ''
  WHERE name IN ('statements', 'leadership', 'legal_rules', 'contexts', 'consents', 'ties');
ALTER TABLE digests FORCE ROW LEVEL SECURITY;
