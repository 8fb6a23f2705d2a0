// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether a consent holds on a day, with days that are known as a month or year only.
import { expect, it } from "vitest";
import type { Consent } from "../store/things";
import { holds } from "./consent_words";

const consent = (given: string | null, expires: string | null, withdrawn: string | null): Consent =>
  ({ id: "1", version: "1", kept: [], fields: { subject: "o", scope: "quote", given, expires, withdrawn } }) as Consent;

it.each([
  ["given", "2026-02-10", null, null, true], ["not yet given", "2026-12-01", null, null, false], ["over", "2025-01-01", "2026-03-31", null, false],
  ["until today", "2025-01-01", "2026-06-15", null, true], ["withdrawn today", "2025-01-01", null, "2026-06-15", false],
  ["withdrawn later", "2025-01-01", null, "2026-06-16", true], ["this year", "2025", "2026", null, true], ["last year", "2024", "2025", null, false],
  ["this month", "2026-06", null, null, true], ["no day known", null, null, null, true],
])("%s", (_, given, expires, withdrawn, expected) => {
  expect(holds(consent(given as string | null, expires as string | null, withdrawn as string | null), "2026-06-15")).toBe(expected);
});
