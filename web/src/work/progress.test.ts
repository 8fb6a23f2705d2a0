// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every text stands in one of four groups, by who still codes it.
import { expect, it } from "vitest";
import { progressOf } from "./progress";

const given = (document: string, coder: string, state: "open" | "submitted") => ({ document, title: document, coder, state });

it("counts a text once, and as open while anybody codes it", () => {
  const progress = progressOf([given("a", "x", "submitted"), given("a", "y", "submitted"), given("b", "x", "submitted"), given("b", "y", "open"),
    given("c", "x", "submitted")], ["a", "b", "c", "d", "e"]);
  expect([progress.byTwo, progress.byOne, progress.open, progress.nobody]).toEqual([1, 1, 1, 2]);
  expect(progress.texts.map((one) => one.document)).toEqual(["b", "a", "c"]);
  expect(progress.texts[0]!.given.map((one) => one.coder)).toEqual(["x", "y"]);
});
it("is nothing where nothing was given out", () => {
  expect(progressOf([], ["a"])).toEqual({ byTwo: 0, byOne: 0, open: 0, nobody: 1, texts: [] });
});
