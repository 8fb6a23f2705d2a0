-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- What was known by its place in a list is known by an id.  Empty: it follows from the row (model/identity.h).

ALTER TABLE statements ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE leadership ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE legal_rules ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE contexts ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE consents ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE ties ADD COLUMN id TEXT NOT NULL DEFAULT '';

-- Their rows say more now; the next save writes their digests anew.
UPDATE digests SET rows = -1, hash = ''
  WHERE name IN ('statements', 'leadership', 'legal_rules', 'contexts', 'consents', 'ties');
