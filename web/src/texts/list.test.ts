// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, test } from "vitest";
import { turned } from "../shell/order";
import type { TextLine } from "../store/texts";
import { codersOf, counted, narrowed, orderOf, sorted, standingOf, usual, type Names } from "./list";

const text = (document: string, more: Partial<TextLine> = {}): TextLine => ({
  document, organisation: "lamp", title: document, language: "en", direction: "ltr", version: 1, pages: 0, to_decide: 0, coders: [], ...more,
} as TextLine);
const names: Names = { language: (code) => ({ en: "English", fr: "Français" })[code] ?? code, from: (one) => one.from ?? "", compare: (a, b) => a.localeCompare(b, "en"), coders: ["ada", "ben"] };
const ids = (all: readonly TextLine[]) => all.map((one) => one.document).join(" ");
const some = [
  text("a", { title: "zebra", state: "done", from: "scan", confidence: 96, least_sure: 88, region: "north", coders: [{ coder: "ada", codings: 3 }, { coder: "ben", codings: 1 }] }),
  text("b", { title: "Émile", language: "fr", state: "blind", from: "word", coders: [{ coder: "ada", assignment: "open" }] }),
  text("c", { title: "apple", state: "to-decide", to_decide: 2, from: "photograph", confidence: 99, least_sure: 97 }),
];

test("only values that are there narrow the list", () => {
  expect(ids(narrowed(some, usual))).toBe("a b c");
  expect(ids(narrowed(some, { ...usual, language: "fr" }))).toBe("b");
  expect(ids(narrowed(some, { ...usual, language: "not one" }))).toBe("a b c");
  expect(ids(narrowed(some, { ...usual, region: "north" }))).toBe("a");
  expect(ids(narrowed(some, { ...usual, state: "to-decide" }))).toBe("c");
  expect(ids(narrowed(some, { ...usual, state: "no state" }))).toBe("a b c");
  expect(ids(narrowed(some, { ...usual, reading: "guessed" }))).toBe("a c");
  expect(ids(narrowed(some, { ...usual, reading: "unsure" }))).toBe("a");
});

test("what is not known stands last, whichever way the list is turned", () => {
  expect(ids(sorted(some, orderOf(""), names))).toBe("a b c");
  expect(ids(sorted(some, orderOf("text"), names))).toBe("c b a");
  expect(ids(sorted(some, orderOf("-text"), names))).toBe("a b c");
  expect(ids(sorted(some, orderOf("reading"), names))).toBe("a c b");
  expect(ids(sorted(some, orderOf("-reading"), names))).toBe("c a b");
  expect(ids(sorted(some, orderOf("state"), names))).toBe("b c a");
  expect(ids(sorted(some, orderOf("-coders"), names))).toBe("a b c");
  // One coder's column: by how many they gave, as far as that may be seen.
  const more = [...some, text("d", { coders: [{ coder: "ben", codings: 7 }] })];
  expect(ids(sorted(more, orderOf("coder-2"), names))).toBe("a d b c");
  expect(ids(sorted(more, orderOf("-coder-2"), names))).toBe("d a b c");
  expect(ids(sorted(more, orderOf("coder-1"), names))).toBe("a b c d");
  expect(ids(sorted(more, orderOf("coder-4"), names))).toBe("a b c d");
  expect(orderOf("words that somebody typed")).toBeNull();
});

test("the head of a column turns the list up, down, and back", () => {
  expect(turned("", "text")).toBe("text");
  expect(turned("text", "text")).toBe("-text");
  expect(turned("-text", "text")).toBe("");
  expect(turned("-text", "state")).toBe("state");
});

test("what is said of all of it adds up, and is not said where nothing is told", () => {
  expect(standingOf(some)).toEqual({ byTwo: 2, byOne: 0, givenOut: 1, nobody: 0 });
  expect(standingOf([text("a")])).toBeNull();
  expect(codersOf(some)).toEqual(["ada", "ben"]);
  expect(counted(some, (one) => one.region)).toEqual([{ value: "north", texts: 1 }]);
});
