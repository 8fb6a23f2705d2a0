-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Words are stemmed before they are folded, and more letters fold alike: as 0014-words.sqlite.sql.

TRUNCATE passages, indexed_documents, vocabulary;
