// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The cases of src/context/statements_test.cpp, by the same names of days.
import { expect, it } from "vitest";
import { grouped, type Told } from "./disputes";

const founded = (value: string, valid_from: string | null = null, valid_to: string | null = null): Told => ({ property: "founded", value, valid_from, valid_to });
const disputed = (all: readonly Told[], many: readonly string[] = []) => grouped(all, (one) => one, many).map((group) => group.disputed);

it("puts the same thing together, in the order of the study", () => {
  const groups = grouped([founded("1999"), { property: "result", value: "a" }, founded("2004")], (one) => one, []);
  expect(groups.map((group) => [group.property, group.all.length])).toEqual([["founded", 2], ["result", 1]]);
});
it.each<[string, Told[], boolean]>([
  ["two values", [founded("1999"), founded("2004")], true],
  ["one value, from two sources", [founded("1999"), founded("1999")], false],
  ["one alone", [founded("1999")], false],
  ["a change in the year itself", [founded("A", null, "2012"), founded("B", "2012")], false],
  ["another value while the first still holds", [founded("A", "2010", "2012"), founded("B", "2011")], true],
  ["a change from one day to the next", [founded("A", null, "2012-06-30"), founded("B", "2012-07-01")], false],
  ["both on the same day", [founded("A", null, "2012-06-30"), founded("B", "2012-06-30")], true],
  ["both true only in one year", [founded("A", "2012", "2012"), founded("B", "2012", "2012")], true],
  ["an end before its beginning", [founded("A", "2013", "2011"), founded("B")], false],
  ["a month and a day of it", [founded("A", "2012-02", "2012-02"), founded("B", "2012-02-10", "2012-02-10")], true],
])("%s", (_, all, is) => {
  expect(disputed(all)).toEqual([is]);
});
it("never of what may have several values", () => {
  expect(disputed([founded("1999"), founded("2004")], ["founded"])).toEqual([false]);
});
