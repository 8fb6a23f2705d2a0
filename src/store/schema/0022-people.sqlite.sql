-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- People who sign in to the server, their invitations and sessions, and what they did (src/store/people).  No part of
-- the study: never exported, never copied.  Of passphrases, tokens and codes only hashes are here.

CREATE TABLE people (
  study INTEGER NOT NULL,
  name TEXT NOT NULL,          -- a pseudonym; the coder of their codings
  role TEXT NOT NULL,
  organisation TEXT NOT NULL,  -- of a member; else empty
  passphrase TEXT NOT NULL,    -- Argon2id, with its parameters
  second_key TEXT NOT NULL,    -- TOTP, base 32; empty: none
  second_step INTEGER NOT NULL,  -- of the last code that was taken
  recovery TEXT NOT NULL,      -- hashes of the codes that are left, a line each
  since INTEGER NOT NULL,
  state TEXT NOT NULL,         -- open, ended
  PRIMARY KEY (study, name)
) STRICT;

CREATE TABLE invitations (
  study INTEGER NOT NULL,
  hash TEXT NOT NULL,          -- of the token
  kind TEXT NOT NULL,          -- setup, join
  name TEXT NOT NULL,          -- empty: who comes chooses
  role TEXT NOT NULL,
  organisation TEXT NOT NULL,
  invited_by TEXT NOT NULL,
  expires INTEGER NOT NULL,
  PRIMARY KEY (study, hash)
) STRICT;

CREATE TABLE sign_ins (
  study INTEGER NOT NULL,
  hash TEXT NOT NULL,          -- of the token
  person TEXT NOT NULL,
  began INTEGER NOT NULL,
  used INTEGER NOT NULL,
  fresh INTEGER NOT NULL,      -- when the passphrase was given last
  awaits TEXT NOT NULL,        -- second_key: nothing else may be done before; empty
  PRIMARY KEY (study, hash)
) STRICT;

CREATE TABLE audit (
  study INTEGER NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  person TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,       -- an id, never a text; may be blanked
  salt TEXT NOT NULL,          -- blanked with it
  subject_hash TEXT NOT NULL,
  chain TEXT NOT NULL,         -- over the row and the chain before it
  PRIMARY KEY (study, number)
) STRICT;
