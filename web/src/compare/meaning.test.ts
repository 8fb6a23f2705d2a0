// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, it } from "vitest";
import { meaningOf, type PairCode } from "./meaning";

const all: PairCode[] = [{ code: "INT", kind: "practice" }, { code: "INT.1", kind: "practice", parent: "INT" }, { code: "INT.1.1", kind: "practice", parent: "INT.1" },
  { code: "OUT", kind: "outcome" }, { code: "BAR", kind: "barrier", parent: null }];
const codes = new Map(all.map((one) => [one.code, one]));
const means = (one: string, other: string) => meaningOf(codes.get(one)!, codes.get(other)!, codes);

it("says what the codebook tells of two codes, whichever comes first", () => {
  expect([means("INT", "INT.1.1"), means("INT.1.1", "INT")]).toEqual(["above", "above"]);
  expect([means("INT.1", "OUT"), means("OUT", "INT.1")]).toEqual(["outcome", "outcome"]);
  expect([means("INT.1", "BAR"), means("OUT", "BAR")]).toEqual([null, null]);
});
