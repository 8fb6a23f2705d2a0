// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What waits is shown over what the server has, and every coding gets its number and line.
import { expect, it } from "vitest";
import { drawn, paragraphAt, withWaiting, type Coding } from "./model";

const coding = (id: string, start: number, end: number): Coding =>
  ({ coding: id, code: "INT.1", coder: "a", start, end, status: "draft", memo: "", version: "1" });

it("shows what waits: a new one, one removed, a memo; of this text only, and nothing twice", () => {
  const shown = withWaiting([coding("a", 0, 4), coding("b", 2, 6), coding("d", 9, 10)], [
    { kind: "remove", document: "t", coding: "a" },
    { kind: "memo", document: "t", coding: "b", memo: "ask", version: "1" },
    { kind: "apply", document: "t", coding: "c", code: "BAR.2", start: 5, end: 7 },
    { kind: "apply", document: "t", coding: "d", code: "BAR.2", start: 5, end: 7 },
    { kind: "remove", document: "other", coding: "d" },
  ], "t", "me");
  expect(shown.map((one) => [one.coding, one.memo, one.waits ?? false])).toEqual(
    [["b", "ask", true], ["d", "", false], ["c", "", true]]);
});
it("numbers by place, the longer first", () => {
  expect(drawn([coding("x", 5, 9), coding("y", 0, 3), coding("z", 5, 12)]).map((one) => [one.coding, one.number, one.level])).toEqual(
    [["y", 1, 0], ["z", 2, 0], ["x", 3, 1]]);
});
it("finds the paragraph of a place", () => {
  const at = [0, 10, 20].map((start) => ({ start, end: start + 8, kind: "paragraph", level: 0, page: 0, number: 1 }));
  expect([0, 7, 9, 10, 27, 99].map((point) => paragraphAt(at, point))).toEqual([0, 0, 0, 1, 2, 2]);
});
