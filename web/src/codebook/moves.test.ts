// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it } from "vitest";
import { afterMerge } from "./merged";
import { below, movedTo, placeOf, samePlace, stepped, type Place, type Step } from "./moves";

const codes = [
  { code: "A", retired: false }, { code: "A.1", parent: "A", retired: false }, { code: "A.2", parent: "A", retired: false },
  { code: "A.2.1", parent: "A.2", retired: false }, { code: "A.3", parent: "A", retired: true }, { code: "A.4", parent: "A", retired: false },
  { code: "B", retired: false },
];
const walk = (code: string, ...steps: Step[]): Place => steps.reduce((place, step) => stepped(codes, code, place, step), placeOf(codes, code));

describe("moving a code", () => {
  it("begins where it stands, behind those that are retired", () => {
    expect(placeOf(codes, "A.2")).toEqual({ parent: "A", before: "A.4" });
    expect(placeOf(codes, "B")).toEqual({});
  });
  it("goes up and down among its own, and stops at both ends", () => {
    expect(walk("A.2", "up")).toEqual({ parent: "A", before: "A.1" });
    expect(walk("A.2", "up", "up", "up")).toEqual({ parent: "A", before: "A.1" });
    expect(walk("A.2", "down", "down")).toEqual({ parent: "A" });
    expect(samePlace(walk("A.2", "up", "down"), placeOf(codes, "A.2"))).toBe(true);
  });
  it("goes in below the one above, and out behind its parent", () => {
    expect(walk("A.4", "in")).toEqual({ parent: "A.2" });
    expect(walk("A.4", "in", "out")).toEqual({ parent: "A" });
    expect(walk("A.4", "out")).toEqual({ before: "B" });
    expect(walk("B", "out")).toEqual({});
    expect(walk("A", "in")).toEqual({ before: "B" });
  });
  it("never goes below itself", () => {
    expect(walk("A.2", "up", "in")).toEqual({ parent: "A", before: "A.1" });
    expect([...below(codes, "A.2")]).toEqual(["A.2", "A.2.1"]);
  });
  it("is shown where it would stand", () => {
    expect(movedTo(codes, "A.4", { parent: "A", before: "A.1" }).map((one) => one.code)).toEqual(["A", "A.4", "A.1", "A.2", "A.2.1", "A.3", "B"]);
    expect(movedTo(codes, "A.4", {}).at(-1)).toEqual({ code: "A.4", retired: false });
    expect(movedTo(codes, "no", {})).toEqual(codes);
  });
});

it("a merge leaves one coding where one coder gave the same words both codes", () => {
  const coding = (code: string, coder: string, start: number, document = "d") => ({ coding: `${code}${coder}${start}`, document, code, coder, start, end: start + 5 });
  expect(afterMerge([coding("X", "a", 0), coding("X", "b", 0), coding("X", "a", 9, "e")], [coding("Y", "a", 0), coding("Y", "c", 0)]))
    .toEqual({ codings: 4, texts: 2, same: 1 });
  expect(afterMerge([], [])).toEqual({ codings: 0, texts: 0, same: 0 });
});
