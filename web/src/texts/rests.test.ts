// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, test } from "vitest";
import { losesBy, losesNothing, type Rests } from "./rests";

const rests: Rests = {
  quotes: [{ kind: "chapter", id: "summary", line: 3, words: "They met", stays_with: ["1"] }, { kind: "finding", id: "pay", line: 1, words: "Nobody", stays_with: [] }],
  findings: [{ finding: "pay", lost_for: ["1", "2"], lost_against: [], left_for: 1, left_against: 4 }],
  translations: [{ translation: "t", language: "fr", exact: "Nobody" }],
  consents: [{ subject: "lamp/a.txt#1", coding: "1", scope: "quote", refused: true }],
};

test("all that rests on what lost its words is told, until something is answered", () => {
  const loses = losesBy(rests, {});
  expect([loses.quotes.length, loses.translations.length, loses.consents.length]).toEqual([2, 1, 1]);
  expect(loses.findings).toEqual([{ finding: "pay", for: { lost: 2, left: 1 }, against: { lost: 0, left: 4 } }]);
});

test("a coding that is put on its nearest words keeps what rests on it", () => {
  const loses = losesBy(rests, { 1: "put", 2: "go" });
  expect(loses.quotes.map((one) => one.id)).toEqual(["pay"]);
  expect(loses.findings[0]!.for).toEqual({ lost: 1, left: 2 });
  expect([loses.translations.length, loses.consents.length]).toEqual([1, 0]);
  expect(losesBy(rests, { 1: "put", 2: "put" }).findings).toEqual([]);
  expect(losesNothing(loses)).toBe(false);
  expect(losesNothing(losesBy({ ...rests, quotes: [], translations: [] }, { 1: "put", 2: "put" }))).toBe(true);
});
