// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import type { Paragraph } from "../text/paragraphs";
import { sectionAt, sectionsOf } from "./sections";

const text = (...kinds: [string, number, number?][]): Paragraph[] =>
  kinds.map(([kind, level, page = 0], at) => ({ kind, level, page, start: at * 10, end: at * 10 + 9, number: 0 }));

test("headings are sections, deeper ones within them", () => {
  const paragraphs = text(["heading", 1], ["paragraph", 0], ["heading", 3], ["paragraph", 0], ["heading", 1], ["paragraph", 0]);
  const sections = sectionsOf(paragraphs, [{ start: 12, end: 15 }, { start: 31, end: 33 }, { start: 55, end: 57 }]);
  expect(sections).toEqual([
    { at: 0, end: 4, depth: 0, page: 0, codings: 2 }, { at: 2, end: 4, depth: 1, page: 0, codings: 1 },
    { at: 4, end: 6, depth: 0, page: 0, codings: 1 }]);
  expect([0, 1, 2, 3, 4, 5].map((at) => sectionAt(sections, at))).toEqual([0, 0, 1, 1, 2, 2]);
});

test("without headings pages are sections; one page, or none, is no outline", () => {
  const pages = sectionsOf(text(["paragraph", 0, 1], ["paragraph", 0, 1], ["paragraph", 0, 2]), [{ start: 21, end: 22 }]);
  expect(pages).toEqual([{ at: 0, end: 2, depth: 0, page: 1, codings: 0 }, { at: 2, end: 3, depth: 0, page: 2, codings: 1 }]);
  expect(sectionsOf(text(["paragraph", 0, 1]), [])).toEqual([]);
  expect(sectionsOf(text(["paragraph", 0], ["paragraph", 0]), [])).toEqual([]);
  expect(sectionsOf([], [])).toEqual([]);
});

test("what stands before the first heading is in no section", () => {
  const sections = sectionsOf(text(["paragraph", 0], ["heading", 2], ["paragraph", 0]), [{ start: 1, end: 2 }]);
  expect(sections).toEqual([{ at: 1, end: 3, depth: 0, page: 0, codings: 0 }]);
  expect(sectionAt(sections, 0)).toBe(-1);
});
