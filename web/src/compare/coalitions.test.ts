// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, test } from "vitest";
import { casesOf, missingIn, rowsOfCases, type Sector } from "./coalitions";

const none = { on_record: 0, told: 0 };
const tie = { partner: "A union", kind: "dialogue" as const, since: "", sources: [] };
const sectors: Sector[] = [
  { code: "SEC.1", label: "Police", overall: { on_record: 1, told: 1 }, by_region: [{ on_record: 1, told: 1 }, none],
    links: [{ of_case: 0, ties: [tie], passages: 1, first: [] }, { of_case: 1, ties: [], passages: 2, first: [] }] },
  { code: "SEC.2", label: "Union", overall: { on_record: 0, told: 1 }, by_region: [none, { on_record: 0, told: 1 }],
    links: [{ of_case: 2, ties: [], passages: 1, first: [] }] },
  { code: "SEC.3", label: "Media", overall: none, by_region: [none, none], links: [] },
];
const cases = [{ name: "Alpha", region: 0 }, { name: "Beta", region: 0 }, { name: "Gamma", region: 1 }, { name: "Delta", region: 1 }];

test("a case counts once, on record or told", () => {
  expect(casesOf(sectors[0]!)).toBe(2);
  expect(casesOf(sectors[0]!, 1)).toBe(0);
});

test("what is missing everywhere is missing in each region", () => {
  expect(missingIn({ sectors })).toEqual([2]);
  expect(missingIn({ sectors }, 0)).toEqual([1, 2]);
});

test("a case without a sector keeps its row", () => {
  expect(rowsOfCases({ cases, sectors })).toEqual([
    { at: 0, onRecord: [0], told: [] }, { at: 1, onRecord: [], told: [0] }, { at: 2, onRecord: [], told: [1] }, { at: 3, onRecord: [], told: [] },
  ]);
});
