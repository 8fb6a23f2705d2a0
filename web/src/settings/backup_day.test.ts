// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, it } from "vitest";
import { backupDay } from "./backup_day";

const now = Date.parse("2026-03-15T10:00:00Z");
it("counts whole days, and calls two weeks long", () => {
  expect(backupDay("2026-03-15T09:59:00Z", now)).toEqual({ days: 0, isLong: false });
  expect(backupDay("2026-03-02T10:00:00Z", now)).toEqual({ days: 13, isLong: false });
  expect(backupDay("2026-03-01T10:00:00Z", now)).toEqual({ days: 14, isLong: true });
  expect(backupDay("2025-03-15T10:00:00Z", now)).toEqual({ days: 365, isLong: true });
});
it("is today where a clock was put back", () => expect(backupDay("2026-04-01T10:00:00Z", now)).toEqual({ days: 0, isLong: false }));
