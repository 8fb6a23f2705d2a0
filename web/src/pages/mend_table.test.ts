// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it } from "vitest";
import { problemsAt } from "./mend_table";

const problem = (row: number, column: string) => ({ blocks: true, row, column, cell: "", value: "", message: "m", fix: "" });

describe("the cells of a spreadsheet", () => {
  it("have the problems of their row and column, by number", () => {
    const all = [problem(0, ""), problem(3, "region"), problem(3, "id"), problem(4, "region"), problem(3, "id, name")];
    expect(problemsAt(all, 3, "region")).toEqual([1]);
    expect(problemsAt(all, 3, "id")).toEqual([2, 4]);
    expect(problemsAt(all, 5, "id")).toEqual([]);
  });
});
