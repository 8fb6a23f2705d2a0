// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, test } from "vitest";
import { openOf, rowsOf, toSend, type Lost } from "./lost";

const lost = (coding: string, code: string, coder: string, start: number, nearest?: { start: number; end: number }): Lost =>
  ({ coding, code, coder, range: { start, end: start + 9 }, was: [{ words: "it was so", only_here: true }], is: [], ...(nearest ? { nearest } : {}) });

test("one code on the same words is answered for once, whoever gave it", () => {
  const near = { start: 3, end: 12 };
  const all = [lost("1", "A", "ada", 0, near), lost("2", "A", "ben", 0, near), lost("3", "B", "ada", 0, near), lost("4", "A", "ada", 40)];
  expect(rowsOf(all).map((row) => [row.code, row.coders.join("+"), row.codings.length])).toEqual([["A", "ada+ben", 2], ["B", "ada", 1], ["A", "ada", 1]]);
  // Of one coder two stay two.
  expect(rowsOf([lost("1", "A", "ada", 0, near), lost("2", "A", "ada", 0, near)])).toHaveLength(2);
  expect(openOf(all, { 1: "put", 4: "go" })).toBe(2);
});

test("what has nothing near it is let go", () => {
  const near = { start: 3, end: 12 };
  expect(toSend([lost("1", "A", "ada", 0, near), lost("2", "A", "ben", 0, near), lost("4", "A", "ada", 40), lost("5", "A", "ada", 60)], { 1: "put", 2: "go", 4: "put" }))
    .toEqual([{ coding: "1", put_at: near }, { coding: "2" }, { coding: "4" }]);
});
