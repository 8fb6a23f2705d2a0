-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The same as 0026-approvals.sqlite.sql, seen as the tables of people are: by whoever made the study, and the server.

CREATE TABLE approvals (
  study BIGINT NOT NULL,
  content TEXT COLLATE "C" NOT NULL,
  person TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (study, content, person)
);
CALL commonground.guard('commonground.approvals');
ALTER POLICY seen ON commonground.approvals USING (study = (SELECT commonground.readable_study()) AND
                                                   commonground.is_founder(study));
ALTER POLICY added ON commonground.approvals WITH CHECK (study = (SELECT commonground.writable_study()) AND
                                                         commonground.is_founder(study));
ALTER POLICY changed ON commonground.approvals USING (study = (SELECT commonground.writable_study()) AND
                                                      commonground.is_founder(study));
ALTER POLICY removed ON commonground.approvals USING (study = (SELECT commonground.writable_study()) AND
                                                      commonground.is_founder(study));
