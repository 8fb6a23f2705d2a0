-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- What is known about a study as a whole and is no part of it (src/store/records.h): never exported.

-- The withdrawals that were carried out, as hashes (src/coding/withdrawal/withdrawal_list.h).
CREATE TABLE withdrawals (
  study INTEGER PRIMARY KEY,
  list TEXT NOT NULL
) STRICT;

-- Backups are sealed to it; who has only the study cannot open them.
CREATE TABLE backup_key (
  study INTEGER PRIMARY KEY,
  public_key TEXT NOT NULL
) STRICT;

-- What was published.
CREATE TABLE published_editions (
  study INTEGER NOT NULL,
  edition TEXT NOT NULL,    -- 16 hex digits of the hash of its files
  made_at TEXT NOT NULL,
  forms TEXT NOT NULL,      -- "html pdf"
  languages TEXT NOT NULL,  -- "en fr"
  hash TEXT NOT NULL,       -- of the list of its files with theirs
  holds TEXT NOT NULL,      -- keyed hashes of the organisations and documents that it shows, one a line
  PRIMARY KEY (study, edition)
) STRICT;
