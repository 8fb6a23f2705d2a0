// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Nothing of a text is lost, whatever its parts are.
import { expect, it } from "vitest";
import { Points } from "./points";
import { paragraphsOf, type Part } from "./paragraphs";

const read = (text: string, parts: Part[]) => {
  const points = new Points(text);
  return paragraphsOf(parts, points.length, (start, end) => points.slice(start, end)).map((one) => points.slice(one.start, one.end));
};
const part = (start: number, end: number, kind = "paragraph"): Part => ({ kind, level: 1, range: { start, end }, page: 1 });

it("cuts at empty lines when no parts are known", () => expect(read("One😀.\n\nTwo.\n \nThree.", [])).toEqual(["One😀.", "Two.", "Three."]));
it("takes parts as they are", () => expect(read("Head\nBody", [part(0, 4, "heading"), part(5, 9)])).toEqual(["Head", "Body"]));
it("keeps what lies between and behind parts", () => expect(read("ab cd ef", [part(3, 5)])).toEqual(["ab ", "cd", " ef"]));
it("does not show twice what two parts cover", () => expect(read("abcdef", [part(0, 4), part(2, 6)])).toEqual(["abcd", "ef"]));
it("bears parts beyond the end, and none", () => {
  expect(read("ab", [part(0, 9), part(9, 12)])).toEqual(["ab"]);
  expect(read("", [])).toEqual([]);
});
