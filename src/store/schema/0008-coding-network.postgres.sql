-- SPDX-FileCopyrightText: The Common Ground developers
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- The tables of 0007, guarded as all others are (0006-network.postgres.sql), and numbers for acts.

CALL commonground.guard('commonground.memos');
CALL commonground.guard('commonground.assignments');
CALL commonground.guard('commonground.adjudications');
CALL commonground.guard('commonground.decisions');
CALL commonground.guard('commonground.events');
CALL commonground.guard('commonground.wordings');

-- Of all studies together; a study that is saved as a whole moves it past its own.
CREATE SEQUENCE act_numbers;
