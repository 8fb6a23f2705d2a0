// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it } from "vitest";
import { alike, kindOfAgreement, onlyOf, sorted, sortedTaken, takenForAnother, twoPlaces, type Row } from "./figures";

const row = (code: string, present: number, alpha?: number): Row =>
  ({ code, coders: ["a", "b"], units: 10, all: 1, some: 1, none: 8, present, ratings: 20,
    figures: [alpha === undefined ? { measure: "alpha", undefined: "no variation" } : { measure: "alpha", value: alpha }] });
const coding = (document: string, coder: string, start: number, end: number, exact = "x") => ({ document, code: "X", coder, start, end, exact });

describe("agreement", () => {
  it("is reliable from .800 and tentative from two thirds", () => {
    expect([0.8, 0.7999, 2 / 3, 0.66, -1, undefined, Number.NaN].map(kindOfAgreement))
      .toEqual(["reliable", "tentative", "tentative", "unreliable", "unreliable", "none", "none"]);
  });
  it("is listed by what was given most, or by any column; without a figure last", () => {
    const rows = [row("A", 1, 0.2), row("B", 9), row("C", 5, -0.1)];
    const by = (sort: string) => sorted(rows, sort, "alpha", { name: (one) => one.code!, compare: (a, b) => a.localeCompare(b, "en") }).map((one) => one.code).join("");
    expect(by("")).toBe("BCA");
    expect(by("words that somebody typed")).toBe("BCA");
    expect(by("figure")).toBe("CAB");
    expect(by("-figure")).toBe("ACB");
    expect(by("share")).toBe("ACB");
    expect(by("-name")).toBe("CBA");
    expect(by("alike")).toBe("ABC");
    expect(by("agreed")).toBe("ABC");
  });
  it("tells nothing from another code, and the same code from both", () => {
    const of = (first_code: string | undefined, second_code: string | undefined, units: number) => ({ first: "a", second: "b", first_code, second_code, units });
    const all = [of("X", "X", 7), of("X", undefined, 3), of(undefined, "Y", 2), of("X", "Y", 1), of("Y", "X", 4)];
    expect(onlyOf(all)).toEqual({ nothing: 5, another: 5 });
    expect(takenForAnother(all).map((one) => one.units)).toEqual([4, 1]);
    const by = (sort: string) => sortedTaken(all, sort, (a, b) => a.localeCompare(b, "en")).map((one) => one.units);
    expect([by(""), by("times"), by("first"), by("second"), by("-second")]).toEqual([[4, 1], [1, 4], [1, 4], [4, 1], [1, 4]]);
  });
});

it("has two places, no minus before nothing", () => {
  expect([0.5449, -0.001, -0.25, 1].map(twoPlaces)).toEqual(["0.54", "0.00", "\u22120.25", "1.00"]);
});

describe("passages given alike", () => {
  it("are codings of several coders that overlap, with the longest words", () => {
    expect(alike([coding("b", "a", 0, 5), coding("a", "b", 12, 30, "longer"), coding("a", "a", 10, 20), coding("b", "b", 5, 9)]))
      .toEqual([{ document: "a", range: { start: 10, end: 30 }, text: "longer", coders: ["a", "b"] }]);
  });
  it("are none where one coder alone gave it twice", () => {
    expect(alike([coding("a", "a", 0, 9), coding("a", "a", 5, 12)])).toEqual([]);
  });
});
