// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lines under words: overlapping codings differ, and every piece knows its codings.
import { expect, it } from "vitest";
import { disjoint, levelsOf, pieces } from "./levels";

it("gives overlapping codings different lines, and a free line again", () => {
  expect(levelsOf([{ start: 0, end: 10 }, { start: 2, end: 5 }, { start: 5, end: 8 }, { start: 10, end: 12 }])).toEqual([0, 1, 1, 0]);
});
it("keeps four at a place apart, on any texts", () => {
  let seed = 7;
  const random = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 200; round += 1) {
    const spans = Array.from({ length: 12 }, () => { const start = random(40); return { start, end: start + 1 + random(12) }; })
      .sort((a, b) => a.start - b.start || a.end - b.end);
    const levels = levelsOf(spans);
    for (let at = 0; at < 55; at += 1) {
      const here = spans.flatMap((one, i) => (one.start <= at && at < one.end ? [levels[i]] : []));
      if (here.length <= 1) continue;
      if (spans.every((_, i) => spans.filter((other) => other.start <= spans[i]!.start && other.end > spans[i]!.start).length <= 4)) {
        expect(new Set(here).size).toBe(here.length);
      }
    }
  }
});
it("joins what one line draws", () => {
  expect(disjoint([{ start: 5, end: 9 }, { start: 0, end: 6 }, { start: 9, end: 12 }])).toEqual([{ start: 0, end: 9 }, { start: 9, end: 12 }]);
});
it("cuts a paragraph where codings begin and end", () => {
  expect(pieces([{ start: 2, end: 6 }, { start: 4, end: 20 }], 0, 10)).toEqual([
    { start: 0, end: 2, of: [] }, { start: 2, end: 4, of: [0] }, { start: 4, end: 6, of: [0, 1] }, { start: 6, end: 10, of: [1] }]);
  expect(pieces([], 3, 3)).toEqual([]);
});
