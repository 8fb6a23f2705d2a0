// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is chosen is exact in code points, also behind emoji and in Burmese.
import { expect, it } from "vitest";
import { byWord, nextSentence, paragraphSpan, sentenceAt } from "./choosing";
import { modelOf } from "./model";

const text = "😀😀 One came. Two left.\n\nမီးလင်းသည်။ တံခါးဖွင့်သည်။";
const model = modelOf(text, [], "en");
const cut = (span: { start: number; end: number } | null) => span && model.points.slice(span.start, span.end);

it("goes from sentence to sentence and begins again", () => {
  const first = nextSentence(model, 0, null);
  const second = nextSentence(model, 0, first);
  expect([cut(first), cut(second), cut(nextSentence(model, 0, second))]).toEqual(["😀😀 One came.", "Two left.", "😀😀 One came."]);
});
it("takes a word more and less, and never nothing", () => {
  const one = { start: 3, end: 6 };
  expect(cut(one)).toBe("One");
  expect(cut(byWord(model, one, 1))).toBe("One came");
  expect(byWord(model, one, -1)).toEqual(one);
});
it("finds the sentence of a place, and the paragraph without its ends", () => {
  expect(cut(sentenceAt(model, 16))).toBe("Two left.");
  expect(cut(paragraphSpan(model, 1))).toBe("မီးလင်းသည်။ တံခါးဖွင့်သည်။");
});
