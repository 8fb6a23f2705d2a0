-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The same as 0021-kept-beside.sqlite.sql, guarded as all tables are.

CREATE TABLE withdrawals (
  study BIGINT PRIMARY KEY,
  list TEXT COLLATE "C" NOT NULL
);
CALL commonground.guard('commonground.withdrawals');

CREATE TABLE backup_key (
  study BIGINT PRIMARY KEY,
  public_key TEXT COLLATE "C" NOT NULL
);
CALL commonground.guard('commonground.backup_key');

CREATE TABLE published_editions (
  study BIGINT NOT NULL,
  edition TEXT COLLATE "C" NOT NULL,
  made_at TEXT COLLATE "C" NOT NULL,
  forms TEXT COLLATE "C" NOT NULL,
  languages TEXT COLLATE "C" NOT NULL,
  hash TEXT COLLATE "C" NOT NULL,
  holds TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (study, edition)
);
CALL commonground.guard('commonground.published_editions');
