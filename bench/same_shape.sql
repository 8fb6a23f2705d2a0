-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- For pgbench: what one coding needs of the database, and no more: a study and a person, a lock that is shared, the
-- numbers of its document, code and coder, a place, a row with its references, a number and a row of the history, a
-- notice.
\set document random(1, 10)
\set code random(1, 60)
BEGIN;
SELECT set_config('commonground.study', :study::text, true), pg_advisory_xact_lock_shared(1128768627, :study);
SELECT saves FROM commonground.changes WHERE study = :study;
SELECT number FROM commonground.documents WHERE study = :study AND number = :document;
SELECT number FROM commonground.codes WHERE study = :study AND number = :code;
SELECT number FROM commonground.coders WHERE study = :study AND number = 1;
INSERT INTO commonground.codings (study, position, document, code, coder, range_start, range_end, status, grade, created, exact, prefix, suffix, sources, memo) SELECT :study, nextval('commonground.coding_positions'), :document, :code, 1, 0, 40, 'accepted', 'documented', NULL, 'some forty letters that a person has coded', 'before', 'after', '[]', '';
SELECT nextval('commonground.act_numbers') AS act \gset
INSERT INTO commonground.events (study, position, number, made_at, person, action, undoes, thing, subject, document, before, after) VALUES (:study, :act::bigint * 1048576, :act, '2026-11-25T00:00:00Z', 'coder-1', 'apply', 0, 'coding', '11111111-1111-4111-8111-111111111111', 'org-1/case.md', '', '{"version":1,"start":0,"end":40,"code":"c1","coder":"coder-1","status":"accepted","grade":"documented"}');
WITH due AS (SELECT study FROM commonground.notices WHERE study = :study AND told < clock_timestamp() - interval '100 ms' FOR UPDATE SKIP LOCKED), now AS (UPDATE commonground.notices AS n SET told = clock_timestamp() FROM due WHERE n.study = due.study RETURNING n.study) SELECT pg_notify('commonground_1', '') FROM now;
COMMIT;
