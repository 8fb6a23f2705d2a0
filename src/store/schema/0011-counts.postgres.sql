-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- What each person sees of the codebook's counts (src/store/counts.h).  PostgreSQL counts codings fast enough; a count
-- that is kept would be a row for which all writers wait.

CREATE INDEX codings_drafts ON codings (study, coder, code) WHERE status = 'draft';
