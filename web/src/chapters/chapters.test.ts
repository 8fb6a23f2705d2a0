// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Names and pages of chapters, placeholders put in, and two versions side by side.
import { expect, it } from "vitest";
import { sideBySide } from "./lines";
import { caseOf, chapterWords, languageOf, pageOfChapter, practiceOf, withoutLanguage, wordsIn } from "./names";
import { onItsLine, placeholder, withPut } from "./placeholders";

it("knows what a chapter is about, and where it is seen", () => {
  expect(practiceOf("practice-INT.3.1")).toBe("INT.3.1");
  expect(caseOf("case-lamp-house")).toBe("lamp-house");
  expect(practiceOf("summary")).toBeUndefined();
  expect([languageOf("summary.fr"), withoutLanguage("case-lamp-house.zh"), languageOf("practice-INT.3.1"), withoutLanguage("summary")]).toEqual(["fr", "case-lamp-house", "", "summary"]);
  expect(pageOfChapter("practice-INT.2", ["index.html", "practices/INT.2.html"])).toBe("practices/INT.2.html");
  expect(pageOfChapter("practice-INT.2", ["index.html"])).toBe("index.html");
  expect(pageOfChapter("barriers", ["index.html", "barriers.html"])).toBe("barriers.html");
});
it("counts words in any script that parts them, and no marks", () => {
  expect(wordsIn("# One, two -- three\n\n- *четыре*")).toBe(4);
  expect(wordsIn("")).toBe(0);
});
it("puts a number where the caret is, and a figure on a line of its own", () => {
  expect(placeholder("number", "INT.3.1")).toBe("[[number:INT.3.1]]");
  expect(placeholder("source", "frame")).toBe("[@frame]");
  expect(withPut("In  of all.", 3, 3, "[[number:cases]]")).toEqual({ text: "In [[number:cases]] of all.", caret: 19 });
  expect(withPut("One.", 4, 4, onItsLine("[[figure:practices]]", "One.", 4, 4))).toEqual({ text: "One.\n\n[[figure:practices]]\n", caret: 27 });
  expect(withPut("", 0, 0, onItsLine("[[table:findings]]", "", 0, 0)).text).toBe("[[table:findings]]\n");
  expect(withPut("a\nb", 2, 2, onItsLine("[[table:findings]]", "a\nb", 2, 2)).text).toBe("a\n\n[[table:findings]]\n\nb");
  expect(withPut("a\n\nb", 3, 3, onItsLine("[[table:findings]]", "a\n\nb", 3, 3)).text).toBe("a\n\n[[table:findings]]\n\nb");
});
it("shows which lines only one of two versions has", () => {
  const own = (lines: { text: string; own: boolean }[]) => lines.filter((one) => one.own).map((one) => one.text);
  const { mine, theirs } = sideBySide("a\nb\nc\nd", "a\nx\nc\nd\ne");
  expect(own(mine)).toEqual(["b"]);
  expect(own(theirs)).toEqual(["x", "e"]);
  expect(own(sideBySide("a", "a").mine)).toEqual([]);
  expect(own(sideBySide("", "a").theirs)).toEqual(["a"]);
  expect(own(sideBySide("one\ntwo", "two\none").mine).length).toBe(1);
});
it("stays quick where everything differs", () => {
  const long = (sign: string) => Array.from({ length: 3000 }, (_, i) => `${sign}${i}`).join("\n");
  expect(sideBySide(long("a"), long("b")).mine.every((one) => one.own)).toBe(true);
});

it("takes an id that ends as a language does for what it is", () => {
  const organisations: Record<string, string> = { delta: "Delta House", "delta.fr": "Delta France", "pier.es": "Pier", lamp: "Lamp House" };
  const names = { code: (id: string) => (id === "INT.zh" ? "A practice" : id), organisation: (id: string) => organisations[id] ?? id };
  const words = (id: string) => chapterWords(id, names);
  expect(words("case-delta.fr")).toBe("About a case: Delta France");
  expect(words("case-delta.es")).toBe("About a case: Delta House: Spanish");
  expect(words("case-pier.es")).toBe("About a case: Pier");
  expect(words("case-delta.fr.fr")).toBe("About a case: Delta France: French");
  expect(words("case-lamp.zh")).toBe("About a case: Lamp House: Chinese");
  expect(words("practice-INT.zh")).toBe("About a practice: A practice");
  expect(words("summary.fr")).toBe("Summary: French");
  expect(pageOfChapter("case-delta.fr", ["cases/delta.html", "cases/delta.fr.html"])).toBe("cases/delta.fr.html");
  expect(pageOfChapter("case-delta.fr", ["cases/delta.html"])).toBe("cases/delta.html");
  expect(pageOfChapter("summary.fr", ["index.html"])).toBe("index.html");
});
