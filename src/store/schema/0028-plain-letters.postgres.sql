-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Letters are made plain before words are cut: as 0028-plain-letters.sqlite.sql.

TRUNCATE passages, indexed_documents, vocabulary;
