// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, it } from "vitest";
import { stoppedAt } from "./stopped";

it("goes on at the newest coding of that text, not at the last of the page", () => {
  const codings = [
    { document: "a/x", start: 900, at: "2027-01-01T10:00:00Z" },
    { document: "a/x", start: 100, at: "2027-01-01T11:00:00Z" },
    { document: "b/y", start: 5, at: "2027-01-02T00:00:00Z" },
  ];
  expect(stoppedAt(codings, "a/x")).toBe(100);
  expect(stoppedAt(codings, "c/z")).toBeNull();
  expect(stoppedAt([{ document: "a/x", start: 7 }, { document: "a/x", start: 9 }], "a/x")).toBe(9);
});
