// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it } from "vitest";
import { partsOf } from "./left";
import { reasonsOf } from "./reasons";

const left = (found: number, undecided: number, probably: number, most: number) =>
  partsOf({ state: "bounded", found, decided: 0, undecided, probably_at_most: probably, at_most: most, recall_at_least: 0 });

describe("how many are left", () => {
  it("is found, probably left, left at most, and the others: together all of them", () => {
    expect(left(22, 661, 130, 208)).toEqual({ found: 22, probably: 130, most: 78, others: 453 });
    expect(left(0, 10, 10, 10)).toEqual({ found: 0, probably: 10, most: 0, others: 0 });
    expect(left(5, 0, 0, 0)).toEqual({ found: 5, probably: 0, most: 0, others: 0 });
  });
  it("is never more than has no answer", () => {
    expect(left(3, 4, 9, 12)).toEqual({ found: 3, probably: 4, most: 0, others: 0 });
  });
});

describe("reasons for leaving out", () => {
  it("are those that were used, most often first, then the usual ones, each once", () => {
    const used = [{ reason: "a poem", documents: 1 }, { reason: "older than ten years", documents: 3 }];
    expect(reasonsOf(used)).toEqual(["older than ten years", "a poem", "tells of no practice", "the same account as another text"]);
    expect(reasonsOf([])).toHaveLength(4);
  });
});
