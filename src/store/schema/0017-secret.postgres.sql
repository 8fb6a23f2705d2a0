-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- What pseudonyms in reports come from (src/store/secret.h), guarded as all tables are.  A study that is there already
-- gets its own when it is saved next: nobody sees all studies, so none can be made here.

CREATE TABLE study_secret (
  study BIGINT PRIMARY KEY,
  secret TEXT COLLATE "C" NOT NULL  -- random, 64 hex digits
);
CALL commonground.guard('commonground.study_secret');
