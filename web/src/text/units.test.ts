// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sentences and words in languages that write them differently.
import { expect, it } from "vitest";
import { nextWordEnd, sentences } from "./units";

const cut = (text: string, language: string) => sentences(text, language).map((one) => text.slice(one.start, one.end));

it.each([
  ["en", "The lamp works. It is at the door! Is it?", ["The lamp works.", "It is at the door!", "Is it?"]],
  ["zh", "灯亮了。门开着。", ["灯亮了。", "门开着。"]],
  ["my", "မီးလင်းသည်။ တံခါးဖွင့်သည်။", ["မီးလင်းသည်။", "တံခါးဖွင့်သည်။"]],
  ["fr", "Elle dit : « Non. » Puis elle part.", undefined],
  ["not a language!", "One. Two.", ["One.", "Two."]],
])("%s", (language, text, expected) => {
  const found = cut(text, language);
  if (expected) expect(found).toEqual(expected);
  expect(found.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
});
it("goes by words, both ways, and stops at the ends", () => {
  const text = "One member asked.";
  expect(nextWordEnd(text, "en", 3, 1)).toBe(10);
  expect(nextWordEnd(text, "en", 10, -1)).toBe(3);
  expect(nextWordEnd(text, "en", 3, -1)).toBe(null);
  expect(nextWordEnd(text, "en", text.length, 1)).toBe(null);
});
