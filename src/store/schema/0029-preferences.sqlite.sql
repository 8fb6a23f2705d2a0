-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- What each who signs in has set for the pages, such as keys and colours (src/store/people).  About people, and no part of
-- the study: never exported, never copied.

CREATE TABLE preferences (
  study INTEGER NOT NULL,
  person TEXT NOT NULL,
  setting TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (study, person, setting)
) STRICT;
