// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is near goes along with what is seen, and not at every step.
import { expect, it } from "vitest";
import { firstOf, kAround, nearTo } from "./near";

it("finds where something begins to hold", () => {
  expect([0, 3, 5].map((from) => firstOf(5, (at) => at >= from))).toEqual([0, 3, 5]);
  expect(firstOf(0, () => true)).toBe(0);
});
it("stays while there is room, and moves when there is little left", () => {
  const begun = { from: 0, to: 2 * kAround };
  expect(nearTo(begun, 3, 10, 1000)).toBe(begun);
  expect(nearTo(begun, 55, 62, 1000)).toEqual({ from: 55 - kAround, to: 62 + kAround });
  const middle = { from: 460, to: 550 };
  expect(nearTo(middle, 490, 500, 1000)).toBe(middle);
  expect(nearTo(middle, 470, 480, 1000)).toEqual({ from: 470 - kAround, to: 480 + kAround });
});
it("ends with the text, and a short text is near as a whole", () => {
  const end = nearTo({ from: 0, to: 80 }, 990, 1000, 1000);
  expect(end).toEqual({ from: 990 - kAround, to: 1000 });
  expect(nearTo(end, 991, 1000, 1000)).toBe(end);
  const short = { from: 0, to: 60 };
  expect(nearTo(short, 40, 60, 60)).toBe(short);
});
