// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What was chosen of how it looks is read again, and nothing that was not.
import { describe, expect, it } from "vitest";
import { grown } from "./appearance";
import { readLooks } from "./looks";

describe("how it looks", () => {
  it("is as the system has it until something is chosen", () => {
    expect(readLooks(null)).toEqual({ theme: "system", contrast: "system", text: 100 });
  });
  it("is what was kept", () => {
    const kept = { theme: "dark" as const, contrast: "more" as const, text: 150 };
    expect(readLooks(JSON.stringify(kept))).toEqual(kept);
  });
  it("is never what nobody can choose", () => {
    for (const kept of ["", "null", "[]", "7", "{", '{"theme":"pink","contrast":1,"text":1000}']) {
      expect(readLooks(kept), kept).toEqual({ theme: "system", contrast: "system", text: 100 });
    }
  });
  it("changes a page's widths with the size of letters", () => {
    expect(grown("(max-width: 44rem)", 200)).toBe("(max-width: 88rem)");
    expect(grown("(min-width: 62.01rem)", 150)).toBe("(min-width: 93.015rem)");
    expect(grown("(max-width: 44rem), (pointer: coarse)", 125)).toBe("(max-width: 55rem), (pointer: coarse)");
  });
});
