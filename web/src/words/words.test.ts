// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words are filled in, follow each language's plural, and none that is seen stands outside of po/.
import { describe, expect, it } from "vitest";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { catalogue, french, pluralRule, sourcesBelow, stringsAsked } from "../../build/words";
import { visibleStrings } from "../../build/visible_strings";
import { clock, filled, stretched, when } from "./words";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = path.join(root, "src");

const ruleOf = (language: string) => new Function("n", `return ${catalogue(path.join(root, "../po", `${language}.po`), new Set()).rule}`);

describe("plural rules", () => {
  it.each([["fr", 0, 0], ["fr", 1, 0], ["fr", 2, 1], ["es", 0, 1], ["es", 1, 0], ["ru", 1, 0], ["ru", 3, 1], ["ru", 11, 2],
    ["ru", 21, 0], ["ru", 112, 2], ["zh", 1, 0], ["zh", 5, 0]])("in %s, %i takes form %i", (language, n, form) => {
    expect(ruleOf(language)(n)).toBe(form);
  });
  it("are arithmetic on n and nothing else", () => {
    expect(() => pluralRule("nplurals=2; plural=alert(1);")).toThrow();
  });
});

describe("words", () => {
  it("are filled in, also out of order, and leave what is not given", () => {
    expect(filled("{2} of {1}, {3}", ["a", "b"])).toBe("b of a, {3}");
  });
  it("of the pseudo-locale are longer, and keep what is filled in", () => {
    expect(filled(stretched("{1} of {2} texts"), ["A", "e"])).toBe("‹A oof e teexts›");
  });
  it("are in every language", () => {
    const asked = stringsAsked(sources);
    expect(asked.size).toBeGreaterThan(50);
    for (const language of ["fr", "es", "ru", "zh"]) {
      const found = catalogue(path.join(root, "../po", `${language}.po`), asked).words;
      expect([...asked].filter((text) => !(text in found)), language).toEqual([]);
    }
  });
  it("of French keep a sign of two parts on the line of its word", () => {
    expect(french("Sûr ? « Oui » : {1} !")).toBe("Sûr\u00a0? «\u00a0Oui\u00a0»\u00a0: {1}\u00a0!");
    const { words } = catalogue(path.join(root, "../po/fr.po"), stringsAsked(sources));
    expect(Object.values(words).flat().filter((text) => / [:;?!»]|« /.test(text))).toEqual([]);
  });
  it("that are seen all come from there", () => {
    expect(sourcesBelow(sources).flatMap(visibleStrings)).toEqual([]);
  });
});

describe("times", () => {
  it("are those of the reader's clock, days as tables have them", () => {
    const now = new Date();
    now.setHours(14, 9);
    expect(clock(now)).toBe("14:09");
    expect(when(now.toISOString())).toBe("14:09");
    const noon = new Date(2026, 0, 3, 12, 0);
    expect(when(noon.toISOString())).toBe("2026-01-03");
    expect(when("sometime")).toBe("sometime");
  });
});
