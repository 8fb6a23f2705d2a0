// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is chosen is exact in code points, also behind emoji and in Burmese.
import { describe, expect, it } from "vitest";
import { byWord, nextOverlap, nextSentence, paragraphSpan, sentenceAt, startByWord } from "./choosing";
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

describe("the ends of what is chosen", () => {
  const model = modelOf("One two three. Four five.", [], "en");
  it("move by words, and never pass each other", () => {
    expect(startByWord(model, { start: 4, end: 13 }, 1)).toEqual({ start: 8, end: 13 });
    expect(startByWord(model, { start: 8, end: 13 }, 1)).toEqual({ start: 8, end: 13 });
    expect(startByWord(model, { start: 4, end: 13 }, -1)).toEqual({ start: 0, end: 13 });
    expect(startByWord(model, { start: 0, end: 13 }, -1)).toEqual({ start: 0, end: 13 });
  });
  it("move within the paragraph where they are, and into the one between them", () => {
    const two = modelOf("One two.\n\nThree four.", [], "en");
    expect(byWord(two, { start: 0, end: 21 }, -1)).toEqual({ start: 0, end: 20 });
    expect(byWord(two, { start: 0, end: 15 }, -1)).toEqual({ start: 0, end: 7 });
    expect(byWord(two, { start: 0, end: 15 }, 1)).toEqual({ start: 0, end: 20 });
    expect(startByWord(two, { start: 0, end: 21 }, 1)).toEqual({ start: 4, end: 21 });
    expect(startByWord(two, { start: 4, end: 21 }, 1)).toEqual({ start: 10, end: 21 });
    expect(startByWord(two, { start: 10, end: 21 }, -1)).toEqual({ start: 10, end: 21 });
  });
  it("codings on the same words are walked through, the first after the last", () => {
    const codings = [{ coding: "a", start: 0, end: 9 }, { coding: "b", start: 4, end: 13 }, { coding: "c", start: 20, end: 24 }];
    expect(nextOverlap(codings, "a")?.coding).toBe("b");
    expect(nextOverlap(codings, "b")?.coding).toBe("a");
    expect(nextOverlap(codings, "c")).toBeNull();
    expect(nextOverlap(codings, "no")).toBeNull();
  });
});
