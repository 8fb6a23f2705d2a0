// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What could stand in a cell is offered only when one thing alone can be meant.
import { describe, expect, it } from "vitest";
import { distance, helpFor, meant } from "./mend_help";

const regions = [{ id: "africa", name: "Africa" }, { id: "asia-pacific", name: "Asia and the Pacific" }, { id: "europe", name: "Europe" }];
const around = { cells: { name: "Umoja House" }, taken: ["umoja-house-2"], regions, countries: [{ id: "KEN", name: "Kenya" }, { id: "MLI", name: "Mali" }, { id: "MWI", name: "Malawi" }] };
const problem = (column: string, value: string, message: string, fix = "") => ({ blocks: true, row: 3, column, cell: "", value, message, fix });

describe("how far two words are apart", () => {
  it.each([["", "", 0], ["a", "", 1], ["afrika", "africa", 1], ["europe", "eurpoe", 2], ["kitten", "sitting", 3]])("%s, %s", (a, b, far) => expect(distance(a, b)).toBe(far));
});

describe("the place that is meant", () => {
  it.each([["afrika", "africa"], ["AFRICA", "africa"], ["Asia and the Pacific", "asia-pacific"], ["Éurope", "europe"], ["", ""], ["oceania", ""], ["as", ""], ["a", ""]])(
    "%s", (value, id) => expect(meant(value, regions)).toBe(id));
  it("is none where two are as near", () => expect(meant("abcd", [{ id: "abce", name: "x" }, { id: "abcf", name: "y" }])).toBe(""));
});

describe("help for a cell", () => {
  it("makes an id of what stands there, that none has yet", () => expect(helpFor(problem("id", "umoja house", "is not an id"), around).instead).toBe("umoja-house"));
  it("makes an id of the name where it is blank", () => expect(helpFor(problem("id", "", "is blank, but this column must be filled"), around).instead).toBe("umoja-house"));
  it("offers no name", () => expect(helpFor(problem("name", "", "is blank, but this column must be filled"), around).instead).toBe(""));
  it("knows a country by its name", () => expect(helpFor(problem("country", "Kenya", "is not a country's code"), around).instead).toBe("KEN"));
  it("says which row had it first", () => expect(helpFor(problem("id", "a", "was in line 5 already"), around).what).toContain("5"));
  it("offers no visibility for what may mean any", () => expect(helpFor(problem("visibility", "everyone", "is not one of the words that may stand here"), around).instead).toBe(""));
  it("shows what it does not know as it was said, here in the language of the reader", () => {
    const help = helpFor(problem("note", "x", "is longer than a note may be", "write less"), around);
    expect(help).toEqual({ what: "“x”: is longer than a note may be.", fix: "Write less.", instead: "", isOurs: true });
  });
});
