-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- A consent about one passage of its document: the id of a coding of it (model/consent_subject.h).  Empty: about all.

ALTER TABLE consents ADD COLUMN passage TEXT NOT NULL DEFAULT '';

-- Their rows say more now; the next save writes their digests anew.
UPDATE digests SET rows = -1, hash = '' WHERE name = 'consents';
