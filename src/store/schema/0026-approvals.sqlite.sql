-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Who said, with the passphrase, that an edition may be published (src/app/people/approvals.h).  About people, and no
-- part of the study: never exported, never copied.

CREATE TABLE approvals (
  study INTEGER NOT NULL,
  content TEXT NOT NULL,  -- hash of all that the edition says, in whatever form
  person TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (study, content, person)
) STRICT;
