// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two who change the same row: only a field that both changed differently is asked about.
import { expect, it } from "vitest";
import { clashes, merged, touched } from "./edit";

const seen = { title: "A", language: "en", licence: "" };

it("sends what changed", () => {
  expect(touched(seen, seen)).toEqual([]);
  expect(touched(seen, { ...seen, title: "B", licence: "CC0" })).toEqual(["title", "licence"]);
  expect(touched({}, { title: "" })).toEqual([]);
});
it("tells a clash only where both changed the same field differently", () => {
  expect(clashes(seen, { ...seen, title: "B" }, { ...seen, title: "C" })).toEqual(["title"]);
  expect(clashes(seen, { ...seen, title: "B" }, { ...seen, title: "B" })).toEqual([]);
  expect(clashes(seen, { ...seen, title: "B" }, { ...seen, licence: "CC0" })).toEqual([]);
});
it("takes in what others changed, and keeps what was changed here", () => {
  expect(merged(seen, { ...seen, title: "B", language: "fr" }, { ...seen, title: "C" })).toEqual({ title: "C", language: "fr", licence: "" });
});
