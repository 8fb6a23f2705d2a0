// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, test } from "vitest";
import { addressWith, toggled, valuesOf } from "./filters";

const usual = { by: "region", kind: "practice", cell: "" };

test("what is as usual stands in no address", () => {
  expect(addressWith("/compare", "", usual, { kind: "barrier" })).toBe("/compare?kind=barrier");
  expect(addressWith("/compare", "?kind=barrier", usual, { kind: "practice" })).toBe("/compare");
});

test("other filters stay, and one that is taken away goes", () => {
  expect(addressWith("/compare", "?by=legal_model&cell=INT.1,x", usual, { cell: undefined })).toBe("/compare?by=legal_model");
  expect(addressWith("/compare", "?by=legal_model", usual, { cell: "INT.1.2,end_demand" })).toBe("/compare?by=legal_model&cell=INT.1.2,end_demand");
});

test("several values are put in and taken out", () => {
  expect(toggled("", "africa")).toBe("africa");
  expect(toggled("africa,asia", "africa")).toBe("asia");
  expect(valuesOf(toggled("asia", "africa"))).toEqual(["asia", "africa"]);
  expect(valuesOf("")).toEqual([]);
});
