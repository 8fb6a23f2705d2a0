-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The share of the regions from which on a practice is "in most regions" is called after that class.

ALTER TABLE settings RENAME COLUMN widespread_share TO most_regions_share;
