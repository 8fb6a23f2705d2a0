-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Groups of codes and documents, as other coding programs keep them.

CREATE TABLE sets (
  study BIGINT NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  position BIGINT NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  description TEXT COLLATE "C" NOT NULL,
  codes TEXT COLLATE "C" NOT NULL,
  documents TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (study, id)
);

CALL commonground.guard('commonground.sets');
