// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, it } from "vitest";
import { countedUnder } from "./own_codings";

const codes = [{ code: "INT.1", kind: "practice", label: "One" }, { code: "INT.2", kind: "practice", label: "Two" }, { code: "INT.3", kind: "practice", label: "Three" },
  { code: "BAR.1", kind: "barrier", label: "Bar" }];
const at = (code: string, start: number, status: "accepted" | "draft" | "submitted" | "rejected" = "accepted") => ({ code, status, document: "lamp/a.md", start, end: start + 5 });

it("counts the places of accepted codings, most first", () => {
  const all = [at("INT.1", 0), at("INT.2", 0), at("INT.2", 10), at("INT.2", 10), at("BAR.1", 0)];
  expect(countedUnder(all, codes, "practice").map((one) => [one.code, one.passages])).toEqual([["INT.2", 2], ["INT.1", 1]]);
  expect(countedUnder(all, codes, "barrier").map((one) => one.label)).toEqual(["Bar"]);
});
it("counts nothing for what is no accepted coding", () => {
  expect(countedUnder([at("INT.1", 0, "draft"), at("INT.2", 0, "submitted"), at("INT.3", 0, "rejected")], codes, "practice")).toEqual([]);
});
