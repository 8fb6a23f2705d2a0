-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Several people at once.  A row that is edited by itself carries a version; whoever changes it names the one they saw.

ALTER TABLE codings ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

CREATE TABLE changes (
  study INTEGER PRIMARY KEY,
  saves INTEGER NOT NULL,       -- how often the study was saved as a whole
  removals INTEGER NOT NULL,    -- how often a coding was removed by itself
  next_coding INTEGER NOT NULL  -- a position that no coding had yet (PostgreSQL has a sequence instead)
) STRICT;
