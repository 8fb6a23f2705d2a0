-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The originals of documents, encrypted (src/store/vault).  No row of vault_key: the study has no passphrase and keeps none.

CREATE TABLE vault_key (
  study INTEGER PRIMARY KEY,
  wrapped BLOB NOT NULL  -- the study key, under the passphrase
) STRICT;

CREATE TABLE originals (
  study INTEGER NOT NULL,
  document TEXT NOT NULL,
  version INTEGER NOT NULL,  -- of the text that was taken from it
  hash TEXT NOT NULL,        -- of the file
  bytes INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (study, document, version),
  FOREIGN KEY (study, document) REFERENCES documents (study, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
