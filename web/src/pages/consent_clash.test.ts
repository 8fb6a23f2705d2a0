// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, it } from "vitest";
import type { Answer } from "../api/client";
import { clashing, daysNow } from "./consent_clash";

const refused = (kind: string, body: unknown) => ({ ok: false, problem: { kind, body } }) as unknown as Answer<unknown>;

it("names the days that differ, and a blank one as none", () => {
  expect(clashing({ seen: { given: "2026-01-01", withdrawn: "2026-02-01" }, now: { given: "2026-01-01", expires: null, withdrawn: null } })).toEqual(["withdrawn"]);
  expect(clashing({ seen: { given: null }, now: {} })).toEqual([]);
});
it("knows a conflict from another refusal", () => {
  expect(daysNow(refused("conflict", { now: { fields: { given: "2026-03-01" } } }))).toEqual({ given: "2026-03-01" });
  expect(daysNow(refused("conflict", null))).toBeNull();
  expect(daysNow(refused("forbidden", { now: { fields: {} } }))).toBeNull();
  expect(daysNow({ ok: true, data: {}, tag: "" } as unknown as Answer<unknown>)).toBeNull();
});
