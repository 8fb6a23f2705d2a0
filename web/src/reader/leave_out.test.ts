// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What coders differ about, or what was decided, is not accepted along with the rest.
import { expect, it } from "vitest";
import { leftOut } from "./leave_out";
import type { Coding } from "./model";

const coding = (id: string, code: string, start: number, end: number) => ({ coding: id, code, start, end, coder: "a", status: "submitted", memo: "", version: "1" }) as unknown as Coding;

it("leaves out what differs and what touches a decision about the same code", () => {
  const all = [coding("1", "A", 0, 5), coding("2", "A", 10, 20), coding("3", "B", 10, 20), coding("4", "A", 20, 30)];
  expect([...leftOut(all, [])]).toEqual([]);
  expect([...leftOut(all, [{ codes: [{ codings: [{ coding: "1" }] }], decided: [{ code: "A", range: { start: 15, end: 20 } }] }])]).toEqual(["1", "2"]);
});
