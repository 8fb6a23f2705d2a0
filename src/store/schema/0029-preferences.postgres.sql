-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The same as 0029-preferences.sqlite.sql, seen as the tables of people are: by whoever made the study, and the server.

CREATE TABLE preferences (
  study BIGINT NOT NULL,
  person TEXT COLLATE "C" NOT NULL,
  setting TEXT COLLATE "C" NOT NULL,
  value TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (study, person, setting)
);
CALL commonground.guard('commonground.preferences');
ALTER POLICY seen ON commonground.preferences USING (study = (SELECT commonground.readable_study()) AND
                                                     commonground.is_founder(study));
ALTER POLICY added ON commonground.preferences WITH CHECK (study = (SELECT commonground.writable_study()) AND
                                                           commonground.is_founder(study));
ALTER POLICY changed ON commonground.preferences USING (study = (SELECT commonground.writable_study()) AND
                                                        commonground.is_founder(study));
ALTER POLICY removed ON commonground.preferences USING (study = (SELECT commonground.writable_study()) AND
                                                        commonground.is_founder(study));
