// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it } from "vitest";
import { readAs } from "./emphasis";

const plain = (text: string): string => readAs(text, []).map((one) => one.words).join("");
const shown = (text: string, marks: { start: number; end: number }[] = []): string =>
  readAs(text, marks).map((one) => (one.bold ? `<b>${one.words}</b>` : one.slanted ? `<i>${one.words}</i>` : one.marked ? `[${one.words}]` : one.words)).join("");

describe("a passage as it is read", () => {
  it("has no signs of Markdown", () => {
    expect(shown("**Et la police ?**")).toBe("<b>Et la police ?</b>");
    expect(shown("A *small* word, __so__ said")).toBe("A <i>small</i> word, <b>so</b> said");
    expect(shown("**警察**和*人*")).toBe("**警察**和*人*"); // within a word of letters nothing can be told
    expect(plain("## A night")).toBe("A night");
    expect(plain("> as she said")).toBe("as she said");
  });
  it("keeps signs that may be something else", () => {
    for (const text of ["5 * 3 * 2", "0.05** and 0.01**", "snake_case_name", "a ** b", "***", "*", "2*3 and 4*5", "#tag", "it costs **", "**not closed"]) {
      expect(plain(text)).toBe(text);
    }
  });
  it("marks what was found where it stands, also behind wide letters and across signs", () => {
    expect(readAs("🌂 **The police?**", [{ start: 8, end: 14 }]).map((one) => [one.words, one.bold, one.marked])).toEqual([
      ["🌂 ", false, false], ["The ", true, false], ["police", true, true], ["?", true, false]]);
    expect(readAs("a **b** c", [{ start: 2, end: 9 }]).map((one) => [one.words, one.marked])).toEqual([["a ", false], ["b", true], [" c", true]]);
    expect(shown("no signs here", [{ start: 3, end: 8 }])).toBe("no [signs] here");
  });
  it("is nothing where nothing is", () => expect(readAs("", [])).toEqual([]));
});
