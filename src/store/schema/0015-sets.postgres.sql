-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Groups of codes and documents, as other coding programs keep them.

CREATE TABLE sets (
  study BIGINT NOT NULL,
  id TEXT NOT NULL,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  codes TEXT NOT NULL,
  documents TEXT NOT NULL,
  PRIMARY KEY (study, id)
);

CALL commonground.guard('commonground.sets');
