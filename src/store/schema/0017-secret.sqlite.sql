-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- What pseudonyms in reports come from (src/store/secret.h).  No part of the study: never exported.

CREATE TABLE study_secret (
  study INTEGER PRIMARY KEY,
  secret TEXT NOT NULL  -- random, 64 hex digits
) STRICT;
INSERT INTO study_secret (study, secret) SELECT study, lower(hex(randomblob(32))) FROM settings GROUP BY study;
