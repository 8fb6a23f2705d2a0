-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- What kind of file the newest text was taken from, where its name does not say so: a new version may come as another
-- kind of file.  Empty: as the id ends.

ALTER TABLE document_parts ADD COLUMN format TEXT NOT NULL DEFAULT '';

-- Their rows say more now; the next save writes their digests anew.
UPDATE digests SET rows = -1, hash = '' WHERE name = 'document_parts';
