// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { drawn, type Coding } from "./model";
import { heightAt, kHigh, stripMarks } from "./strip_marks";

const coding = (start: number, end: number, code = "P", id = `${start}-${end}-${code}`): Coding =>
  ({ coding: id, code, coder: "a", start, end, status: "draft", memo: "", version: "" });
const kindOf = (code: string) => (code === "P" ? "practice" : "barrier");

test("a coding stands where its words stand", () => {
  expect(heightAt(0, 500)).toBe(0);
  expect(heightAt(250, 500)).toBe(kHigh / 2);
  expect(stripMarks(drawn([coding(100, 200)]), kindOf, 400)).toEqual([{ kind: "kp", path: "M0 250h1V500h-1z" }]);
});

test("one letter is seen in a long text, also at its end", () => {
  const [first] = stripMarks(drawn([coding(5, 6)]), kindOf, 1_000_000);
  expect(first!.path).toBe("M0 0h1V3h-1z");
  const [last] = stripMarks(drawn([coding(999_999, 1_000_000)]), kindOf, 1_000_000);
  expect(last!.path).toBe(`M0 ${kHigh - 3}h1V${kHigh}h-1z`);
});

test("what overlaps has lanes of its own, what touches is one run", () => {
  const marks = stripMarks(drawn([coding(0, 100), coding(50, 150, "B"), coding(100, 200)]), kindOf, 200);
  expect(marks).toEqual([{ kind: "kp", path: "M0 0h1V1000h-1z" }, { kind: "kb", path: "M1 250h1V750h-1z" }]);
});

test("an empty text has an empty strip", () => {
  expect(stripMarks([], kindOf, 0)).toEqual([]);
});

test("5,000 codings are few elements, each within the strip", () => {
  const many = drawn(Array.from({ length: 5000 }, (_, at) => coding(at * 20, at * 20 + 60, at % 3 === 0 ? "B" : "P")));
  const marks = stripMarks(many, kindOf, 100_060);
  expect(marks.length).toBeLessThanOrEqual(16);
  for (const one of marks) for (const [, y] of one.path.matchAll(/[V ](\d+)/g)) expect(Number(y)).toBeLessThanOrEqual(kHigh);
});
