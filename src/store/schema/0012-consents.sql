-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Who may read what is asked before each count (src/store/counts.h): the consents of one scope, without the others.

CREATE INDEX consents_by_scope ON consents (study, scope, position, organisation, document, given, expires, withdrawn);
