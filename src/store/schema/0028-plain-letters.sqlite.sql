-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Letters are made plain before words are cut (docs/search.md): what was indexed before would not meet what is asked
-- now.  `commonground reindex` or the next change of the study fills the index again.

INSERT INTO passage_index (passage_index) VALUES ('delete-all');
DELETE FROM passages;
DELETE FROM indexed_documents;
