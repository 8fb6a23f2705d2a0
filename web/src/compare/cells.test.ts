// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, test } from "vitest";
import { shade, stepOf } from "./cells";

const size = { rows: 2, columns: 3 };
const empty = (row: number, column: number) => row === 0 && column === 2;

test("arrows go from cell to cell and stop at the edge", () => {
  expect(stepOf("ArrowRight", { row: 0, column: 0 }, size, false, empty)).toEqual({ row: 0, column: 1 });
  expect(stepOf("ArrowRight", { row: 0, column: 2 }, size, false, empty)).toBeNull();
  expect(stepOf("ArrowUp", { row: 0, column: 2 }, size, false, empty)).toBeNull();
  expect(stepOf("End", { row: 1, column: 0 }, size, false, empty)).toEqual({ row: 1, column: 2 });
});

test("from right to left the arrows follow the eye", () => {
  expect(stepOf("ArrowLeft", { row: 0, column: 0 }, size, true, empty)).toEqual({ row: 0, column: 1 });
});

test("e goes to the next empty cell, around the end", () => {
  expect(stepOf("e", { row: 1, column: 0 }, size, false, empty)).toEqual({ row: 0, column: 2 });
  expect(stepOf("e", { row: 0, column: 2 }, size, false, empty)).toBeNull();
});

test("nothing found is hatched, never light", () => {
  expect(shade(0, 5)).toBe("c0");
  expect(shade(1, 5)).toBe("c1");
  expect(shade(5, 5)).toBe("c5");
});
